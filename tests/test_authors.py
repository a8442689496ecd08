"""Who wrote a page: witnesses in small pages of our own, and whom the article names. All names are invented."""

from __future__ import annotations

import json

import pytest

import cleanscrape
from cleanscrape.article import Byline

_WORDS = (
    "The old mill on the river has stood empty for years, and nobody in the village knew what to do with it. ",
    "Then a carpenter from the next valley came along, looked at the beams and asked for the key to the door. ",
    "Since last spring there has been light behind the windows again, and on market days people queue for bread. ",
)
_TITLE = "A mill finds its baker"


def paragraphs(count: int = 5) -> str:
    return "".join(f"<p>{_WORDS[i % 3] * 2}</p>" for i in range(count))


def page(before: str = "", *, head: str = "", after: str = "", above: str = "", opening: str = "") -> str:
    return (
        f"<html lang='en'><head><title>{_TITLE} | Example Times</title>"
        f"<meta property='og:site_name' content='Example Times'>{head}</head><body>"
        f"<header><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></header>"
        f"<main><article>{above}<h1>{_TITLE}</h1>{before}"
        f"<div class='body'>{opening}{paragraphs()}</div>{after}</article></main>"
        f"<footer><p>Imprint</p></footer></body></html>"
    )


def byline(html: str) -> Byline | None:
    return cleanscrape.extract(html, "https://www.example.org/a-mill", profile=None).byline


def names(html: str) -> list[str]:
    found = byline(html)
    return [] if found is None else [author.name for author in found.authors]


def linked(*authors: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": _TITLE, "author": list(authors)}
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


def person(name: str, **more: str) -> dict[str, str]:
    return {"@type": "Person", "name": name, **more}


PRINTED = {
    "announced": "<p>By Ilse Brandmoor</p>",
    "announced, glued": "<p>ByIlse Brandmoor</p>",
    "in a link to the author's page": "<div><a href='/authors/ilse-brandmoor'>Ilse Brandmoor</a></div>",
    "within a link around the line": "<a href='/blog-authors/ilse-brandmoor'><div>Ilse Brandmoor</div></a>",
    "in a link by its rel": "<div><a rel='author' href='/x7'>Ilse Brandmoor</a></div>",
    "by the element's name": "<div class='author-name'>Ilse Brandmoor</div>",
    "by nothing but a known given name": "<div>Ilse Brandmoor</div>",
    "with a date": "<div>Ilse Brandmoor | 12 May 2022</div>",
    "behind a date": "<div>May 12, 2022 • Ilse Brandmoor</div>",
    "an unknown given name with the day": "<div>Qorvinia Brandmoor | 05.04.2025 - 10:20</div>",
    "within a link that leads nowhere": "<a title='x'><div>Ilse Brandmoor</div></a>",
    "within a link by its name": "<a class='author-link' href='/x7'><div>Qorvinia Brandmoor</div></a>",
    "under a label of its own line": "<p>Written by</p><p>Ilse Brandmoor</p>",
}


@pytest.mark.parametrize("how", PRINTED)
def test_printed_beside_the_headline(how: str) -> None:
    expected = "Qorvinia Brandmoor" if "Qorvinia" in PRINTED[how] else "Ilse Brandmoor"
    assert names(page(PRINTED[how])) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "<div>Case Studies</div>",
        "<div>Contact Us</div>",
        "<div>Garden Care</div>",
        "<p>By signing up, you agree to our terms</p>",
        "<p>Photo: Ilse Brandmoor</p>",
        "<p>© Ilse Brandmoor</p>",
        "<p>:</p>",
        "<div>Winter Show Palace Example | 9-23 Feb 2017</div>",
        "<div class='author'>BAAR, SWITZERLAND</div>",
        "<div class='author'>DE FR IT</div>",
        "<div class='author'>Em São Paulo</div>",
        "<p>Fact checked by</p><p>Ilse Brandmoor</p>",
        "<div class='author'>admin</div>",
        "<div>South Carolina 9 May 2022</div>",
        "<div><a href='/sport/7'>Tom Vey</a> 9 May 2022</div>",  # a link to a topic
        "<div><a href='/topics/people/tom-vey'>Tom Vey</a></div>",
        "<div>Tom Vey Awards</div>",
        "<div class='author'>Staff</div>",
        "<div class='related'><a href='/authors/ilse-brandmoor'>Ilse Brandmoor</a></div>" * 9,
    ],
)
def test_names_nobody(line: str) -> None:
    assert names(page(line)) == []


def test_signature_behind_the_body() -> None:
    assert names(page(after="<p>By Ilse Brandmoor</p>")) == ["Ilse Brandmoor"]
    assert names(page(after="<div><a href='/team/ilse-brandmoor'>Ilse Brandmoor</a></div>")) == ["Ilse Brandmoor"]
    assert names(page(after="<p>By clicking here you help us</p>")) == []


