"""The selectors of the fields: where the page prints what the generic way found, and linked data and meta confirm.

A selector is kept only where it gives the field's value on every page of the lesson, and takes nothing from the body.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from cleanscrape.article import Article
from cleanscrape.block import Context
from cleanscrape.fields.byline import read_author_names
from cleanscrape.fields.moment import find_moments, read_iso
from cleanscrape.fields.wording import words
from cleanscrape.hint import Hint
from cleanscrape.linked import first, plain, texts
from cleanscrape.profile.layout import Layout
from cleanscrape.profile.learning import pictures
from cleanscrape.profile.learning.lesson import Lesson
from cleanscrape.profile.learning.search import best
from cleanscrape.profile.selector import Selector

Places = frozenset[int]
_INLINE: Final = 40  # elements within a piece that are looked at
_AROUND: Final = 6  # pieces before the headline and after the body that may print a field
_SHORT: Final = 250  # letters of a line that prints a field
_MOST_TAGS: Final = 60


_DEAREST: Final = 2.1  # tags alone in one another, as `nav li`, cost more: on the next page they find anything


@dataclass(frozen=True, slots=True)
class Field:
    """How one field is learned: where it is printed, whether two articles agree in it, what a page declares of it.

    `is_list` says that all that a selector finds counts, not the first alone; `doubt` why a page teaches no selector;
    `dearest` is what a selector may cost: what stands in the body is lost where it finds too much on another page.
    """

    name: str
    printed: Callable[[Lesson], Places] = field(kw_only=True)
    same: Callable[[Article, Article], bool] = field(kw_only=True)
    declared: Callable[[Lesson], Iterable[tuple[str, bool]]] = field(kw_only=True)
    is_list: bool = field(default=False, kw_only=True)
    dearest: float = field(default=_DEAREST, kw_only=True)
    doubt: Callable[[Lesson], str | None] = field(default=lambda _: None, kw_only=True)


Read = Callable[[Lesson, Layout], Article | None]


def with_fields(layout: Layout, lessons: Sequence[Lesson], read: Read) -> tuple[Layout, list[str]]:
    """The layout with the selectors of all fields that could be learned, and what is unsure of the others.

    `read` reads a page by a layout; None where it does not hold.
    """
    doubts: list[str] = []
    articles = [read(lesson, layout) for lesson in lessons]
    for each in FIELDS:
        wanted = [each.printed(lesson) for lesson in lessons]
        if not any(wanted):
            continue
        unsure = next(filter(None, map(each.doubt, lessons)), None)
        found = _learned(each, lessons, wanted) if unsure is None else []
        for selector in found:
            tried = _with(layout, each.name, selector)
            after = [read(lesson, tried) for lesson in lessons]
            if all(map(_keeps(each), articles, after)):
                layout, articles = tried, after
                break
        else:
            why = "what is printed is not what the page declares" if found else "no stable selector finds it alone"
            why = unsure or why
            doubts.append(f"{each.name}: {why}; left to the generic way")
    return layout, doubts


def _with(layout: Layout, name: str, selector: Selector) -> Layout:
    changed: dict[str, Any] = {name: (selector,)}
    return replace(layout, **changed)


def _keeps(each: Field) -> Callable[[Article | None, Article | None], bool]:
    """Whether a page read with one more selector gives the same field and the same text."""

    def keeps(old: Article | None, new: Article | None) -> bool:
        return old is not None and new is not None and old.text == new.text and each.same(old, new)

    return keeps


def _learned(each: Field, lessons: Sequence[Lesson], wanted: Sequence[Places]) -> list[Selector]:
    """The selectors that may be the field's, the best first."""
    found = best(lessons, wanted, first_only=not each.is_list)
    remark = _remark(each, lessons, wanted)
    return [
        Selector(choice.css, remark=remark)
        for choice in found
        if choice.score >= _LEAST_SCORE
        and choice.cost <= each.dearest
        and not _is_of_one_story(each, choice.css, lessons, wanted)
    ]


