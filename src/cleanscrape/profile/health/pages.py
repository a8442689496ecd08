"""How a profile holds on one page: its layout, its contract, its fields, the shape of its body, the page's frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from cleanscrape.article import Article
from cleanscrape.fields.wording import held, likeness, words
from cleanscrape.page import Page
from cleanscrape.profile.elements import Elements
from cleanscrape.profile.health.report import PageHealth, Problem, Verdict
from cleanscrape.profile.labeller import read_by_profile
from cleanscrape.profile.layout import Layout, choose_layout
from cleanscrape.profile.model import Profile
from cleanscrape.profile.shape import shape_of, strays

# The share of the words of one body that the other lacks: from the first on the profile misses parts, from the
# second on it reads another text.
_LACKS_SOME: Final = 0.25
_LACKS_MOST: Final = 0.6
# The share of the frame's elements that are gone: from the first on the design has changed, up to the second it has
# not. Of 176 pages of the same design one lacks half; of 97 of another, 95 do. Of the pages that no layout reads, three
# of the same design lack one of twelve, and one of another lacks one of eleven.
_FRAME_GONE: Final = 0.5
_FRAME_STANDS: Final = 0.125
_TELLING_FRAME: Final = 8  # elements: of fewer it takes little to stand
UNUSUAL: Final = "unusual shape"
OTHER_KIND: Final = "a page of another kind"
"""How problems begin that count only where many pages have them."""
_FIELDS: Final = ("headline", "byline", "published", "modified", "dek", "section", "breadcrumbs", "tags")
# Fields whose loss says something: every article of a site has them, or none.
_STEADY: Final = frozenset(("headline", "published"))


@dataclass(eq=False)
class Checked:
    """One page beside a profile, each thing worked out once."""

    page: Page
    profile: Profile = field(kw_only=True)
    name: str = field(kw_only=True)

    @cached_property
    def elements(self) -> Elements:
        """The page's elements."""
        return Elements(self.page.root)

    @cached_property
    def layout(self) -> Layout | None:
        """The layout whose markers are all there."""
        return choose_layout(self.profile, self.elements) if self.page.is_markup else None

    @cached_property
    def given(self) -> Article | None:
        """What the profile makes of the page, its contract aside; None where no layout fits or nothing is left."""
        return self._read(self.profile)

    @cached_property
    def generic(self) -> Article | None:
        """What the generic way makes of the page; None where it finds no article."""
        return self._read(None)

    @cached_property
    def unfit(self) -> str | None:
        """Why the layout whose markers are there is not the page's after all; None where it is."""
        read = None if self.holds else read_by_profile(self.page, self.profile)
        return None if read is None else read[0].unfit

    def _read(self, profile: Profile | None) -> Article | None:
        from cleanscrape.way import read_page

        answer = read_page(self.page, profile).answer
        return answer if isinstance(answer, Article) else None

    @property
    def holds(self) -> bool:
        """Whether the profile reads the page, contract and all."""
        return self.given is not None and self.given.profile.name == self.profile.name


def page_health(page: Page, profile: Profile, name: str) -> PageHealth:
    """How a profile holds on one page."""
    checked = Checked(page, profile=profile, name=name)
    layout = checked.layout.id if checked.layout is not None else None
    if checked.given is None and checked.generic is None and layout is None:
        nothing = Problem("the page is no article; it says nothing of the profile", verdict=Verdict.HEALTHY)
        return PageHealth(name, layout=None, verdict=None, problems=(nothing,))
    problems = tuple(_problems(checked))
    return PageHealth(name, layout=layout, verdict=worst(problems), problems=problems, agreement=_agreement(checked))


def worst(problems: tuple[Problem, ...]) -> Verdict:
    """The worst verdict of some problems; healthy where there are none."""
    order = list(Verdict)
    return max((problem.verdict for problem in problems), key=order.index, default=Verdict.HEALTHY)


def _problems(checked: Checked) -> Iterator[Problem]:
    if not checked.page.is_markup:
        yield from _of_capture(checked)
        return
    if checked.layout is None or checked.unfit:
        yield _of_unread(checked)
        return
    if not checked.holds:
        yield Problem(_why_not(checked), verdict=Verdict.BROKEN)
        return
    yield from _of_frame(checked, checked.layout)
    yield from _of_body(checked)
    yield from _of_fields(checked, checked.layout)
    yield from _of_shape(checked, checked.layout)