def test_link_that_bears_the_name_is_an_authors_only_beside_the_headline() -> None:
    line = "<div><a href='/ilse-brandmoor'>Ilse Brandmoor</a></div>"
    assert names(page(line)) == ["Ilse Brandmoor"]
    assert names(page(after=line)) == []


def test_words_without_capitals_are_a_name_up_to_four() -> None:
    assert names(page("<p class='author'>سامي كريم ناصر</p>")) == ["سامي كريم ناصر"]
    assert names(page("<p class='author'>سامي كريم ناصر يعود الى المدينة</p>")) == []


def test_name_alone_as_the_first_paragraph() -> None:
    assert names(page(opening="<p>Qorvinia Brandmoor</p>")) == ["Qorvinia Brandmoor"]
    assert names(page(opening="<h2>Garden Care</h2>")) == []


def test_name_alone_behind_the_body() -> None:
    assert names(page(after="<div><h4>Ilse Brandmoor</h4></div>")) == ["Ilse Brandmoor"]
    assert names(page(after="<div><h4>Related Stories</h4></div>")) == []
    told = page(opening="<p>It was Ilse Brandmoor who asked for the key to the door of the old mill that spring.</p>")
    assert names(told.replace("</article>", "<div><h4>Ilse Brandmoor</h4></div></article>")) == []
    assert names(page(after="<ul><li>Ilse Brandmoor</li><li>Tom Vey</li></ul>")) == []  # the story's people


def test_headline_is_no_byline() -> None:
    html = page("<p>After the flood report: Mill finds baker</p><p>Von dpa 30.04.2024</p>")
    assert names(html.replace(_TITLE, "Mill finds baker")) == []


def test_house_before_the_site() -> None:
    head = linked({"@type": "Organization", "name": "Example Times"}) + "<meta name='articleauthor' content='Reuters'>"
    found = byline(page(head=head))
    assert found is not None
    assert (found.authors, found.organisations) == ((), ("Reuters",))


def test_line_above_the_headline() -> None:
    assert names(page(above="<div><a href='/authors/ilse-brandmoor'>Ilse Brandmoor</a></div>")) == ["Ilse Brandmoor"]
    assert names(page(above="<div>Ilse Brandmoor</div>")) == []  # a name alone there is a kicker as often


def test_one_author_a_line() -> None:
    lines = "".join(
        f"<div class='author'><a href='/authors/{n[0]}'>{n}</a></div>" for n in ("Ilse Brandmoor", "Tom Vey")
    )
    found = byline(page(lines))
    assert found is not None
    assert [(author.name, author.url) for author in found.authors] == [
        ("Ilse Brandmoor", "https://www.example.org/authors/I"),
        ("Tom Vey", "https://www.example.org/authors/T"),
    ]
    assert found.raw == "Ilse Brandmoor, Tom Vey"


def test_post_on_the_line_below() -> None:
    found = byline(page("<div><p class='author'>Ilse Brandmoor</p><p>Senior Reporter</p></div>"))
    assert found is not None
    assert [(author.name, author.role) for author in found.authors] == [("Ilse Brandmoor", "Senior Reporter")]


DECLARED = {
    "article:author": "<meta property='article:author' content='Ilse Brandmoor'>",
    "author": "<meta name='author' content='Ilse Brandmoor'>",
    "parsely": "<meta name='parsely-author' content='Ilse Brandmoor'>",
    "a system's own": "<meta name='bt:author' content='Ilse Brandmoor'>",
    "first label of a card": "<meta name='twitter:label1' content='Written by'>"
    "<meta name='twitter:data1' content='Ilse Brandmoor'>",
    "second label of a card": "<meta name='twitter:label1' content='Reading time'>"
    "<meta name='twitter:label2' content='Written by'><meta name='twitter:data2' content='Ilse Brandmoor'>",
}


@pytest.mark.parametrize("where", DECLARED)
def test_declared(where: str) -> None:
    assert names(page(head=DECLARED[where])) == ["Ilse Brandmoor"]


def test_app_declares_no_author() -> None:
    assert names(page(head="<meta name='smartbanner:author' content='Ilse Brandmoor'>")) == []


def test_plain_byline_before_the_one_who_put_the_text_in() -> None:
    html = page("<p>By: Ilse Brandmoor</p>", head=linked(person("Tom Vey")))
    assert names(html) == ["Ilse Brandmoor"]


def test_declared_before_a_line_of_doubtful_names() -> None:
    html = page("<p>By Wedding Checklists Just Engaged</p>", head=linked(person("Tom Vey")))
    assert names(html) == ["Tom Vey"]


