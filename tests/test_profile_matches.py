"""What each selector of a profile finds in a page."""

from __future__ import annotations

import pytest

from cleanscrape.page import Page
from cleanscrape.profile import loads
from cleanscrape.profile.matches import matches

PAGE = Page("<html><body><h1>Rope</h1><div class=story><p>One</p><p>Two</p><aside>Read</aside></div></body></html>")
PROFILE = """
name = "Example"
hosts = ["example.org"]
[[layouts]]
id = "old"
markers = ["h1", "div.gone"]
body = "div.old"
[[layouts]]
id = "new"
markers = "div.story"
headline = ["h2", "h1", "//h1"]
body = "div.story > p"
tags = "a.tag::attr(title)"
drop.related = ["aside", "aside.gone", "p + aside"]
[[layouts]]
id = "any"
body = "body"
[capture]
start_after = "Published *"
stop_at = "The end"
fields = "By {byline}"
drop.share = ["Share", "Print"]
[capture.sections]
"More *" = "recent-stories"
"""


def test_of_markup() -> None:
    found = matches(loads(PROFILE), PAGE)
    assert [(each.key, each.selector, each.count, each.is_used) for each in found] == [
        ("old.markers", "h1", 1, False),
        ("old.markers", "div.gone", 0, False),
        ("new.markers", "div.story", 1, True),
        ("new.headline", "h2", 0, False),
        ("new.headline", "h1", 1, True),
        ("new.headline", "//h1", 1, False),
        ("new.body", "div.story > p", 2, True),
        ("new.tags", "a.tag::attr(title)", 0, False),
        ("new.drop.related", "aside", 1, True),
        ("new.drop.related", "aside.gone", 0, False),
        ("new.drop.related", "p + aside", 1, True),
    ]


def test_where_no_layout_fits_the_markers_of_all_are_counted() -> None:
    profile = loads(
        PROFILE.replace('"div.story"', '"div.none"').replace('id = "any"', 'id = "any"\nmarkers = "div.no"')
    )
    assert [(each.key, each.count) for each in matches(profile, PAGE)] == [
        ("old.markers", 1), ("old.markers", 0), ("new.markers", 0), ("any.markers", 0),
    ]  # fmt: skip


def test_of_a_capture() -> None:
    page = Page("Rope\nBy Ann Droe\nPublished today\nShare\nShare\nThe rope holds.\nMore news\nMore rope")
    found = matches(loads(PROFILE), page)
    assert [(each.key, each.selector, each.count, each.is_used) for each in found] == [
        ("capture.start_after", "Published *", 1, True),
        ("capture.stop_at", "The end", 0, False),
        ("capture.fields", "By {byline}", 1, True),
        ("capture.drop.share", "Share", 2, True),
        ("capture.drop.share", "Print", 0, False),
        ("capture.sections", "More *", 2, True),
    ]


@pytest.mark.parametrize(
    ("page", "known"),
    [(Page("Rope\nTide"), '[[layouts]]\nid = "any"\nbody = "p"'), (Page("<p>Rope"), '[capture]\nstop_at = "The end"')],
    ids=["capture", "markup"],
)
def test_a_profile_that_says_nothing_of_such_a_page(page: Page, known: str) -> None:
    assert matches(loads(f'name = "Example"\nhosts = ["example.org"]\n{known}'), page) == ()
