from __future__ import annotations

import pytest

from cleanscrape import Extractor, extract
from cleanscrape.profile import Profile
from cleanscrape.profile.loading import loads

URL = "https://post.example/harbour/new-pier"
RUNNING = "".join(
    f"<p>The harbour council of Westhaven met on day {day} and talked for hours about the long pier and "
    "<a href='/cranes'>its cranes</a>.</p>"
    for day in range(1, 7)
)


def pages(pager: str, url: str = URL, *, head: str = "", profile: Profile | None = None) -> tuple[str, ...]:
    markup = (
        f"<html><head><title>A new pier for Westhaven</title>{head}</head><body>"
        f"<article><h1>A new pier for Westhaven</h1>{RUNNING}</article>{pager}</body></html>"
    )
    return extract(markup, url, profile=profile).pages


def links(*pairs: tuple[str, str]) -> str:
    return "<div class=foot-of-story>" + " ".join(f'<a href="{href}">{text}</a>' for href, text in pairs) + "</div>"


@pytest.mark.parametrize(
    ("url", "second", "third"),
    [
        (URL, f"{URL}/2", f"{URL}/3"),
        (f"{URL}/", f"{URL}/page/2/", f"{URL}/page/3/"),
        (URL, f"{URL}/seite-2", f"{URL}/seite-3"),
        (URL, f"{URL}?page=2", f"{URL}?page=3"),
        (f"{URL}.html", f"{URL}-2.html", f"{URL}-3.html"),
        (f"{URL}.html", f"{URL},2.html", f"{URL},3.html"),
        (f"{URL}/index.html", f"{URL}/index_2.html", f"{URL}/index_3.html"),
        ("https://post.example/read.php?id=81234", "/read.php?id=81234&p=2", "/read.php?id=81234&p=3"),
    ],
)
def test_numbered_links_of_the_same_article_are_its_pages(url: str, second: str, third: str) -> None:
    found = pages(f"<nav>1 <a href='{third}'>3</a> <a href='{second}'>2</a> <a href='{second}'>Onwards</a></nav>", url)
    assert [page.removeprefix("https://post.example") for page in found] == [
        page.removeprefix("https://post.example") for page in (second, third)
    ]


def test_from_the_second_page_they_are_the_first_and_the_third() -> None:
    pager = links((URL, "1"), (f"{URL}/2", "2"), (f"{URL}/3", "3"), (f"{URL}/1", "Back"))
    assert pages(pager, f"{URL}/2") == (URL, f"{URL}/3")


def test_sites_count_from_nought_too() -> None:
    pager = links((URL, "1"), ("?page=1", "2"), ("?page=2", "3"))
    assert pages(pager) == (f"{URL}?page=1", f"{URL}?page=2")
    assert pages(pager, f"{URL}?page=1") == (URL, f"{URL}?page=2")


def test_relative_addresses_are_made_absolute_and_where_the_reader_comes_from_is_no_matter() -> None:
    assert pages(links(("/harbour/new-pier/2#top", "2")), f"{URL}?utm_source=letter&mc=7") == (f"{URL}/2",)


def test_a_link_without_a_number_counts_beside_a_plain_mark() -> None:
    assert pages(links((f"{URL}?p=2", "Weiterlesen »"))) == (f"{URL}?p=2",)
    assert pages(links((f"{URL}?p=3", "Weiterlesen »"))) == ()  # it would be the second page


def test_rel_next_counts_where_the_address_is_the_articles_own() -> None:
    assert pages("", head=f"<link rel=next href='{URL}/2'>") == (f"{URL}/2",)
    neighbour = "https://post.example/harbour/an-older-story"
    assert pages(f"<a rel=next href='{neighbour}'>An older story</a>", head=f"<link rel=next href='{neighbour}'>") == ()


@pytest.mark.parametrize(
    ("href", "text"),
    [
        (f"{URL}-2", "A new pier for Westhaven, once more"),  # a sequel
        (f"{URL}/2", "12"),  # another number
        (f"{URL}/comment-page-2", "2"),
        (f"{URL}/2#comments", "2"),
        (f"{URL}?photo=2", "2"),
        ("https://post.example/harbour/page/2", "2"),  # the section's
        ("https://post.example/harbour/2", "2"),
        ("https://other.example/harbour/new-pier/2", "2"),
        ("javascript:page(2)", "2"),
        ("https://[post.example/harbour/new-pier/2", "2"),
        (URL, "1"),
    ],
)
def test_what_is_no_page_of_the_article(href: str, text: str) -> None:
    assert pages(links((href, text))) == ()


def test_the_pager_of_the_comments_is_not_the_articles() -> None:
    comments = "<div class=comments><h2>Comments</h2><p>Ann: Well done!</p><p>Bo: I say.</p></div>"
    assert pages(comments + links((f"{URL}?page=2", "2"))) == ()
    assert pages(f"<div class=comments>{links((f'{URL}?page=2', '2'))}</div>") == ()


def test_a_page_without_address_has_no_other_pages() -> None:
    markup = f"<h1>A new pier for Westhaven</h1>{RUNNING}<a href='?page=2'>2</a>"
    assert Extractor(profile=None).extract(markup).pages == ()


def test_a_profile_finds_the_next_page_or_the_whole_article() -> None:
    site = 'name = "The Example Post"\nhosts = ["post.example"]\n[[layouts]]\nid = "story"\nbody = "article"\n'
    pager = "<a class=on href='/x?z=2'>On</a>"
    profile = loads(site + 'next_page = "a.on"\nsingle_page = "a.all"\n')
    assert pages(pager, profile=profile) == ("https://post.example/x?z=2",)
    assert pages(pager + "<a class=all href='/x?z=all'>All</a>", profile=profile) == ("https://post.example/x?z=all",)


def test_the_time_is_linear_in_the_links() -> None:
    many = links(*((f"{URL}/{number % 900}", f"{number % 900}") for number in range(20_000)))
    assert 1 <= len(pages(many)) <= 100
