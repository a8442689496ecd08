from __future__ import annotations

import json

import pytest

from cleanscrape import Article, extract

URL = "https://www.harbourpost.example/local/pier-wins-a-prize.html"
TITLE = "Old pier wins a prize for patience"
BODY = "".join(
    f"<p>Speaker number {n} told the harbour council of Westhaven at length that the old pier should stay.</p>"
    for n in range(1, 7)
)


def read(head: str = "", *, ld: dict[str, object] | None = None, top: str = "", after: str = "") -> Article:
    if ld is not None:
        story = {"@type": "NewsArticle", "headline": TITLE, **ld}
        head += f'<script type="application/ld+json">{json.dumps(story)}</script>'
    markup = f"<html><head><title>{TITLE} | Harbour Post</title>{head}</head><body>{top}<article><h1>{TITLE}</h1>{BODY}"
    return extract(f"{markup}</article>{after}</body></html>", URL, profile=None)


@pytest.mark.parametrize(
    ("declared", "tags"),
    [
        (["Piers", "#Harbours", " Piers "], ("Piers", "Harbours")),
        ("Piers, Harbours; Councils", ("Piers", "Harbours", "Councils")),
        (['"Piers"', 'Quay 11"', "Topics", "12", "harbourpost.example"], ("Piers", 'Quay 11"')),
        (["Subject: Piers", "Time: 11.00", "Page Type: Article"], ("Piers",)),
        (["topic/piers", "sections/local", "organization/harbour council"], ("piers", "local", "harbour council")),
        (["Category: Local", "8ae9ab2d-fe1b-4230-acb8-a59b52877682", "Piers"], ("Piers",)),
        (["old", "pier", "wins", "prize", "patience"], ()),  # the headline, cut to pieces
        ([f"Section number {n}" for n in range(40)], ()),  # the site's, not the article's
    ],
)
def test_declared_keywords(declared: object, tags: tuple[str, ...]) -> None:
    assert read(ld={"keywords": declared}).tags == tags


def test_a_shared_tag_that_is_a_list_is_split() -> None:
    assert read('<meta property="article:tag" content="Piers,Harbours,Old things">').tags == (
        "Piers",
        "Harbours",
        "Old things",
    )


def row(*names: str, rel: str = "") -> str:
    return "<ul>" + "".join(f'<li><a href="/tag/{n.lower()}"{rel}>{n}</a></li>' for n in names) + "</ul>"


def test_printed_tags_are_one_row() -> None:
    below = f"<div class=tags>{row('Piers', 'Harbours')}</div>" + "<p>More to read</p>" * 8
    other = f"<div class=tags>{row('Tickets', 'Fish')}</div>"
    assert read(after=below + other).tags == ("Piers", "Harbours")


def test_links_that_say_that_they_are_tags_count_in_a_footer_too() -> None:
    tags = row("Piers", "Harbours", rel=' rel="tag"')
    assert read(after=f"<footer class=entry-footer>{tags}</footer>").tags == ("Piers", "Harbours")


def test_breadcrumbs_hold_neither_the_site_nor_the_article() -> None:
    steps = ("Harbour Post", "Local", "Piers", "Pier prize: old pier wins for patience")
    items = [{"@type": "ListItem", "position": n, "name": name} for n, name in enumerate(steps)]
    crumbs = json.dumps({"@type": "BreadcrumbList", "itemListElement": items})
    site = '<meta property="og:site_name" content="Harbour Post">'
    article = read(f'{site}<script type="application/ld+json">{crumbs}</script>')
    assert article.breadcrumbs == ("Local", "Piers")
    assert article.section == "Local"


def test_the_first_of_several_sections() -> None:
    assert read(ld={"articleSection": "Local,Piers"}).section == "Local"
    assert read(ld={"articleSection": "Arts, Letters and Ships"}).section == "Arts, Letters and Ships"
    assert read().section == "local"  # of the address


def test_the_sites_name_without_the_articles_title() -> None:
    title = f'<meta property="og:title" content="{TITLE}">'
    site = f'<meta property="og:site_name" content="{TITLE} | Harbour Post">'
    assert read(title + site).site == "Harbour Post"