def test_line_completes_what_is_declared() -> None:
    html = page("<p>By Tom Vey, Ilse Brandmoor and Erik Sandlo</p>", head=linked(person("Tom Vey")))
    assert names(html) == ["Tom Vey", "Ilse Brandmoor", "Erik Sandlo"]


def test_declared_completes_what_is_printed() -> None:
    html = page("<p>By Tom Vey</p>", head=linked(person("Tom Vey"), person("Ilse Brandmoor")))
    assert names(html) == ["Tom Vey", "Ilse Brandmoor"]


def test_tags_behind_a_name_are_no_authors() -> None:
    line = "<p>by Tom Vey | Dec 30, 2025 | <a href='/category/garden-plants'>Garden Plants</a></p>"
    assert names(page(line, head=linked(person("Tom Vey")))) == ["Tom Vey"]


def test_full_name_before_the_users_name() -> None:
    html = page("<div class='author'>Ilse Brandmoor</div>", head=linked(person("Ilse")))
    assert names(html) == ["Ilse Brandmoor"]


def test_address_and_post_from_the_other_witness() -> None:
    line = "<p>By <a href='/authors/ilse-brandmoor'>Ilse Brandmoor</a>, Food Editor</p>"
    found = byline(page(line, head=linked(person("Ilse Brandmoor"))))
    assert found is not None
    author = found.authors[0]
    assert (author.name, author.url, author.role) == (
        "Ilse Brandmoor",
        "https://www.example.org/authors/ilse-brandmoor",
        "Food Editor",
    )
    assert found.raw == "By Ilse Brandmoor, Food Editor"


def test_site_is_no_author() -> None:
    for name in ("Example Times", "example", "Example"):
        found = byline(page(head=linked(person(name))))
        assert found is not None
        assert (found.authors, found.organisations) == ((), (name,))


def test_site_that_bears_its_writers_name() -> None:
    html = page("<p>By Ilse Brandmoor</p>").replace("Example Times", "Ilse Brandmoor")
    assert names(html) == ["Ilse Brandmoor"]


def test_agency_alone_is_an_organisation() -> None:
    found = byline(page("<p>By Associated Press on Tuesday, 3 May 2022 in World</p>"))
    assert found is not None
    assert (found.authors, found.organisations, found.raw) == ((), ("Associated Press",), "Associated Press")


def test_witness_is_kept() -> None:
    article = cleanscrape.extract(page("<p>By Ilse Brandmoor</p>"), "https://www.example.org/a-mill", profile=None)
    assert (article.sources["byline"].by, article.sources["byline"].evidence) == ("print", "By Ilse Brandmoor")


def test_a_name_beside_a_day_that_says_what_it_is_the_day_of() -> None:
    line = "<div><span>Velmira Sandhook |</span> 05.04.2025 - Güncelleme : 05.04.2025</div>"
    assert names(page(line)) == ["Velmira Sandhook"]
    dek = f"<p>{_WORDS[0]}{_WORDS[1]}</p>"
    assert names(page(dek + line)) == ["Velmira Sandhook"]
    assert names(page("<div><span>Velmira Sandhook :</span> Güncelleme</div>")) == []


def test_a_vietnamese_name_alone_behind_the_body() -> None:
    html = page(after="<p><strong>Nguyễn Velmir</strong></p>")
    assert names(html) == ["Nguyễn Velmir"]
    assert names(page(after="<p><strong>Sandhook Velmir</strong></p>")) == []


def test_signature_set_to_the_right_needs_no_known_given_name() -> None:
    signed = "<p style='text-align:right'><strong>Quorv Zebrint</strong></p>"
    assert names(page(after=signed)) == ["Quorv Zebrint"]
    assert names(page(after=signed, head=linked({"@type": "Organization", "name": "Example Times"}))) == [
        "Quorv Zebrint"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>Quorv Zebrint</strong></p>",
        "<p class='text-right'><a href='/places'>Quorv Zebrint</a></p>",
        "<p>Read on below.</p><p>Or turn back.</p><p class='text-right'>Quorv Zebrint</p>",
        "<p class='text-rights'>Quorv Zebrint</p>",
    ],
)
def test_no_signature(line: str) -> None:
    assert names(page(after=line)) == []


def test_signature_is_nobody_of_whom_the_article_tells() -> None:
    told = f"<p>Quorv Zebrint keeps the key. {_WORDS[0]}</p>"
    assert names(page(opening=told, after="<p class='text-right'>Quorv Zebrint</p>")) == []


def test_label_in_the_list_of_what_is_known_of_the_article() -> None:
    cards = "".join(f"<div>Notes from day {day} at the weir</div>" for day in ("one", "two", "three", "four", "five"))
    facts = "<ul><li><b>Datum</b> 03.05.2022</li><li><b>Autorin/Autor</b> Ilse Brandmoor</li></ul>"
    assert names(page(after=cards + facts)) == ["Ilse Brandmoor"]
    assert names(page(after=cards + "<ul><li>Ilse Brandmoor</li></ul>")) == []