def _is_of_one_story(each: Field, css: str, lessons: Sequence[Lesson], wanted: Sequence[Places]) -> bool:
    """Whether a selector names what its elements say: ``a.ann-droe``, ``li.culture``; or any picture whatever."""
    last = css.rsplit(" ", 1)[-1]
    named = {word for name in _NAME.findall(last) for word in words(name.replace("_", " "))}
    said = {
        word
        for lesson, places in zip(lessons, wanted, strict=True)
        for place in sorted(places)[:_INLINE]
        for word in words(lesson.text(place))
    }
    return last == "img" or (each.name in _OWN_WORDS and any(len(word) >= _TELLING for word in named & said))


_OWN_WORDS: Final = frozenset(("byline", "section", "breadcrumbs", "tags"))
_TELLING: Final = 4  # letters of a word that is not shared by chance
_NAME: Final = re.compile(r"[.#]([\w-]+)")


_LEAST_SCORE: Final = 0.75


def _remark(each: Field, lessons: Sequence[Lesson], wanted: Sequence[Places]) -> str:
    on = [lesson for lesson, places in zip(lessons, wanted, strict=True) if places]
    agreed: dict[str, int] = {}
    for lesson in on:
        for witness, agrees in each.declared(lesson):
            agreed[witness] = agreed.get(witness, 0) + agrees
    witnesses = [witness if count == len(on) else f"{witness} on {count}" for witness, count in agreed.items() if count]
    support = f"{len(on)} of {len(lessons)} {'page' if len(lessons) == 1 else 'pages'}"
    return f"{support}, as {' and '.join(witnesses)}" if witnesses else f"{support}, print alone"


def _near(lesson: Lesson) -> range:
    """The pieces among which the article prints its fields."""
    begin, end = lesson.reading.near()
    return range(max(0, begin - _AROUND), min(len(lesson.weights), end + _AROUND))


def _elements(lesson: Lesson, pieces: Iterable[int]) -> Iterator[int]:
    """The elements that print some pieces: their own, the inline ones in them, the two around that say no more."""
    seen: set[int] = set()
    for index in pieces:
        place = lesson.reading.blocks.pieces[index].node.order
        if place < 0 or place in seen:
            continue
        seen.add(place)
        yield place
        yield from _inline(lesson, place)
        for up in lesson.around(place)[:2]:
            if up not in seen and len(lesson.pieces_in(up)) <= len(lesson.pieces_in(place)):
                yield up


def _inline(lesson: Lesson, place: int) -> Iterator[int]:
    """The elements in a block that are no block of their own, nor in one."""
    elements = lesson.elements
    inside = [other for _, other in zip(range(_INLINE), elements.all[place].iterdescendants("*"), strict=False)]
    end = place
    for at in elements.places(inside):
        if at in lesson.nodes:
            end = max(end, elements.spans([at])[0][1])
        elif at > end:
            yield at


def _saying(lesson: Lesson, pieces: Iterable[int], value: str) -> Places:
    """The elements that print a text and no more."""
    wanted = words(value)
    return frozenset(place for place in _elements(lesson, pieces) if words(lesson.text(place)) == wanted)


def _headline(lesson: Lesson) -> Places:
    found = lesson.reading.found.get("headline")
    return _saying(lesson, found.pieces, found.value) if found is not None else frozenset()


def _dek(lesson: Lesson) -> Places:
    found = lesson.reading.found.get("dek")
    return _saying(lesson, found.pieces, found.value) if found is not None else frozenset()


def _byline(lesson: Lesson) -> Places:
    """The elements of the names; of the whole line where the names have none of their own."""
    found = lesson.reading.found.get("byline")
    if found is None:
        return frozenset()
    near = [i for i in _near(lesson) if lesson.weights[i] <= _SHORT and i not in lesson.body]
    names = [words(author.name) for author in found.value.authors]
    single: dict[int, int] = {}
    for place in _elements(lesson, near):
        said = words(lesson.text(place))
        if said in names:
            single.setdefault(names.index(said), place)
    if names and len(single) == len(names):
        return frozenset(single.values())
    return _saying(lesson, found.pieces, found.value.raw)