def test_a_heading_like_those_in_the_body_is_no_dek() -> None:
    sections = f"<h2>How the pier came to its prize</h2>{BODY}<h2>What is to become of it</h2>{BODY}"
    markup = f"<title>{TITLE}</title><h1>{TITLE}</h1>{sections}"
    assert extract(markup, URL, profile=None).dek is None
    printed = "The council keeps what the sea has left, and the sea may have it one day"
    markup = f"<title>{TITLE}</title><h1>{TITLE}</h1><p class=standfirst>{printed}</p>{sections}"
    assert extract(markup, URL, profile=None).dek == printed


def test_a_description_that_is_not_printed_is_no_dek() -> None:
    article = read('<meta name="description" content="The council keeps what the sea has left of its pier.">')
    assert article.dek is None
    assert article.description == "The council keeps what the sea has left of its pier."


@pytest.mark.parametrize(
    ("declared", "tags"),
    [
        ("Piers, AT&amp;T, Harbour&#39;s end", ("Piers", "AT&T", "Harbour's end")),
        ("码头 海港 灯塔", ("码头", "海港", "灯塔")),
        (["\ue608Piers", "01.09.2021", "P", "Harbours"], ("Piers", "Harbours")),
    ],
)
def test_keywords_as_they_are_in_the_wild(declared: object, tags: tuple[str, ...]) -> None:
    assert read(ld={"keywords": declared}).tags == tags


def test_a_row_of_tools_is_no_row_of_tags() -> None:
    links = "".join(f"<li><a href='/x/{n}'>{name}</a></li>" for n, name in enumerate(("Zurück", "Drucken", "Piers")))
    assert read(after=f"<ul>{links}</ul>").tags == ()


def test_breadcrumbs_end_where_the_tools_begin() -> None:
    steps = "".join(f"<a href='/{n}'>{name}</a> " for n, name in enumerate(("Local", "Piers", "Facebook", "Twitter")))
    assert read(top=f"<div class=breadcrumb>{steps}</div>").breadcrumbs == ("Local", "Piers")


@pytest.mark.parametrize(
    ("url", "section"),
    [
        ("https://web.archive.org/web/20130217080612/http://harbourpost.example/local/pier", "local"),
        ("https://harbourpost.example/en-us/local/pier", "local"),
        ("https://harbourpost.example/cms/pier", None),
    ],
)
def test_section_of_the_address(url: str, section: str | None) -> None:
    markup = f"<title>{TITLE}</title><h1>{TITLE}</h1>{BODY}"
    assert extract(markup, url, profile=None).section == section


@pytest.mark.parametrize(
    ("declared", "site"),
    [
        ("Harbourpost - All the news of Westhaven", "Harbourpost"),
        ("https://www.harbourpost.example/", "harbourpost.example"),
        ("Rain - Sun", "Rain - Sun"),
    ],
)
def test_the_sites_name_without_praise(declared: str, site: str) -> None:
    assert read(f'<meta property="og:site_name" content="{declared}">').site == site


GERMAN = "".join(
    f"<p>Der Redner Nummer {n} hat dem Rat am Hafen gesagt, dass die alte Brücke nicht weg muss und mit ihr auch das "
    "Haus der Lotsen stehen bleibt, das von den Leuten im Ort so lange für ein Lager gehalten wurde.</p>"
    for n in range(1, 7)
)


@pytest.mark.parametrize(
    ("lang", "body", "language"),
    [
        (' lang="en-US"', GERMAN, "de"),  # the words are of another language than the page says
        (' lang="de-AT"', GERMAN, "de-AT"),
        ("", GERMAN, "de"),
        (' lang="eu"', GERMAN, "eu"),  # whose words are not known here
    ],
)
def test_language_told_by_the_words(lang: str, body: str, language: str) -> None:
    assert extract(f"<html{lang}><title>{TITLE}</title><h1>{TITLE}</h1>{body}", URL, profile=None).language == language


@pytest.mark.parametrize("line", ["By Ilse Brandmoor, Westhaven correspondent", "Ilse Brandmoor | 3 November 2021"])
def test_the_line_of_byline_and_date_is_no_dek(line: str) -> None:
    markup = f"<title>{TITLE}</title><h1>{TITLE}</h1><h2>{line}</h2>{BODY}"
    assert extract(markup, URL, profile=None).dek is None
