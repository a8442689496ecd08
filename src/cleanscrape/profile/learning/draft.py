"""A draft of a profile: the layouts, contract and usual shape that a few pages of one site teach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import mean
from typing import Final

from cleanscrape.article import Article, Tier
from cleanscrape.errors import NothingLearned
from cleanscrape.fields.wording import likeness, words
from cleanscrape.page import Page
from cleanscrape.profile.contract import Contract
from cleanscrape.profile.host import host_of, is_host_name
from cleanscrape.profile.layout import Drop, Layout
from cleanscrape.profile.learning import body as bodies
from cleanscrape.profile.learning.clauses import contract
from cleanscrape.profile.learning.drops import Dropped, drops
from cleanscrape.profile.learning.fields import with_fields
from cleanscrape.profile.learning.frame import frame
from cleanscrape.profile.learning.keeps import keeps
from cleanscrape.profile.learning.lesson import Lesson, lesson_of, without_repeated
from cleanscrape.profile.learning.search import Choice
from cleanscrape.profile.model import Profile
from cleanscrape.profile.selector import Selector
from cleanscrape.profile.shape import Shape, shape_of, usual_of

_LEAST_FIT: Final = 0.3  # how well the container of other pages must fit a page's body to be its own
_DEAR: Final = 1.0  # cost of a selector without a name of the element itself
_DEARER: Final = 0.5
# How much of the generic way's body a layout must give, and little else: one that does not has been misled.
_LEAST_AGREEMENT: Final = 0.8


def draft(pages: Sequence[Page]) -> Profile:
    """The profile that some pages of one site teach. See `learn`."""
    lessons, doubts = _lessons(pages)
    layouts: list[Layout] = []
    articles: list[Article] = []
    learned: list[Lesson] = []
    shapes: list[Shape] = []
    left = lessons
    while left:
        layout, own, left = _design(left, len(layouts))
        if layout is None:
            doubts += [f"{_called(lesson.page)}: no stable selector holds its body" for lesson in own]
            continue
        layout, unsure = with_fields(layout, own, _read)
        doubts += [f"{layout.id}, {doubt}" for doubt in unsure]
        layouts.append(layout)
        for lesson in own:
            article = _read(lesson, layout)
            if article is None or _agreement(lesson, article) < _LEAST_AGREEMENT:
                doubts.append(f"{layout.id}: it does not give the body of {_called(lesson.page)}")
            else:
                articles.append(article)
                learned.append(lesson)
                shapes.append(shape_of(article, layout, lesson.elements))
    if not articles:
        raise NothingLearned(
            "no selector gives the body of these pages, as their elements have no names that last: "
            "give other pages of the site, or write the profile by hand"
        )
    if len(learned) == 1:
        doubts.append("one page alone: what differs from page to page is not known; give a second one")
    return replace(
        _about(learned, articles),
        layouts=tuple(_apart(layouts, learned)),
        contract=contract(learned, articles),
        usual=usual_of(shapes),
        remarks=tuple(doubts),
    )


def _lessons(pages: Iterable[Page]) -> tuple[list[Lesson], list[str]]:
    """What the generic way says of the pages that are articles, and which are none."""
    lessons: list[Lesson] = []
    doubts: list[str] = []
    for page in pages:
        lesson = lesson_of(page) if page.is_markup else None
        if lesson is not None:
            lessons.append(lesson)
        else:
            doubts.append(f"{_called(page)}: no article is found in it; it taught nothing")
    if not lessons:
        raise NothingLearned("none of the pages is an article with markup: give articles' own pages, as browsers show")
    return without_repeated(lessons), doubts


def _called(page: Page) -> str:
    return page.url or "a page without address"


def _design(lessons: list[Lesson], number: int) -> tuple[Layout | None, list[Lesson], list[Lesson]]:
    """The layout that fits most of the pages, those that it fits, and the rest."""
    held = bodies.container(lessons)
    if len(lessons) > 1 and (held is None or held.cost > _DEAR):
        alone = bodies.container(lessons[:1])  # a name that some pages share is better than none that all do
        if alone is None:
            return None, lessons[:1], lessons[1:]
        held = alone if held is None or alone.cost < held.cost - _DEARER else held
    if held is None:
        return None, lessons, []
    own = [lesson for lesson in lessons if bodies.fit(lesson, lesson.spans(lesson.found(held.css))) >= _LEAST_FIT]
    own = own or lessons[:1]
    rest = [lesson for lesson in lessons if lesson not in own]
    name = "article" if not number else f"article-{number + 1}"
    layouts = [_layout(own, each, name) for each in bodies.containers(own) or [held]]
    return _most_faithful(own, layouts), own, rest


def _most_faithful(lessons: Sequence[Lesson], layouts: Sequence[Layout]) -> Layout:
    """The first layout that gives the text of the generic way, or the one that comes nearest.

    Each is tried with all that it has learned, then without what it would drop.
    """
    best, most = layouts[0], -1.0
    for layout in [*layouts, *(replace(layout, drop=()) for layout in layouts)]:
        articles = [_read(lesson, layout) for lesson in lessons]
        worth = mean(_agreement(lesson, article) for lesson, article in zip(lessons, articles, strict=True))
        if worth > most:
            best, most = layout, worth
        if most == 1:
            break
    return best


def _layout(lessons: Sequence[Lesson], held: Choice, name: str) -> Layout:
    parts = bodies.further_parts(lessons, held.css)
    css = ", ".join(choice.css for choice in (held, *parts))
    remark = "; ".join(f"{choice.pages} of {len(lessons)}" for choice in (held, *parts))
    kept = keeps(lessons, held.css, [part.css for part in parts])
    sure = "; ".join(f"all {each.pieces} pieces on {each.pages} of {len(lessons)}" for each in kept)
    return Layout(
        name,
        markers=(Selector(held.css),),
        body=(Selector(css, remark=f"{remark} {'page' if len(lessons) == 1 else 'pages'}"),),
        weigh=True,
        keep=(Selector(", ".join(each.css for each in kept), remark=sure),) if kept else (),
        drop=_by_kind(drops(lessons, css), len(lessons)),
        frame=tuple(map(Selector, frame(lessons, held.css))),
    )


def _by_kind(found: Sequence[Dropped], pages: int) -> tuple[Drop, ...]:
    kinds = dict.fromkeys(sorted({dropped.kind for dropped in found}))
    return tuple(
        Drop(
            kind,
            selectors=tuple(
                Selector(dropped.css, remark=f"{dropped.pages} of {pages}") for dropped in found if dropped.kind is kind
            ),
        )
        for kind in kinds
    )


def _read(lesson: Lesson, layout: Layout) -> Article | None:
    """A page read by a layout alone; None where it does not hold."""
    from cleanscrape.way import read_page

    host = "example.com"  # for a name too: the site's own stays the one that its pages declare
    profile = Profile(host, hosts=(host,), layouts=(layout,), contract=Contract(min_paragraphs=0))
    article = read_page(lesson.page, profile).answer
    return article if isinstance(article, Article) and article.profile.layout == layout.id else None


def _agreement(lesson: Lesson, article: Article | None) -> float:
    """How alike the text of an article and that of the generic way are: F1 of words; 0 where there is none."""
    return likeness(words(article.text), words("\n".join(lesson.paragraphs))) if article is not None else 0.0


def _apart(layouts: Sequence[Layout], lessons: Sequence[Lesson]) -> list[Layout]:
    """The layouts, those with more in their markers first where one would take the pages of another."""
    return sorted(layouts, key=lambda layout: sum(bool(lesson.found(layout.markers[0].source)) for lesson in lessons))


def _about(lessons: Sequence[Lesson], articles: Sequence[Article]) -> Profile:
    """The site's name, hosts and language, as its pages say."""
    hosts: dict[str, None] = {}
    for lesson in lessons:
        host = host_of(lesson.page.url or lesson.page.linked.canonical or "").removeprefix("www.")
        if is_host_name(host):
            hosts[host] = None
    if not hosts:
        raise NothingLearned("the host is not known: give the address of each page")
    names = {article.site for article in articles}
    languages = {article.language for article in articles}
    name = next(iter(names)) if len(names) == 1 else None
    return Profile(
        name or next(iter(hosts)),
        hosts=tuple(hosts),
        language=next(iter(languages)) if len(languages) == 1 else None,
        tier=Tier.LEARNED,
    )
