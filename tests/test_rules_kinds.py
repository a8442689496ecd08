"""The kinds of what is not the article: headings, names, words, addresses and place, on invented pages."""

from __future__ import annotations

import time

import pytest

import cleanscrape
from cleanscrape.block import Tag
from cleanscrape.label import Label
from cleanscrape.rules.names import PLAIN, USUAL, VAGUE, said_by

STORY = "".join(
    f"<p>The ferrywoman of Orrenvik said on day {day} that the new landing stage would be ready before the autumn "
    "storms, whatever the builders of the mainland had told the harbour board about timber.</p>"
    for day in range(6)
)
LIST = (
    "<ul><li><a href='/a/1'>Lighthouse keepers of Brunmark vote for longer nights</a></li>"
    "<li><a href='/a/2'>Cheese fair in Tolvany draws a record crowd of goats</a></li></ul>"
)

FOOT = "<footer><ul>" + "".join(f"<li><a href='/quay/{i}'>Quay {i}</a></li>" for i in range(12)) + "</ul></footer>"


def kinds(after: str = "", *, before: str = "", inside: str = "") -> dict[str, str]:
    """The kind of every line that is removed from a page with a story and something around it."""
    markup = (
        f"<html><body>{before}<main><article><h1>Landing stage of Orrenvik rises</h1>{STORY}{inside}{STORY}</article>"
        f"</main>{after}{FOOT}</body></html>"
    )
    article = cleanscrape.extract(markup, "https://example.org/news/landing-stage", profile=None)
    return {line: part.kind for part in article.removed for line in part.text.split("\n")}


@pytest.mark.parametrize(
    ("markup", "line", "kind"),
    [
        (f"<div><h3>Related articles</h3>{LIST}</div>", "Cheese fair in Tolvany draws a record crowd of goats",
         "related"),
        (f"<div><h3>Most read</h3>{LIST}</div>", "Cheese fair in Tolvany draws a record crowd of goats",
         "recent-stories"),
        # The title stands in a wrapper of its own, beside a link to all.
        (f"<section><div><span>Related articles</span><a href='/all'>See all</a></div><div>{LIST}</div></section>",
         "Cheese fair in Tolvany draws a record crowd of goats", "related"),
        # A title ends at the next title of its rank.
        (f"<div><h3>Related articles</h3>{LIST}<h3>From the boatyards</h3><p>Nothing to report from there.</p></div>",
         "Nothing to report from there.", "other"),
        # What a list is called gives way to its heading.
        (f"<div class='promo-list'><h3>Most read</h3>{LIST}</div>", "Most read", "recent-stories"),
        (f"<div class='promo-list'>{LIST}</div>", "Cheese fair in Tolvany draws a record crowd of goats",
         "recent-stories"),
        ("<div class='newsletter-signup promo'><p>Tide tables by e-mail every morning</p></div>",
         "Tide tables by e-mail every morning", "newsletter"),
        ("<div class='u-hide-print'><p>Words about nothing much at all</p></div>", "Words about nothing much at all",
         "other"),
        ("<footer><ul><li><a href='/imprint'>Imprint</a></li><li><a href='/harbour'>Harbour</a></li></ul></footer>",
         "Harbour", "footer"),
        ("<footer><ul><li><a href='https://vouchers.example.org/voucher-codes/rope'>Rope bargains</a></li></ul>"
         "</footer>", "Rope bargains", "link-farm"),
        ("<div><a href='https://www.facebook.com/sharer/sharer.php?u=x'>Hand it on</a></div>", "Hand it on", "share"),
        ("<div><a href='https://ad.doubleclick.net/clk/1'>The best ropes of the season for your boat</a></div>",
         "The best ropes of the season for your boat", "advertisement"),
        ("<div class='comments'><div class='login'><p>Log in, then talk</p></div></div>", "Log in, then talk",
         "comments"),
        ("<p>© 2021 The Orrenvik Courier</p>", "© 2021 The Orrenvik Courier", "footer"),
    ],
)  # fmt: skip
def test_below_the_article(markup: str, line: str, kind: str) -> None:
    assert kinds(markup)[line] == kind


