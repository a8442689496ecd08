"""What a piece looks like, in numbers: the features that the body model reads.

All cost is linear in the number of pieces and nodes: sums over a node's pieces come from running totals, and what
is known of a node is worked out once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log1p
from typing import Final

from cleanscrape.block import Blocks, Context, Node, Piece
from cleanscrape.hint import Hint

# A piece this long with few links reads as running text.
GOOD_CHARS: Final = 80
GOOD_LINKS: Final = 0.35
# The body's container is the smallest node that holds this share of the running text.
_MAIN_SHARE: Final = 0.5
# A piece with no more letters than this, all of them links, far from the body's container, is no candidate.
_SHORT: Final = 25

_SENTENCE_ENDS: Final = tuple(".!?…。！？।۔؟\"”»’'“)")
_CLOSED: Final = ("heading", "list", "quote", "caption", "table", "code", "paragraph")
_KIND_CODES: Final = {kind: code for code, kind in enumerate(_CLOSED)}
_TAG_CODES: Final = {
    "p": 0, "div": 1, "li": 2, "td": 3, "section": 4, "article": 5, "figcaption": 6, "button": 7, "dd": 8, "dt": 8,
    "blockquote": 9, "h1": 10, "h2": 11, "h3": 12, "h4": 13, "h5": 14, "h6": 15, "body": 16,
}  # fmt: skip

CONTEXT_BITS: Final = {
    f"in_{name.lower()}": getattr(Context, name)
    for name in "ARTICLE MAIN ASIDE NAV HEADER FOOTER FORM FIGURE TABLE BUTTON LIST QUOTE DETAILS PARAGRAPH".split()
}
ABOVE_BITS: Final = {f"above_{hint.name}".lower(): int(hint) for hint in Hint}
NEAR_BITS: Final = {f"near_{hint.name}".lower(): int(hint) for hint in Hint}
INLINE_BITS: Final = {
    f"inline_{hint.name}".lower(): int(hint)
    for hint in (Hint.DATE, Hint.BYLINE, Hint.HIDDEN, Hint.RELATED, Hint.SHARE, Hint.CREDIT)
}
MASKS: Final = ("context", "above", "near", "inline")
NUMBERS: Final = (
    "chars", "link_density", "links", "ends", "commas", "starts", "digits", "kind", "level", "tag", "depth",
    "outer", "breaks", "words_per_stop",
    "good1", "good2", "good3", "density1", "density2", "density3", "count1", "count2", "mean1", "mean2",
    "inside_main", "main_position", "before_main", "after_main", "main_up",
    "position", "good_before", "good_after", "gap_before", "gap_after",
    "same_count", "same_good", "same_chars", "same_density",
    "prev_chars", "prev_density", "prev_kind", "next_chars", "next_density", "next_kind", "prev_same", "next_same",
    "since_heading", "heading_level", "since_h1", "repeated", "page_good", "page_pieces",
)  # fmt: skip
NAMES: Final = (*MASKS, *NUMBERS)
"""The columns of a feature row, in order: the bit masks first."""


@dataclass(slots=True)
class Measures:
    """What is worked out for all pieces of a page: lengths, link densities, which are running text."""

    chars: list[int]
    density: list[float]
    good: list[int]
    sums: list[list[int]]  # running totals of chars, link chars, good chars, good pieces
    main: Node

    def total(self, which: int, node: Node) -> int:
        """A running total's gain over the pieces of `node`."""
        sums = self.sums[which]
        return sums[node.end] - sums[node.first]


CHARS, LINKS, GOOD, GOODS = range(4)


def measured(blocks: Blocks) -> Measures:
    """Measure all pieces."""
    pieces = blocks.pieces
    chars = [len(p.text) if p.text.isascii() else _weight(p.text) for p in pieces]
    density = [p.link_chars / len(p.text) if p.link_chars else 0.0 for p in pieces]
    good = [
        c if c >= GOOD_CHARS and d <= GOOD_LINKS and p.outer is None else 0
        for c, d, p in zip(chars, density, pieces, strict=True)
    ]
    columns = (chars, [p.link_chars for p in pieces], good, [1 if g else 0 for g in good])
    sums = [list(accumulate(column, initial=0)) for column in columns]
    return Measures(chars, density, good, sums, _main(blocks, good, sums[GOOD]))


