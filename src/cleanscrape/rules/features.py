"""What a piece looks like, in numbers: the features that the first pass of the body model reads.

All cost is linear in the number of pieces and nodes: sums over a node's pieces come from running totals, and what
is known of a node is worked out once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from cleanscrape.block import Blocks, Context, Node, Piece
from cleanscrape.hint import HINTS
from cleanscrape.rules import announced
from cleanscrape.rules.gaps import NONE, gaps
from cleanscrape.rules.looks import genre, looks

# A piece this long with few links reads as running text.
GOOD_CHARS: Final = 80
GOOD_LINKS: Final = 0.35
# The body's container is the smallest node that holds this share of the running text.
_MAIN_SHARE: Final = 0.5
# A piece with no more letters than this, far from the body's container, is no candidate, nor is one of links.
_SHORT: Final = 25
_LINKED: Final = 0.8
_SHORT_LINK: Final = 100
_WIDE: Final = re.compile("[\u2e80-\ud7ff]")
_LOOKED_AT: Final = 40  # characters after which a text without an ideograph has none
# Elements with this few pieces, side by side under one parent, are cards of a list.
CARD: Final = 2, 8
_FARTHEST: Final = 12  # steps up to the body's container that are told apart
# A piece so many pieces from all running text is no candidate. Of 2,285 pages none has a body with such a gap in it; a
# page made of short pieces alone is weighed in half the time.
_REACH: Final = 400


_TERMINAL: Final = frozenset(".!?…。！？।۔؟\"”»’'“)")
CUT_SHORT: Final = ("…", "...", "[…]", "[...]", "(...)", "…]")  # how an excerpt ends: the rest is elsewhere
_TEASED: Final = 0.8  # share of a heading's letters that are links: it leads to another page
_SCOPE: Final = 8  # steps up to the element that a heading rules
_BESIDE: Final = 2, 25  # pieces, and letters of each, that may stand beside a heading in a wrapper of its own
_KIND_CODES: Final = {
    kind: code for code, kind in enumerate(("heading", "list", "quote", "caption", "table", "code", "paragraph"))
}
_TAG_CODES: Final = {
    "p": 0, "div": 1, "li": 2, "td": 3, "section": 4, "article": 5, "figcaption": 6, "button": 7, "dd": 8, "dt": 8,
    "blockquote": 9, "h1": 10, "h2": 11, "h3": 12, "h4": 13, "h5": 14, "h6": 15, "body": 16,
}  # fmt: skip
_OTHER_TAG: Final = 17

CONTEXT_BITS: Final = {
    f"in_{name.lower()}": getattr(Context, name)
    for name in "ARTICLE MAIN ASIDE NAV HEADER FOOTER FORM FIGURE TABLE BUTTON LIST QUOTE DETAILS PARAGRAPH".split()
}
ABOVE_BITS: Final = {f"above_{name}": bit for name, bit in HINTS.items()}
NEAR_BITS: Final = {f"near_{name}": bit for name, bit in HINTS.items()}
MASKS: Final = ("context", "above", "near")
NUMBERS: Final = (
    "links", "ends", "commas", "starts", "level", "tag", "sentence",
    "good1", "density1", "count1", "mean1", "main_up", "twins", "teasers", "articles",
    "good2", "density2", "count2", "mean2", "good3", "density3",
    "main_position", "before_main", "after_main", "position", "good_before", "chars", "link_density", "kind",
    "gap_before", "gap_after",
    "same_count", "same_good", "same_chars", "same_density",
    "prev_density", "next_chars", "next_density", "prev_same", "next_same",
    "since_heading", "heading_level", "since_h1", "repeated", "page_good", "story", "listed", "titled", "news",
    "pictured", "styled", *announced.NAMES,
)  # fmt: skip
NAMES: Final = (*MASKS, *NUMBERS)
"""The columns of a feature row, in order: the bit masks first."""

Row = tuple[float, ...]


@dataclass(slots=True)
class Measures:
    """What is worked out for all pieces of a page: lengths, link densities, which are running text."""

    chars: list[int]
    density: list[float]
    good: list[int]
    sums: list[list[int]]  # running totals of chars, link chars, good chars
    main: Node

    def total(self, which: int, node: Node) -> int:
        """A running total's gain over the pieces of `node`."""
        sums = self.sums[which]
        return sums[node.end] - sums[node.first]


