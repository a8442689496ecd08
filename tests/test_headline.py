from __future__ import annotations

import pytest

from cleanscrape import extract
from cleanscrape.fields.titles import without_name, without_section

URL = "https://www.harbourpost.example/local/pier-wins-a-prize.html"
TITLE = "Old pier wins a prize for patience"
BODY = "".join(
    f"<p>Speaker number {n} told the harbour council of Westhaven at length that the old pier should stay.</p>"
    for n in range(1, 7)
)


def headline(
    top: str, *titles: str, ld: str | None = None, og: str | None = None, after: str = "", url: str = URL
) -> str | None:
    head = f"<title>{titles[0]}</title>" if titles else ""
    if ld is not None:
        head += f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{ld}"}}</script>'
    if og is not None:
        head += f'<meta property="og:title" content="{og}">'
    markup = f"<html><head>{head}</head><body><nav><a href=/>Home</a></nav>{top}<div>{BODY}</div>{after}</body></html>"
    return extract(markup, url, profile=None).headline


def test_the_print_goes_before_what_is_declared_for_search_engines() -> None:
    assert headline(f"<h1>{TITLE}</h1>", "Pier, prize and patience | Harbour Post") == TITLE
    assert headline(f"<h1>{TITLE}</h1>", "What to do in Westhaven today", og="Seven piers to see") == TITLE


@pytest.mark.parametrize(
    "printed",
    [
        f"{TITLE} – Harbour Post",
        f"{TITLE} | Harbourpost.example",
        f"LIVE: {TITLE}",
        f"{TITLE} <small>(quay.example)</small> <b>87</b>",
        f"{TITLE} <time>/ Dec 1999</time>",
        "Old pier wins a pri&shy;ze for pa&shy;tience",
        "Old pier\n wins&nbsp;a prize for\u200b patience",
    ],
)
def test_what_is_no_headline_is_taken_off_it(printed: str) -> None:
    assert headline(f"<h1>{printed}</h1>", TITLE, og=TITLE) == TITLE


def test_numbers_and_articles_at_the_beginning_are_no_kicker() -> None:
    assert headline(f"<h1>The {TITLE}</h1>", TITLE) == f"The {TITLE}"
    assert headline(f"<h1>1999 {TITLE}</h1>", TITLE) == f"1999 {TITLE}"


def test_a_kicker_is_no_part_of_the_headline() -> None:
    assert headline(f"<h1><span class=kicker>Harbour days</span> {TITLE}</h1>", "Westhaven: the old pier") == TITLE
    assert headline(f"<h1><span>Harbour days</span> <span>{TITLE}</span></h1>", TITLE) == TITLE
    assert headline(f"<p>Harbour days</p><h1>{TITLE}</h1>", TITLE) == TITLE
    some = {"ld": f"Harbour days: {TITLE}", "og": TITLE}
    assert headline(f"<h1><span>Harbour days</span> <span>{TITLE}</span></h1>", **some) == TITLE
    assert headline(f"<p class=top>Harbour days</p><h1>{TITLE}</h1>", **some) == TITLE


def test_a_kicker_that_the_page_declares_throughout_is_part_of_it() -> None:
    whole = f"Harbour days: {TITLE}"
    declared = {"ld": whole, "og": whole}
    within = f"<h1><span class=kicker>Harbour days</span> <span>{TITLE}</span></h1>"
    assert headline(within, f"{whole} | Harbour Post", **declared) == whole
    assert headline(f"<p>Harbour days</p><h1>{TITLE}</h1>", f"{whole} - Harbour Post", **declared) == whole
    assert headline(f"<p>Some other line</p><h1>{TITLE}</h1>", whole, **declared) == TITLE


def test_the_title_in_the_breadcrumbs_is_for_search_engines() -> None:
    top = f"<ol class=breadcrumb><li><h1>Pier prize: {TITLE}</h1></li></ol><h2>{TITLE}</h2>"
    assert headline(top, f"Pier prize: {TITLE}", og=TITLE) == TITLE