def _weight(text: str) -> int:
    """Length in letters: an ideograph, kana or hangul syllable says about as much as two or three of them."""
    wide = sum("\u2e80" <= c <= "\ud7ff" for c in text)
    return len(text) + wide + wide // 2


def _main(blocks: Blocks, good: Sequence[int], sums: Sequence[int]) -> Node:
    """The smallest node that holds most of the running text."""
    half = sums[-1] * _MAIN_SHARE
    node = blocks.nodes[0]
    best, best_size = node, len(good) + 1
    if half:
        for node in blocks.nodes:
            size = node.end - node.first
            if size <= best_size and sums[node.end] - sums[node.first] > half:
                best, best_size = node, size
    return best


class _NodeFacts:
    """What is known of a node: shares, density, counts, and the next larger node around it."""

    __slots__ = ("count", "density", "good", "mean", "up")

    def __init__(self, node: Node, m: Measures, all_good: int) -> None:
        chars = m.total(CHARS, node)
        self.good = m.total(GOOD, node) / all_good
        self.density = m.total(LINKS, node) / chars if chars else 0.0
        self.count = node.end - node.first
        self.mean = log1p(chars / self.count) if self.count else 0.0
        up = node.parent
        while up is not None and up.end - up.first == self.count:
            up = up.parent
        self.up = up


def _facts(node: Node, m: Measures, all_good: int) -> _NodeFacts:
    if node.scratch is None:
        node.scratch = _NodeFacts(node, m, all_good)
    facts: _NodeFacts = node.scratch
    return facts


def candidates(blocks: Blocks, m: Measures) -> list[int]:
    """The pieces that may be body: all but short links far from the body's container."""
    first, end = m.main.first, m.main.end
    shut = Context.NAV | Context.DIALOG
    return [
        i
        for i, p in enumerate(blocks.pieces)
        if first <= i < end
        or not (
            (m.density[i] > 0.8 and m.chars[i] < 100) or m.chars[i] < _SHORT or (p.node.context & shut)
        )
        or p.kind == "heading"
    ]


def rows(blocks: Blocks, m: Measures, chosen: Sequence[int]) -> list[tuple[float, ...]]:
    """A row of features for each of the `chosen` pieces, columns as in `NAMES`."""
    return _Rows(blocks, m).rows(chosen)