CHARS, LINKS, GOOD = range(3)


def measured(blocks: Blocks) -> Measures:
    """Measure all pieces."""
    pieces = blocks.pieces
    chars = [len(p.text) if p.text.isascii() else _weight(p.text) for p in pieces]
    density = [p.link_chars / len(p.text) if p.link_chars else 0.0 for p in pieces]
    good = [
        c if c >= GOOD_CHARS and d <= GOOD_LINKS and p.outer is None else 0
        for c, d, p in zip(chars, density, pieces, strict=True)
    ]
    columns = (chars, [p.link_chars for p in pieces], good)
    sums = [list(accumulate(column, initial=0)) for column in columns]
    return Measures(chars, density, good, sums, container(blocks, sums[GOOD], _MAIN_SHARE))


def _weight(text: str) -> int:
    """Length in letters: an ideograph, kana or hangul syllable says about as much as two or three of them."""
    if not _WIDE.search(text, 0, _LOOKED_AT):
        return len(text)
    wide = len(_WIDE.findall(text))
    return len(text) + wide + wide // 2


def container(blocks: Blocks, sums: Sequence[float], share: float) -> Node:
    """The smallest node that holds more than a share of what `sums` runs up: the deepest of equals."""
    wanted = sums[-1] * share
    best = blocks.nodes[0]
    size = len(blocks.pieces) + 1
    if wanted:
        for node in blocks.nodes:
            first, end = node.first, node.end
            if end - first <= size and sums[end] - sums[first] > wanted:
                best, size = node, end - first
    return best


def candidates(blocks: Blocks, m: Measures) -> list[int]:
    """The pieces that may be body: all but short ones and links far from the body's container."""
    first, end = m.main.first, m.main.end
    chars, density = m.chars, m.density
    shut = Context.NAV | Context.DIALOG
    pieces = blocks.pieces
    near = range(len(pieces)) if len(pieces) <= 2 * _REACH else _within_reach(m)
    return [
        i
        for i in near
        if first <= i < end
        or (
            chars[i] >= _SHORT
            and (density[i] <= _LINKED or chars[i] >= _SHORT_LINK)
            and not pieces[i].node.context & shut
        )
        or pieces[i].kind == "heading"
    ]


def _within_reach(m: Measures) -> Sequence[int]:
    """The pieces that are not too far from all running text; all of them where a page has none."""
    good = m.sums[GOOD]
    size = len(good) - 1
    if not good[-1]:
        return range(size)
    return [i for i in range(size) if good[min(size, i + _REACH)] > good[max(0, i - _REACH)]]


@dataclass(slots=True)
class Table:
    """The features of a page's candidates: a row each, their signatures numbered, which heading rules each.

    `rulers` holds a place among the candidates, or -1 where no heading rules.
    """

    rows: list[Row]
    keys: list[int]
    rulers: list[int]


def table(blocks: Blocks, m: Measures, chosen: Sequence[int], *, is_news: bool = False) -> Table:
    """The features of the `chosen` pieces, columns as in `NAMES`; `is_news` is what the page says of itself."""
    known = _Rows(blocks, m)
    keys, same = known.signatures(chosen)
    rulers, headings = known.headings(chosen)
    page = (*genre(blocks, m.main, m.sums[GOOD]), is_news)
    said = announced.said_of_pieces([blocks.pieces[i].text for i in chosen], rulers)
    seen = [(*page, *look, *words) for look, words in zip(looks(blocks, chosen), said, strict=True)]
    return Table(known.rows(chosen, same, headings, seen), keys, rulers)


