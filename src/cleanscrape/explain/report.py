"""What a page was read as, as data: its pieces with their labels, its fields with their witnesses.

It is read off the same reading that gives the article; nothing is labelled a second time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from cleanscrape.article import Article, Link, ProfileUse, Source, Tier
from cleanscrape.block import Piece
from cleanscrape.inline import links
from cleanscrape.label import Label
from cleanscrape.profile import Profile
from cleanscrape.profile.matches import Matches, matches
from cleanscrape.reading import Reading
from cleanscrape.render.line import lines
from cleanscrape.way import Outcome

UNLABELLED: Final = "unlabelled"
"""The name of what has no label: all of a page in which nothing reads as running text."""

REPORTED: Final = (
    "headline", "dek", "byline", "dateline", "published", "modified", "section", "breadcrumbs", "tags", "images",
    "description", "language", "site", "publisher", "license", "access", "canonical_url", "kind",
)  # fmt: skip
"""The fields of a report, in its order."""

_DATELINE_IN: Final = 5  # pieces at the top of the body in which its dateline is looked for


def is_kept(label: str) -> bool:
    """Whether a label is one of the article: of its body, or of the print of a field."""
    return label != UNLABELLED and not Label(label).is_boilerplate


@dataclass(frozen=True, slots=True)
class LabelledPiece:
    """One piece of the page, in reading order, with its label.

    `kind` is how the page sets it (``paragraph``, ``heading``, ``list``, ``quote``, ``table``, ``code``, ``caption``),
    `level` and `ordinal` as in `Block`. `label` is what it was taken for: a `Label`, or ``unlabelled``; `by` who said
    so: a rule, a profile's key, or a field's witness; `selector` the profile's selector behind it, where one is.
    `chance` is its chance of being body, 0 to 1, None where a profile spoke and none was weighed. `path` is that of
    its element, None in a plain-text capture. `prints` names the fields that are printed in it, `dateline` is the
    length of the dateline that it begins with, in characters.
    """

    index: int
    text: str = field(kw_only=True)
    kind: str = field(kw_only=True)
    level: int = field(default=0, kw_only=True)
    ordinal: int | None = field(default=None, kw_only=True)
    links: tuple[Link, ...] = field(default=(), kw_only=True)
    label: str = field(kw_only=True)
    by: str = field(default="", kw_only=True)
    evidence: str = field(default="", kw_only=True)
    selector: str | None = field(default=None, kw_only=True)
    chance: float | None = field(default=None, kw_only=True)
    path: str | None = field(default=None, kw_only=True)
    prints: tuple[str, ...] = field(default=(), kw_only=True)
    dateline: int = field(default=0, kw_only=True)

    @property
    def is_kept(self) -> bool:
        """Whether it is part of the article: of its body, or the print of a field."""
        return is_kept(self.label)


@dataclass(frozen=True, slots=True)
class ReportedField:
    """One field of the article: its value as lines of text, none where it is unknown; its witness; its pieces."""

    name: str
    values: tuple[str, ...] = field(default=(), kw_only=True)
    by: str | None = field(default=None, kw_only=True)
    evidence: str = field(default="", kw_only=True)
    pieces: tuple[int, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How one page was read.

    `refusal` says why the page is no article, None where it is one. `confidence` is that of the body, 0 to 1;
    `chance` the page's chance of being an article, None where a profile spoke. `matches` are those of the site's
    profile, also where it did not hold, and empty where the site has none.
    """

    profile: ProfileUse
    url: str | None = None
    language: str | None = None
    refusal: str | None = None
    confidence: float = 1.0
    chance: float | None = None
    pieces: tuple[LabelledPiece, ...] = ()
    fields: tuple[ReportedField, ...] = ()
    matches: tuple[Matches, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def headline(self) -> str | None:
        """The headline that was found."""
        return next((each.values[0] for each in self.fields if each.name == "headline" and each.values), None)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many pieces have each label, in the order of `Label`; labels that no piece has are left out."""
        found = Counter(piece.label for piece in self.pieces)
        return {label: found[label] for label in (*Label, UNLABELLED) if found[label]}


def report_of(outcome: Outcome, profile: Profile | None) -> Report:
    """The report of one page's reading; `profile` is the one that was asked first, whether or not it held."""
    reading = outcome.reading
    article = outcome.answer if isinstance(outcome.answer, Article) else None
    found = matches(profile, reading.page) if profile is not None else ()
    fields = _fields(reading, article)
    return Report(
        url=reading.page.url,
        language=reading.value("language"),
        refusal=None if article is not None else str(outcome.answer),
        profile=article.profile if article is not None else ProfileUse(Tier.GENERIC),
        confidence=round(reading.confidence, 3),
        chance=None if reading.chance is None else round(reading.chance, 4),
        pieces=tuple(_pieces(reading, fields, _Keys(profile, found))),
        fields=fields,
        matches=found,
        warnings=tuple(reading.warnings),
    )


class _Keys:
    """The selectors of a profile by the names that labels and sources give its keys."""

    def __init__(self, profile: Profile | None, found: Sequence[Matches]) -> None:
        name = profile.name if profile is not None else ""
        used = [(f"{name}/{each.key}", each.selector) for each in found if each.is_used]
        self._all = frozenset(used)
        self._first = dict(reversed(used))

    def behind(self, by: str, evidence: str) -> tuple[str | None, str]:
        """The selector behind a label, and what evidence there is beside it."""
        return (evidence, "") if (by, evidence) in self._all else (self._first.get(by), evidence)


def _fields(reading: Reading, article: Article | None) -> tuple[ReportedField, ...]:
    return tuple(_field(reading, article, name) for name in REPORTED)


def _field(reading: Reading, article: Article | None, name: str) -> ReportedField:
    """A field as the article has it, or where there is no article as the reading has it."""
    found = reading.found.get(name)
    source: Source | None = found.source if found is not None else None
    value = found.value if found is not None else None
    pieces = found.pieces if found is not None else ()
    if article is not None:
        source = article.sources.get(name)
        value = getattr(article, name)
        if name == "dateline" and article.dateline is not None:
            pieces = _of_dateline(reading, article.dateline.raw)
    if source is None:
        return ReportedField(name)
    return ReportedField(name, values=lines(value), by=source.by, evidence=source.evidence, pieces=pieces)


def _of_dateline(reading: Reading, raw: str) -> tuple[int, ...]:
    """The piece of the body that begins with the dateline."""
    top = reading.body()[:_DATELINE_IN]
    return tuple(i for i in top if reading.blocks.pieces[i].text.startswith(raw))[:1]


def _pieces(reading: Reading, fields: Sequence[ReportedField], keys: _Keys) -> Iterator[LabelledPiece]:
    prints: dict[int, list[str]] = {}
    for each in fields:
        for index in each.pieces:
            prints.setdefault(index, []).append(each.name)
    dateline = next((len(each.values[0]) for each in fields if each.name == "dateline" and each.values), 0)
    for piece in reading.blocks.pieces:
        printed = tuple(prints.get(piece.index, ()))
        yield _piece(reading, piece, printed, dateline if "dateline" in printed else 0, keys)


def _piece(reading: Reading, piece: Piece, prints: tuple[str, ...], dateline: int, keys: _Keys) -> LabelledPiece:
    given = reading.labels[piece.index]
    label, by, evidence = (given.label.value, given.by, given.evidence) if given is not None else (UNLABELLED, "", "")
    selector, evidence = keys.behind(by, evidence)
    return LabelledPiece(
        piece.index,
        text=piece.text,
        kind=piece.kind,
        level=piece.level,
        ordinal=piece.ordinal,
        links=links(piece.links, reading.base()),
        label=label,
        by=by,
        evidence=evidence,
        selector=selector,
        chance=round(reading.chances[piece.index], 3) if reading.chances else None,
        path=piece.node.path() if reading.blocks.is_markup else None,
        prints=prints,
        dateline=dateline,
    )