def test_the_sites_name_is_no_headline() -> None:
    top = f"<h1>Harbour Post</h1><table><tr><td><h3>{TITLE}</h3></td></tr></table>"
    assert headline(top, f"Harbour Post: {TITLE}", og=TITLE) == TITLE
    assert headline("<h1>Ann's Diary</h1>", f"Ann's Diary: {TITLE}", og=TITLE) == TITLE


def test_a_heading_printed_twice_is_one() -> None:
    top = f"<h1 class=small>{TITLE}</h1><h1 class=wide>{TITLE}</h1>"
    assert headline(top, "How patient must a harbour be?") == TITLE


def test_a_short_main_heading_close_to_the_body_counts_where_a_title_holds_its_words() -> None:
    assert headline("<h1>Patient harbours</h1>", "Patient Westhaven and other harbours to visit") == "Patient harbours"
    assert headline("<h1>News</h1>", TITLE) == TITLE


def test_a_very_long_heading_counts_only_where_a_title_agrees() -> None:
    assert headline(f"<h1>{'Learn from us how to keep a long pier. ' * 6}</h1>", ld=TITLE) == TITLE


def test_other_stories_below_are_not_the_headline() -> None:
    others = "<section><h1>Old pier in Easthaven wins nothing</h1></section>"
    assert headline(f"<h1>{TITLE}, says council</h1>", "Old pier of Westhaven wins", after=others) == (
        f"{TITLE}, says council"
    )


def test_a_headline_far_down_the_page_is_found() -> None:
    banner = "".join(f"<h3>Event number {n} of the harbour games</h3>" for n in range(80))
    assert headline(f"{banner}<h1>{TITLE}</h1>", f"{TITLE}, at last") == TITLE


def test_without_any_print_a_declared_title_stands() -> None:
    assert headline("", f"{TITLE} - Local - Harbour Post") == TITLE
    assert headline("", ld=f"{TITLE} – at last", og=f"{TITLE} - Local") == f"{TITLE} – at last"
    assert headline("", f"{TITLE} | harbourpost.example", url="https://promo.harbourpost.example/x/y") == TITLE


def test_names_and_sections_are_cut_from_titles() -> None:
    names = [["harbour", "post"]]
    assert without_name("Harbour Post | Rain at last", names) == "Rain at last"
    assert without_name("Rain at last: a diary", names) == "Rain at last: a diary"
    assert without_section("Rain - Sport") == "Rain - Sport"


def test_an_element_left_open_above_the_article_hides_no_headline() -> None:
    assert headline(f"<aside><p>Sign up</p><h1>{TITLE}</h1>", "Harbours that were patient with piers") == TITLE


def test_a_heading_that_is_named_as_the_sites_logo_is_none() -> None:
    top = f"<h1 class=site-logo>All the news of Westhaven and its harbour</h1><h2>{TITLE}</h2>"
    assert headline(top, "What the harbour has to tell") != "All the news of Westhaven and its harbour"


@pytest.mark.parametrize("title", [f"{TITLE}-Harbour Post", TITLE, f"{TITLE} | Harbour Post"])
def test_a_line_that_is_no_heading_and_the_declared_title(title: str) -> None:
    markup = f"<title>{title}</title><div><p>{TITLE}</p><p>By Ilse Brandmoor</p>{BODY}</div>"
    article = extract(markup, URL, profile=None)
    assert article.headline == TITLE
    assert article.sources["headline"].by == "print"


def test_a_breadcrumb_or_a_link_with_the_title_is_not_the_print() -> None:
    for line in (f"<p class=breadcrumb>{TITLE}</p>", f"<a href=/x><p>{TITLE}</p></a>"):
        assert extract(f"<title>{TITLE}</title>{line}{BODY}", URL, profile=None).sources["headline"].by == "title"


@pytest.mark.parametrize("tail", ["|某某星空", "-某某法-纪检"[4:], "_某某网", "::某某"])
def test_names_of_sites_are_cut_in_scripts_without_spaces(tail: str) -> None:
    assert without_section(f"老码头因为耐心得到了一个很大的奖{tail}") == "老码头因为耐心得到了一个很大的奖"