def test_label_of_the_date_beside_a_name() -> None:
    assert names(page("<div>Quorv Zebrint | 05.04.2022 - Güncelleme : 06.04.2022</div>")) == ["Quorv Zebrint"]
    assert names(page("<div>Quorv Zebrint•April 5, 2022</div>")) == ["Quorv Zebrint"]


def test_year_without_a_month_is_no_date_beside_a_name() -> None:
    assert names(page("<div>Quorv Zebrint 16 (2023)</div>")) == []


def test_aside_with_a_link_to_the_pages_author() -> None:
    aside = "<aside><address><a rel='{}' href='//www.example.org/x/ilse'>Ilse Brandmoor</a></address></aside>"
    assert names(page(aside.format("author"))) == ["Ilse Brandmoor"]
    assert names(page(aside.format("nofollow"))) == []


def test_name_glued_to_the_day() -> None:
    html = page("<div class='author-name'>佐藤彩花2022年04月13日 09時00分</div>").replace("lang='en'", "lang='ja'")
    assert names(html) == ["佐藤彩花"]


def test_address_of_a_house_names_nobody() -> None:
    assert names(page(after="<p>Clark Brandmoor, 12</p>")) == ["Clark Brandmoor"]
    assert names(page(after="<p>9870 Clark Brandmoor, 12</p>")) == []


def test_what_is_linked_to_a_category_names_nobody() -> None:
    author = "<a href='/x/quorv'>Quorv Zebrint</a>"
    line = (
        f"<p class='byline'>By {author} in <a href='/category/x/'>Books</a>, <a href='/category/y/'>Kit Reviews</a></p>"
    )
    assert names(page(line)) == ["Quorv Zebrint"]


def test_account_that_puts_texts_in_gives_way_to_a_name_at_the_opening() -> None:
    account = "<p class='meta'>by <a href='/author/{}/'>Anna Example</a> | 5 November 2024</p>"
    opening = "<p>Ilse Brandmoor</p>"
    assert names(page(account.format("admin"), opening=opening)) == ["Ilse Brandmoor"]
    assert names(page(account.format("anna-example"), opening=opening)) == ["Anna Example"]
    assert names(page(account.format("admin"))) == ["Anna Example"]


def test_first_author_in_print_and_all_of_them_in_meta() -> None:
    listed = "".join(f"<meta name='dc.creator' content='{name}'>" for name in ("Ilse Brandmoor", "Otto Grell"))
    assert names(page("<div class='author'>Ilse Brandmoor, PhD</div>", head=listed)) == ["Ilse Brandmoor", "Otto Grell"]


def test_sites_own_address_is_no_authors() -> None:
    found = byline(page(head=linked(person("Ilse Brandmoor", url="https://www.example.org/"))))
    assert found is not None and found.authors[0].url is None


@pytest.mark.parametrize(("line", "house"), [("AFP, MANILA", "AFP"), ("XY-Redaktion", "XY-Redaktion")])
def test_house_that_signs_alone(line: str, house: str) -> None:
    for html in (page(f"<div>{line}</div>"), page(after=f"<p>{line}</p>")):
        found = byline(html)
        assert found is not None and (found.raw, found.organisations) == (line, (house,))
    assert byline(page("<div>Manila</div>")) is None


def test_organisation_by_the_last_part_of_a_compound_or_the_sites_name() -> None:
    for name in ("Deutscher Brückenverband e. V.", "OÖ Brandmoorblatt"):
        html = page(head=f"<meta name='author' content='{name}'>")
        found = cleanscrape.extract(html, "https://brandmoorblatt.example/a-mill", profile=None).byline
        assert found is not None and not found.authors and found.organisations


def test_name_among_the_first_paragraphs_right_before_the_day() -> None:
    dek = "<p>The mill on the river has a baker again, and the village has bread on every market day of the year.</p>"
    assert names(page(opening=f"{dek}<p>Ilse Brandmoor</p><p>23.07.2025 · 6 min read</p>")) == ["Ilse Brandmoor"]
    assert names(page(opening=f"{dek}<p>Ilse Brandmoor</p>")) == []


def test_fact_about_the_article_well_below_it() -> None:
    more = "".join(f"<p>More about mills, part {n}</p>" for n in range(20))
    facts = "<ul><li>Date 12 May 2022</li><li>Author Ilse Brandmoor</li></ul>"
    assert names(page(after=more + facts)) == ["Ilse Brandmoor"]
    assert names(page(after=more + "<ul><li>Mills of Ilse Brandmoor</li></ul>")) == []