def test_a_menu_is_navigation_whatever_it_leads_to() -> None:
    found = kinds(before="<nav class='ads-menu'><a href='/sell'>Advertise</a> <a href='/buy'>Sail market</a></nav>")
    assert found["Advertise Sail market"] == "navigation"


def test_a_link_to_another_story_leaves_the_body() -> None:
    line = "Read also: Cheese fair in Tolvany draws a record crowd of goats"
    inset = "<p>Read also: <a href='/a/2'>Cheese fair in Tolvany draws a record crowd of goats</a></p>"
    assert kinds(inside=inset)[line] == "related"


def test_a_removed_part_keeps_rule_and_evidence() -> None:
    article = cleanscrape.extract(
        f"<h1>Landing stage of Orrenvik rises</h1>{STORY}<div class='share-buttons'>Tell a friend</div>", profile=None
    )
    part = next(part for part in article.removed if part.text == "Tell a friend")
    assert (part.kind, part.rule) == ("share", "rules.containers")


@pytest.mark.parametrize(
    "figure",
    [
        "<figure><img src='/p.jpg'><figcaption>The stage at low tide. Photo: Ilva Storm</figcaption></figure>",
        "<div><img src='/p.jpg'><div class='imageDescription'>The stage at low tide. Photo: Ilva Storm</div></div>",
        "<figure><img src='/p.jpg'><p>The stage at low tide. Photo: Ilva Storm</p></figure>",
    ],
)
def test_captions_stand_in_the_body(figure: str) -> None:
    markup = f"<article><h1>Landing stage of Orrenvik rises</h1>{STORY}{figure}{STORY}</article>"
    article = cleanscrape.extract(markup, profile=None)
    assert [block.text for block in article.body if block.kind == "caption"] == [
        "The stage at low tide. Photo: Ilva Storm"
    ]
    assert "low tide" not in article.text


@pytest.mark.parametrize("credit", ["Photo: Ilva Storm", "(Image: Getty)", "Foto: Ilva Storm/dpa", "Sorle/AFP"])
def test_a_line_of_a_capture_that_ends_in_a_credit_is_a_caption(credit: str) -> None:
    paragraphs = [line for line in STORY.replace("</p>", "").split("<p>") if line]
    caption = f"The stage at low tide on Monday, with the old mole behind it. {credit}"
    lines = ["Landing stage of Orrenvik rises", *paragraphs[:3], caption, *paragraphs[3:]]
    article = cleanscrape.extract("\n\n".join(lines), "https://example.org/news/landing-stage", profile=None)
    assert [block.text for block in article.body if block.kind == "caption"] == [caption]
    assert caption not in article.text


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ('div class="site-newsletter promo"', (Label.NEWSLETTER, PLAIN)),
        ('div class="AuthorBox"', (Label.AUTHOR_BIO, PLAIN)),
        ('div id="most-read-list"', (Label.RECENT_STORIES, USUAL)),
        ('div class="promo"', (Label.ADVERTISEMENT, VAGUE)),
        ('div class="article-footer"', None),
        ('div class="site-footer"', (Label.FOOTER, USUAL)),
        ('article class="has-comments tag-advertising"', None),
        ('div class="98be-ad438e"', None),
        ("div", None),
    ],
)
def test_what_names_say(tag: str, said: tuple[Label, int] | None) -> None:
    found = said_by(Tag(tag))
    assert (found[:2] if found is not None else None) == said


def test_thousands_of_titles_and_boxes_take_linear_time() -> None:
    start = time.process_time()
    kinds("<div><h3>Related articles</h3><div class='promo share'>" + LIST + "</div></div>" * 1)
    many = "".join(f"<div><h3>Most read</h3><p>Subscribe to our newsletter {i}</p>{LIST}</div>" for i in range(4000))
    kinds(many)
    assert time.process_time() - start < 20