def _more_than_declared(lesson: Lesson) -> str | None:
    """Why the people that are printed are not to be trusted: the writers of other stories stand among them."""
    byline, declared = lesson.reading.value("byline"), lesson.page.linked.article.get("author")
    people, _ = read_author_names(declared if isinstance(declared, list) else [declared] if declared else [])
    if byline is None or not people or len(byline.authors) <= len(people):
        return None
    return f"{len(byline.authors)} people are printed, {len(people)} declared"


def _published(lesson: Lesson) -> Places:
    return _dated(lesson, "published")


def _modified(lesson: Lesson) -> Places:
    return _dated(lesson, "modified")


def _dated(lesson: Lesson, name: str) -> Places:
    """The smallest elements near the article that print the field's day."""
    found = lesson.reading.found.get(name)
    if found is None:
        return frozenset()
    near = [i for i in _near(lesson) if lesson.weights[i] <= _SHORT and i not in lesson.body]
    language = lesson.reading.value("language")
    places = frozenset(p for p in _elements(lesson, near) if found.value.day in _days(lesson, p, language))
    times = frozenset(place for place in places if lesson.elements.all[place].tag == "time")
    return times or places


def _days(lesson: Lesson, place: int, language: str | None) -> set[dt.date]:
    element = lesson.elements.all[place]
    stamps: list[dt.date | dt.datetime | None] = [read_iso(element.get(key) or "") for key in ("datetime", "content")]
    text = lesson.text(place)
    if len(text) <= _SHORT and any(map(str.isdigit, text)):
        stamps += [moment.value for moment in find_moments(text, language=language)]
    return {stamp.date() if isinstance(stamp, dt.datetime) else stamp for stamp in stamps if stamp is not None}


def _tags(lesson: Lesson) -> Places:
    return _links(lesson, lesson.reading.value("tags") or (), after_body=True)


def _breadcrumbs(lesson: Lesson) -> Places:
    return _links(lesson, lesson.reading.value("breadcrumbs") or (), after_body=False)


def _links(lesson: Lesson, values: Sequence[str], *, after_body: bool) -> Places:
    """The links whose texts are values of a field, where all values are linked."""
    wanted = {" ".join(value.split()).casefold() for value in values}
    start = min(lesson.reading.body(), default=0)
    pieces = range(start, len(lesson.weights)) if after_body else _above(lesson)
    found: dict[str, int] = {}
    for index in pieces:
        if lesson.reading.blocks.pieces[index].links:
            for place in _elements(lesson, (index,)):
                element = lesson.elements.all[place]
                text = lesson.text(place).lstrip("#").strip().casefold() if element.tag == "a" else ""
                if text in wanted:
                    found.setdefault(text, place)
    return frozenset(found.values()) if wanted and len(found) == len(wanted) <= _MOST_TAGS else frozenset()


def _section(lesson: Lesson) -> Places:
    value = lesson.reading.value("section")
    return _saying(lesson, _above(lesson), value) if value else frozenset()


def _above(lesson: Lesson) -> list[int]:
    """The pieces just above the headline and below it to the body; of menus those that are breadcrumbs alone."""
    start, body = _near(lesson).start, min(lesson.reading.body(), default=0)
    pieces = lesson.reading.blocks.pieces[start:body]
    return [p.index for p in pieces if not p.node.context & Context.NAV or p.node.hints & Hint.BREADCRUMB]


def _agree(mine: str | None, declared: str | None) -> bool:
    return bool(mine and declared) and words(mine or "") == words(declared or "")


def _declared_headline(lesson: Lesson) -> Iterator[tuple[str, bool]]:
    linked, mine = lesson.page.linked, lesson.reading.value("headline")
    yield "JSON-LD", _agree(mine, plain(linked.article.get("headline")))
    yield "meta", _agree(mine, first(linked.meta.get("og:title")))
    title = " ".join(words(linked.title or ""))
    yield "title", bool(mine) and " ".join(words(mine or "")) in title