def _of_capture(checked: Checked) -> Iterator[Problem]:
    if not checked.holds:
        yield Problem("the capture is not read by the profile", verdict=Verdict.BROKEN)


def _of_unread(checked: Checked) -> Problem:
    """What it means that no layout is the page's: where a frame stands, the site is as it was, the page another."""
    why = checked.unfit or "no layout's markers are all in the page"
    for layout in checked.profile.layouts:
        if len(layout.frame) >= _TELLING_FRAME and len(_gone(checked, layout)) <= _FRAME_STANDS * len(layout.frame):
            return Problem(f"{OTHER_KIND}: {why}, the frame of {layout.id} stands", verdict=Verdict.HEALTHY)
    return Problem(f"{why}: the design has changed", verdict=Verdict.BROKEN)


def _why_not(checked: Checked) -> str:
    """Why the generic way has to read the page."""
    return checked.given.warnings[0] if checked.given is not None and checked.given.warnings else "the body is empty"


def _gone(checked: Checked, layout: Layout) -> list[str]:
    """The selectors of a layout's frame that find nothing."""
    return [selector.source for selector in layout.frame if not selector.places(checked.elements)]


def _of_frame(checked: Checked, layout: Layout) -> Iterator[Problem]:
    """Whether what stands around the article is still there."""
    gone = _gone(checked, layout)
    if layout.frame and len(gone) >= _FRAME_GONE * len(layout.frame):
        listed = ", ".join(gone[:3])
        yield Problem(
            f"the frame has changed: {len(gone)} of {len(layout.frame)} of its elements are gone ({listed})",
            verdict=Verdict.DEGRADED,
        )


def _of_body(checked: Checked) -> Iterator[Problem]:
    """Whether the generic way sees body where the profile sees none, or the other way round."""
    given, generic = checked.given, checked.generic
    if given is None or generic is None:
        return
    usual, agreement = checked.profile.usual.agreement, _agreement(checked)
    if usual is not None and agreement is not None and usual[0] <= agreement <= usual[1]:
        return
    for one, other, what in (
        (generic, given, "of what the generic way takes for the body stands outside of the profile's"),
        (given, generic, "of the profile's body is none by the generic way"),
    ):
        share = _lacking(one, other)
        if share >= _LACKS_SOME:
            verdict = Verdict.BROKEN if share >= _LACKS_MOST else Verdict.DEGRADED
            yield Problem(f"{share:.0%} {what}", verdict=verdict)


def _lacking(one: Article, other: Article) -> float:
    """The share of the words of one body that the other has neither in its body nor as a dek or dateline."""
    dateline = other.dateline.raw if other.dateline is not None else ""
    return 1 - held(words(one.text), words(f"{other.text} {other.dek or ''} {dateline}"))


def _agreement(checked: Checked) -> float | None:
    if checked.generic is None or checked.given is None or not checked.holds:
        return None
    return round(likeness(words(checked.given.text), words(checked.generic.text)), 3)


def _of_fields(checked: Checked, layout: Layout) -> Iterator[Problem]:
    """Whether the fields are what the page declares."""
    given, generic = checked.given, checked.generic
    for name in _FIELDS:
        selectors = getattr(layout, name)
        value = getattr(given, name)
        if selectors and not any(selector.places(checked.elements) for selector in selectors):
            steady = name in _STEADY and not (name == "published" and value)  # a day that is declared is not lost
            yield Problem(f"{name}: no selector finds it", verdict=Verdict.DEGRADED if steady else Verdict.HEALTHY)
        elif name == "headline" and generic is not None and generic.headline and value:
            mine, its = set(words(value)), set(words(generic.headline))
            if mine.isdisjoint(its):
                yield Problem(f"headline: {value!r}, the page declares {generic.headline!r}", verdict=Verdict.DEGRADED)


def _of_shape(checked: Checked, layout: Layout) -> Iterator[Problem]:
    """How the body's shape has left what is usual: of one page that says little, of many it tells of drift."""
    if checked.given is not None:
        shape = shape_of(checked.given, layout, checked.elements)
        for stray in strays(shape, checked.profile.usual):
            yield Problem(f"{UNUSUAL}: {stray}", verdict=Verdict.HEALTHY)