class _Rows:
    def __init__(self, blocks: Blocks, m: Measures) -> None:
        self.pieces = blocks.pieces
        self.m = m
        self.all_good = m.sums[GOOD][-1] or 1
        self.kinds = [_KIND_CODES[p.kind] for p in self.pieces]
        least, most = CARD
        leads = list(accumulate([p.kind == "heading" and leads_on(p) for p in self.pieces], initial=0))
        cards = [
            (n.parent.order, n.tag.name, leads[n.end] > leads[n.first])
            for n in blocks.nodes
            if least <= n.end - n.first <= most and n.parent is not None
        ]
        self.cards = Counter([card[:2] for card in cards])
        self.teasers = Counter([card[:2] for card in cards if card[2]])
        self.around: dict[int, Row] = {}
        self.facts: dict[int, tuple[Row, Node | None]] = {}

    def rows(
        self, chosen: Sequence[int], same: Sequence[Row], headings: Sequence[Row], seen: Sequence[Row]
    ) -> list[Row]:
        pieces = [self.pieces[i] for i in chosen]
        around = [self._around(piece.node) for piece in pieces]
        own = [_own(piece) for piece in pieces]
        parts = (own, around, self._places(chosen), same, self._neighbours(chosen), headings, seen)
        return [(*a, *b, *c, *d, *e, *f, *g) for a, b, c, d, e, f, g in zip(*parts, strict=True)]

    def _around(self, node: Node) -> Row:
        """What the three nearest elements are like that hold more than one piece, each more than the last."""
        while node.end - node.first <= 1 and node.parent is not None:
            node = node.parent
        known = self.around.get(node.order)
        if known is not None:
            return known
        one, up = self._facts(node)
        two, up2 = self._facts(up) if up is not None else (one, None)
        three = self._facts(up2)[0] if up2 is not None else two
        found = self.around[node.order] = (*one, *self._steps(node), *two, three[0], three[1])
        return found

    def _facts(self, node: Node) -> tuple[Row, Node | None]:
        """Of a node: (share of running text, link density, pieces, mean length), and the next larger node."""
        known = self.facts.get(node.order)
        if known is not None:
            return known
        first, end = node.first, node.end
        all_chars, links, good = self.m.sums
        chars, count = all_chars[end] - all_chars[first], end - first
        up = node.parent
        while up is not None and up.end - up.first == count:
            up = up.parent
        density = (links[end] - links[first]) / chars if chars else 0.0
        row = ((good[end] - good[first]) / self.all_good, density, count, chars / count if count else 0.0)
        found = self.facts[node.order] = row, up
        return found

    def _steps(self, node: Node) -> tuple[int, int, int, int]:
        """Steps up to an element that holds the body's container; cards like it, those of them with a linked heading;
        article elements around it.
        """
        main = self.m.main
        first, end = main.first, main.end
        steps = twins = teasers = articles = 0
        at: Node | None = node
        while at is not None and steps < _FARTHEST and not (at.first <= first and at.end >= end):
            parent = at.parent
            if CARD[0] <= at.end - at.first <= CARD[1] and parent is not None:
                key = (parent.order, at.tag.name)
                twins = max(twins, self.cards[key])
                teasers = max(teasers, self.teasers[key])
            articles += at.tag.name == "article"
            at = parent
            steps += 1
        return steps, twins, teasers, articles

    def _places(self, chosen: Sequence[int]) -> list[Row]:
        """Where pieces stand: in the body's container, pieces before and after it, in the page."""
        m, size = self.m, len(self.pieces)
        first, end = m.main.first, m.main.end
        inside = end - first
        before, after = gaps(m.good)
        good, all_good, chars, density, kinds = m.sums[GOOD], self.all_good, m.chars, m.density, self.kinds
        return [
            (
                (i - first) / inside if inside else 0.0, first - i if i < first else 0,
                i - end + 1 if i >= end else 0, i / size, good[i] / all_good,
                chars[i], density[i], kinds[i], before[i], after[i],
            )
            for i in chosen
        ]  # fmt: skip

    def _neighbours(self, chosen: Sequence[int]) -> list[Row]:
        """Link density of the piece before, length and density of that after, and whether they stand beside it."""
        density, chars = self.m.density, self.m.chars
        parents = [piece.node.parent for piece in self.pieces]
        last = len(parents) - 1
        return [
            (density[h], chars[j], density[j], parents[h] is parents[i], parents[j] is parents[i])
            for i in chosen
            for h, j in ((i - 1 if i else 0, i + 1 if i < last else i),)
        ]

    def signatures(self, chosen: Sequence[int]) -> tuple[list[int], list[Row]]:
        """A number for each piece's signature, and what the pieces with the same tags around them are like.

        That is: their count, share of running text, mean length, link density.
        """
        pieces, good, chars = self.pieces, self.m.good, self.m.chars
        keys: list[int] = []
        numbers: dict[tuple[str, str, bool], int] = {}
        sums: list[list[int]] = []
        for i in chosen:
            p = pieces[i]
            parent = p.node.parent
            key = (p.node.tag.raw, parent.tag.raw if parent is not None else "", p.outer is None)
            number = numbers.setdefault(key, len(sums))
            if number == len(sums):
                sums.append([0, 0, 0, 0])
            keys.append(number)
            s = sums[number]
            s[0] += 1
            s[1] += good[i]
            s[2] += chars[i]
            s[3] += p.link_chars
        all_good = self.all_good
        seen = [(s[0], s[1] / all_good, s[2] / s[0], s[3] / (s[2] or 1)) for s in sums]
        return keys, [seen[key] for key in keys]

    def headings(self, chosen: Sequence[int]) -> tuple[list[int], list[Row]]:
        """Which candidate is the heading that rules each; how far back it stands, its level, how far back the last h1.

        With them how often the text stands among the candidates, and how much running text the page has: in bits.
        """
        pieces, kinds = self.pieces, self.kinds
        repeats = Counter([pieces[i].text for i in chosen])
        rulers: list[int] = []
        found: list[Row] = []
        page = self.all_good.bit_length()  # no more: the very number would name the page
        h1 = -NONE
        open_: list[tuple[int, int, int]] = []  # the headings that rule here: where each ends, candidate, piece
        for at, i in enumerate(chosen):
            while open_ and open_[-1][0] <= i:
                open_.pop()
            _, ruler, last = open_[-1] if open_ else (0, -1, -NONE)
            rulers.append(ruler)
            if not kinds[i]:
                open_.append((self._scope(pieces[i]), at, i))
                last = i
                if pieces[i].level == 1:
                    h1 = i
            level = pieces[last].level if last >= 0 else 0
            found.append((i - last, level, i - h1, repeats[pieces[i].text], page))
        return rulers, found

    def _scope(self, title: Piece) -> int:
        """Where the element ends that a heading rules: the smallest that holds more after it than a date or a link."""
        pieces, start = self.pieces, title.index + 1
        most, longest = _BESIDE
        node: Node | None = title.node
        for _ in range(_SCOPE):
            if node is None:
                break
            end = node.end
            if end > start + most or any(len(pieces[i].text) > longest for i in range(start, end)):
                return end
            node = node.parent
        return len(pieces)


def leads_on(p: Piece) -> bool:
    """Whether a piece is a heading that links to another page."""
    return p.kind == "heading" and (p.outer is not None or p.link_chars > _TEASED * len(p.text))


def _own(p: Piece) -> Row:
    """What a piece says of itself: masks of its elements, links, punctuation, tag."""
    text, node = p.text, p.node
    size = len(text)
    first = text[0]
    near = node.tag.hints
    if node.parent is not None:
        near |= node.parent.tag.hints
    starts = 0 if first.islower() else 1 if first.isalpha() else 2 if first.isdigit() else 3
    commas, stops = text.count(","), text.count(". ") + 1
    if not text.isascii():
        commas += text.count("،") + text.count("、") + text.count("，")
        stops += text.count("。") + text.count("। ")
    return (
        node.context, node.hints, near,
        len(p.links), -1 if text.endswith(CUT_SHORT) else text[-1] in _TERMINAL, commas / size, starts,
        p.level, _TAG_CODES.get(node.tag.name, _OTHER_TAG), size / stops,
    )  # fmt: skip