def _declared_dek(lesson: Lesson) -> Iterator[tuple[str, bool]]:
    yield "the description", _agree(lesson.reading.value("dek"), lesson.reading.value("description"))


def _declared_byline(lesson: Lesson) -> Iterator[tuple[str, bool]]:
    byline, linked = lesson.reading.value("byline"), lesson.page.linked
    names = {" ".join(words(author.name)) for author in byline.authors} if byline else set()
    authors = linked.article.get("author")
    listed = authors if isinstance(authors, list) else [authors]
    said = {" ".join(words(name)) for author in listed if (name := plain(author))}
    yield "JSON-LD", bool(names) and names <= said
    meta = " ".join(words(" ".join(linked.meta.get("author", ()))))
    yield "meta", bool(names) and all(name in meta for name in names)


def _declared_day(name: str, key: str, meta: str) -> Callable[[Lesson], Iterator[tuple[str, bool]]]:
    def declared(lesson: Lesson) -> Iterator[tuple[str, bool]]:
        found, linked = lesson.reading.value(name), lesson.page.linked
        for witness, values in (
            ("JSON-LD", texts(linked.article.get(key))),
            ("meta", linked.meta.get(meta, ())),
        ):
            stamp = next((s for value in values if (s := read_iso(str(value))) is not None), None)
            day = stamp.date() if isinstance(stamp, dt.datetime) else stamp
            yield witness, found is not None and day == found.day

    return declared


def _undeclared(_: Lesson) -> Iterator[tuple[str, bool]]:
    yield from ()


def _same_time(old: Article, new: Article, name: str) -> bool:
    """Whether the new article has the old one's point in time, or a time of its day where it had the day alone."""
    one, other = getattr(old, name), getattr(new, name)
    if one is None or other is None:
        return one is other
    return one.value == other.value or (not isinstance(one.value, dt.datetime) and one.day == other.day)


def _equal(name: str) -> Callable[[Article, Article], bool]:
    return lambda old, new: getattr(old, name) == getattr(new, name)


_LASTING: Final = 1.5  # a bare figcaption; names that say how an element looks cost more

FIELDS: Final = (
    Field("headline", printed=_headline, same=_equal("headline"), declared=_declared_headline),
    Field("dek", printed=_dek, same=_equal("dek"), declared=_declared_dek),
    Field(
        "byline",
        printed=_byline,
        same=_equal("authors"),
        declared=_declared_byline,
        is_list=True,
        doubt=_more_than_declared,
    ),
    Field(
        "published",
        printed=_published,
        same=lambda old, new: _same_time(old, new, "published"),
        declared=_declared_day("published", "datePublished", "article:published_time"),
    ),
    Field(
        "modified",
        printed=_modified,
        same=lambda old, new: _same_time(old, new, "modified"),
        declared=_declared_day("modified", "dateModified", "article:modified_time"),
    ),
    Field("breadcrumbs", printed=_breadcrumbs, same=_equal("breadcrumbs"), declared=_undeclared, is_list=True),
    Field(
        "section",
        printed=_section,
        same=lambda old, new: _agree(old.section, new.section),  # an address has it in small letters
        declared=_undeclared,
    ),
    Field("lead_image", printed=pictures.lead_image, same=_equal("images"), declared=_undeclared),
    Field(
        "caption",
        printed=pictures.captions,
        same=pictures.same_pictures,
        declared=_undeclared,
        is_list=True,
        dearest=_LASTING,
    ),
    Field(
        "credit",
        printed=pictures.credit_lines,
        same=_equal("images"),
        declared=_undeclared,
        is_list=True,
        dearest=_LASTING,
    ),
    Field("tags", printed=_tags, same=_equal("tags"), declared=_undeclared, is_list=True),
)
"""The fields that are learned, in the order in which a layout names them."""