class _Rows:
    def __init__(self, blocks: Blocks, m: Measures) -> None:
        self.pieces = blocks.pieces
        self.m = m
        self.all_good = m.sums[GOOD][-1] or 1
        self.repeats = Counter(p.text for p in self.pieces)
        self.logs = [round(log1p(c), 2) for c in m.chars]
        self.same = self._signatures()
        self.gaps = self._gaps()
        self.headings = self._headings()

    def rows(self, chosen: Sequence[int]) -> list[tuple[float, ...]]:
        return [self._mask(i) + self._own(i) + self._around(i) + self._place(i) + self._near(i) for i in chosen]

    def _mask(self, i: int) -> tuple[int, ...]:
        p = self.pieces[i]
        node = p.node
        near = node.tag.hints | (node.parent.tag.hints if node.parent is not None else 0)
        return node.context, node.hints, near, p.inline

    def _own(self, i: int) -> tuple[float, ...]:
        p = self.pieces[i]
        text = p.text
        size = len(text)
        first = text[0]
        starts = 0 if first.islower() else 1 if first.isalpha() else 2 if first.isdigit() else 3
        stops = text.count(". ") + text.count("。") + text.count("! ") + text.count("? ") + 1
        return (
            self.logs[i], self.m.density[i], len(p.links), float(text.endswith(_SENTENCE_ENDS)),
            (text.count(",") + text.count("،") + text.count("、") + text.count("，")) / size * 100, starts,
            sum(map(text.count, "0123456789")) / size, _KIND_CODES[p.kind], p.level,
            _TAG_CODES.get(p.node.tag.name, 17), p.node.depth, float(p.outer is not None), p.breaks,
            self.m.chars[i] / stops,
        )  # fmt: skip

    def _around(self, i: int) -> tuple[float, ...]:
        m, good = self.m, self.all_good
        one = _facts(self.pieces[i].node, m, good)
        if one.count == 1 and one.up is not None:
            one = _facts(one.up, m, good)
        two = _facts(one.up, m, good) if one.up is not None else one
        three = _facts(two.up, m, good) if two.up is not None else two
        return (
            one.good, two.good, three.good, one.density, two.density, three.density, one.count, two.count, one.mean,
            two.mean,
        )  # fmt: skip

    def _place(self, i: int) -> tuple[float, ...]:
        m = self.m
        main, n = m.main, len(self.pieces)
        size = main.end - main.first
        inside = main.first <= i < main.end
        node: Node | None = self.pieces[i].node
        up = 0
        while node is not None and up < 12 and not (node.first <= main.first and node.end >= main.end):  # noqa: PLR2004
            node = node.parent
            up += 1
        before = m.sums[GOOD][i] / self.all_good
        return (
            float(inside), (i - main.first) / size if size else 0.0, max(0, main.first - i), max(0, i - main.end + 1),
            up, i / n, before, 1 - before - m.good[i] / self.all_good, *self.gaps[i], *self.same[i],
        )  # fmt: skip

    def _near(self, i: int) -> tuple[float, ...]:
        pieces, m, last = self.pieces, self.m, len(self.pieces) - 1
        p, q, r = pieces[i], pieces[max(0, i - 1)], pieces[min(last, i + 1)]
        return (
            self.logs[q.index] if i else 0.0, m.density[q.index], _KIND_CODES[q.kind],
            self.logs[r.index] if i < last else 0.0, m.density[r.index], _KIND_CODES[r.kind],
            float(q.node.parent is p.node.parent), float(r.node.parent is p.node.parent),
            *self.headings[i], min(9, self.repeats[p.text]), log1p(self.all_good), last + 1,
        )  # fmt: skip

    def _signatures(self) -> list[tuple[float, float, float, float]]:
        """What the pieces with the same tags around them are like: count, share of running text, length, links."""
        m = self.m
        keys = [
            (p.node.tag.raw, p.node.parent.tag.raw if p.node.parent is not None else "", p.outer is None)
            for p in self.pieces
        ]
        sums: dict[tuple[str, str, bool], list[int]] = {}
        for i, key in enumerate(keys):
            s = sums.setdefault(key, [0, 0, 0, 0])
            s[0] += 1
            s[1] += m.good[i]
            s[2] += m.chars[i]
            s[3] += self.pieces[i].link_chars
        seen = {
            key: (s[0], s[1] / self.all_good, round(log1p(s[2] / s[0]), 2), min(1.0, s[3] / (s[2] or 1)))
            for key, s in sums.items()
        }
        return [seen[key] for key in keys]

    def _gaps(self) -> list[tuple[int, int]]:
        """How many pieces back and ahead the nearest running text stands."""
        good = self.m.good
        n = len(good)
        back, ahead = [99] * n, [99] * n
        for order, gaps in ((range(n), back), (range(n - 1, -1, -1), ahead)):
            gap = 99
            for i in order:
                gaps[i] = gap
                gap = 1 if good[i] else min(99, gap + 1)
        return list(zip(back, ahead, strict=True))

    def _headings(self) -> list[tuple[int, int, int]]:
        """How many pieces back the last heading stands, its level, and how far back the last h1."""
        since, level, since_h1 = 99, 0, 999
        found: list[tuple[int, int, int]] = []
        for p in self.pieces:
            if p.kind == "heading":
                since, level = 0, p.level
                if p.level == 1:
                    since_h1 = 0
            found.append((since, level, since_h1))
            since = min(99, since + 1)
            since_h1 = min(999, since_h1 + 1)
        return found
