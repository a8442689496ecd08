from __future__ import annotations

from time import process_time

import pytest

from cleanscrape.label import Label
from cleanscrape.profile import Capture, DropLines, LinePattern, Section, loads


@pytest.mark.parametrize(
    ("pattern", "line", "fields"),
    [
        ("Read also", "Read also", {}),
        ("Read also", "  Read \t also ", {}),
        ("Read also", "Read also: more", None),
        ("Read also", "read also", None),
        ("Read also*", "Read also", {}),
        ("Read also*", "Read also: more", {}),
        ("*also", "Read also", {}),
        ("*ea*al*", "Read also", {}),
        ("*xx*", "Read also", None),
        ("ab*ba", "aba", None),
        ("ab*ba", "abba", {}),
        ("{byline} Published {published}", "Ann Published 3 | 4", {"byline": "Ann", "published": "3 | 4"}),
        ("{byline} Published {published}", "Published May 3", None),
        ("{byline} Published {published}", " Ann Published ", None),
        ("By {byline}", "By Ann Droe", {"byline": "Ann Droe"}),
        ("By {byline}", "By ", None),
        ("* | {published} | *", "News | May 3 | 4 | x", {"published": "May 3"}),
        (r"\* \* \*", "* * *", {}),
        (r"\* \* \*", "a b c", None),
        (r"\{x}", "{x}", {}),
        ("{", "{", {}),
    ],
)  # fmt: skip
def test_fields(pattern: str, line: str, fields: dict[str, str] | None) -> None:
    assert LinePattern(pattern).fields(line) == fields
    assert LinePattern(pattern).matches(line) is (fields is not None)


def test_names() -> None:
    assert LinePattern("{byline} * {published}").names == ("byline", "published")


def test_the_time_is_linear() -> None:
    pattern = LinePattern("*a" * 12 + "b")
    started = process_time()
    assert not pattern.matches("a" * 2_000_000)
    assert process_time() - started < 2


COURIER = loads(
    """
    name = "The Example Courier"
    hosts = ["example.com"]

    [capture]
    start_after = "*Posted *"
    stop_at = "Sign up *"
    fields = ["{byline} Posted {published}", "Photo: {credit}"]
    drop.share = ["Share this", "Print"]

    [capture.sections]
    "Topics" = "related"
    "More from *" = "recent-stories"
    "Imprint" = "footer"
    """
)


def test_a_capture_is_loaded_in_the_order_of_the_file() -> None:
    expected = Capture(
        start_after=(LinePattern("*Posted *"),),
        stop_at=(LinePattern("Sign up *"),),
        fields=(LinePattern("{byline} Posted {published}"), LinePattern("Photo: {credit}")),
        drop=(DropLines(Label.SHARE, patterns=(LinePattern("Share this"), LinePattern("Print"))),),
        sections=(
            Section(LinePattern("Topics"), kind=Label.RELATED),
            Section(LinePattern("More from *"), kind=Label.RECENT_STORIES),
            Section(LinePattern("Imprint"), kind=Label.FOOTER),
        ),
    )
    assert COURIER.capture == expected


@pytest.mark.parametrize(
    ("line", "starts", "stops", "kind", "section", "fields"),
    [
        ("A Goat in the Library", False, False, None, None, None),
        ("Ann Droe Posted May 3", True, False, None, None, {"byline": "Ann Droe", "published": "May 3"}),
        ("Photo: Bo Quill", False, False, None, None, {"credit": "Bo Quill"}),
        ("Print", False, False, Label.SHARE, None, None),
        ("Sign up to our letter", False, True, None, None, None),
        ("Topics", False, True, None, Label.RELATED, None),
        ("More from Sport", False, True, None, Label.RECENT_STORIES, None),
    ],
)
def test_what_a_line_is(
    line: str,
    starts: bool,
    stops: bool,
    kind: Label | None,
    section: Label | None,
    fields: dict[str, str] | None,
) -> None:
    capture = COURIER.capture
    assert capture is not None
    assert capture.starts(line) is starts
    assert capture.stops(line) is stops
    assert capture.kind_of(line) is kind
    assert capture.section_of(line) is section
    assert capture.fields_of(line) == fields


def test_without_start_after_the_body_begins_below_printed_fields() -> None:
    capture = Capture(fields=(LinePattern("By {byline}"),))
    assert capture.starts("By Ann Droe")
    assert not capture.starts("Ann Droe")
