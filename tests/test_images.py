from __future__ import annotations

import pytest

from cleanscrape import Image, extract
from cleanscrape.fields.images import best_address

URL = "https://www.harbourpost.example/local/pier-wins-a-prize.html"
TITLE = "Old pier wins a prize for patience"
BODY = "".join(
    f"<p>Speaker number {n} told the harbour council of Westhaven at length that the old pier should stay.</p>"
    for n in range(1, 7)
)


def images(top: str = "", *, head: str = "", after: str = "") -> tuple[Image, ...]:
    markup = (
        f"<html><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1>{top}{BODY}</article>{after}"
    )
    return extract(markup, URL, profile=None).images


@pytest.mark.parametrize(
    ("attributes", "address"),
    [
        ({"src": "/pier.jpg"}, "https://www.harbourpost.example/pier.jpg"),
        ({"src": "data:image/gif;base64,R0", "data-src": "/pier.jpg"}, "https://www.harbourpost.example/pier.jpg"),
        ({"src": "/s.jpg", "data-large-file": "https://a.example/l.jpg"}, "https://a.example/l.jpg"),
        (
            {"src": "/s.jpg", "srcset": "/a.jpg 400w, /b.jpg 1600w, /c.jpg 800w"},
            "https://www.harbourpost.example/b.jpg",
        ),
        ({"src": "/s.jpg", "srcset": "/a.jpg 1x, /b.jpg 2x"}, "https://www.harbourpost.example/b.jpg"),
        ({"src": "/s.jpg", "srcset": "150w"}, "https://www.harbourpost.example/s.jpg"),
        ({"src": "/pier.jpg", "width": "60"}, None),
        ({"src": "/renderTimingPixel.png"}, None),
        ({"src": "/icons/logo.svg"}, None),
        ({"src": "/faces/ann-80x80.jpg"}, None),
        ({"src": "/ann.jpg?w=120"}, None),
        ({"src": "/pier-1200x80.jpg?w=1200"}, "https://www.harbourpost.example/pier-1200x80.jpg?w=1200"),
        ({"src": "javascript:alert(1)"}, None),
    ],
)
def test_the_largest_picture_is_taken_and_icons_are_none(attributes: dict[str, str], address: str | None) -> None:
    assert best_address(attributes, URL) == address


def test_the_lead_is_what_the_page_declares_with_the_words_of_the_print() -> None:
    figure = (
        "<figure><img src=/img/pier-640x360.jpg alt='A pier'>"
        "<figcaption>The pier at low tide (Photo: Ann Droe)</figcaption></figure>"
    )
    head = "<meta property=og:image content=https://img.example/large/pier.jpg>"
    lead = images(figure, head=head)[0]
    assert lead.is_lead
    assert lead.url == "https://img.example/large/pier.jpg"
    assert (lead.alt, lead.caption) == ("A pier", "The pier at low tide")
    assert lead.credit == "Ann Droe"


def test_without_a_declared_one_the_first_picture_at_the_top_leads() -> None:
    found = images("<img src=/img/pier.jpg><p>And this is what the pier looked like in the year before the storm.</p>")
    assert [(image.url, image.is_lead) for image in found] == [("https://www.harbourpost.example/img/pier.jpg", True)]


def test_a_declared_logo_is_no_lead() -> None:
    head = "<meta property=og:image content=https://img.example/site/logo.png>"
    assert images(head=head) == ()


def test_a_caption_that_is_but_a_credit_is_the_credit() -> None:
    found = images("<figure><img src=/img/pier.jpg><figcaption>Photo: Ann Droe</figcaption></figure>")
    assert (found[0].caption, found[0].credit) == (None, "Ann Droe")


def test_pictures_of_other_stories_and_of_people_are_left_out() -> None:
    related = (
        "<div class=related-articles><h3>Related</h3><a href=/other><img src=/img/other.jpg>"
        "<span>Another story about another pier</span></a></div>"
    )
    face = "<div><img src=/img/ann.jpg alt='Avatar of Ann'></div>"
    found = images(f"<img src=/img/pier.jpg>{face}{BODY}{related}{BODY}")
    assert [image.url.rsplit("/", 1)[1] for image in found] == ["pier.jpg"]


def test_a_stand_in_gives_way_to_the_sources_before_it() -> None:
    picture = (
        "<picture><source srcset='/img/pier-400.jpg 400w, /img/pier-1600.jpg 1600w'>"
        "<img src='data:image/gif;base64,R0' alt='A pier'></picture>"
    )
    assert [image.url for image in images(picture)] == ["https://www.harbourpost.example/img/pier-1600.jpg"]


def test_the_same_picture_at_another_size_is_one() -> None:
    twice = "<img src=/img/pier-800x600.jpg><img src=/img/pier-1600x1200.jpg>"
    assert len(images(twice)) == 1
