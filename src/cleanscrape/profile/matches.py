"""What each selector of a profile, or each line pattern of its capture, finds in one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields

from cleanscrape.page import Page
from cleanscrape.profile.capture import Capture
from cleanscrape.profile.elements import Elements
from cleanscrape.profile.key import Form
from cleanscrape.profile.layout import Layout, Selectors, choose_layout
from cleanscrape.profile.model import Profile
from cleanscrape.profile.pattern import LinePattern


@dataclass(frozen=True, slots=True)
class Matches:
    """How often one selector or line pattern of a profile matches in a page.

    `key` is its place in the profile, as labels name it: ``news_article.drop.related``, ``capture.start_after``.
    `is_used` says whether it counts: of a list that is tried in order only the first that finds anything does, and of
    the markers those of the layout that was chosen.
    """

    key: str
    selector: str = field(kw_only=True)
    count: int = field(kw_only=True)
    is_used: bool = field(kw_only=True)


def matches(profile: Profile, page: Page) -> tuple[Matches, ...]:
    """The matches of a profile in a page, in the profile's order.

    For markup these are the markers of every layout up to the first that fits, and all keys of that one; for a
    plain-text capture the patterns of the profile's capture.
    """
    if page.is_markup:
        return tuple(_of_layouts(profile, Elements(page.root)))
    return tuple(_of_capture(profile.capture, page.lines)) if profile.capture is not None else ()


def _of_layouts(profile: Profile, elements: Elements) -> Iterator[Matches]:
    chosen = choose_layout(profile, elements)
    for layout in profile.layouts:
        for marker in layout.markers:
            count = len(marker.places(elements))
            yield Matches(f"{layout.id}.markers", selector=marker.source, count=count, is_used=layout is chosen)
        if layout is chosen:
            yield from _of_layout(layout, elements)
            return


def _of_layout(layout: Layout, elements: Elements) -> Iterator[Matches]:
    """The keys of a layout but its markers."""
    for key in fields(layout):
        form = key.metadata.get("form")
        if form is Form.SELECTORS:
            yield from _of_key(f"{layout.id}.{key.name}", getattr(layout, key.name), elements)
        elif form is Form.DROP:
            for drop in layout.drop:
                yield from _of_key(f"{layout.id}.drop.{drop.kind}", drop.selectors, elements, all_count=True)


def _of_key(key: str, selectors: Selectors, elements: Elements, *, all_count: bool = False) -> Iterator[Matches]:
    found = False
    for selector in selectors:
        count = len(selector.places(elements))
        yield Matches(key, selector=selector.source, count=count, is_used=count > 0 and (all_count or not found))
        found = found or count > 0


def _of_capture(capture: Capture, lines: Sequence[str]) -> Iterator[Matches]:
    each: list[tuple[str, LinePattern]] = [
        *(("start_after", pattern) for pattern in capture.start_after),
        *(("stop_at", pattern) for pattern in capture.stop_at),
        *(("fields", pattern) for pattern in capture.fields),
        *((f"drop.{drop.kind}", pattern) for drop in capture.drop for pattern in drop.patterns),
        *(("sections", section.heading) for section in capture.sections),
    ]
    for key, pattern in each:
        count = sum(map(pattern.matches, lines))
        yield Matches(f"capture.{key}", selector=pattern.source, count=count, is_used=count > 0)
