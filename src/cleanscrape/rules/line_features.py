"""What a line of a plain-text capture looks like, in numbers: no element tells anything, its neighbours must."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from cleanscrape.block import Blocks
from cleanscrape.rules import announced
from cleanscrape.rules.features import Measures, Row
from cleanscrape.rules.gaps import gaps

MASKS: Final = ()
NUMBERS: Final = (
    "chars", "ends", "commas", "starts", "digits", "capitals", "sentence", "kind", "repeated", "titled",
    "gap_before", "gap_after", "good_before", "position", "page_good", "pieces", "since_title",
    "before1", "before2", "after1", "after2", "ends_before", "ends_after", "near_good", "near_mean", "run_good",
    "words_near", "shared", "core", "title_words", *announced.LINE_NAMES,
)  # fmt: skip
NAMES: Final = (*MASKS, *NUMBERS)
"""The columns of a feature row, in order."""

_TERMINAL: Final = frozenset(".!?…。！？।۔؟\"”»’'“)")
_NEAR: Final = 5  # lines on each side that make up the neighbourhood
_BREAK: Final = 4  # lines without running text that end a run of it
_KINDS: Final = {"paragraph": 0, "list": 1}
_LETTERS: Final = re.compile(r"\w+")
# A word of a subject: five letters or more, cut to six so that most endings do not count.
_SUBJECT: Final = re.compile(r"[^\W\d_]{5,}")
_STEM: Final = 6
_LOOKED_AT: Final = 400
_SHORTEST_TITLE: Final = 12  # letters: a shorter line repeats a part of any title


def line_rows(blocks: Blocks, m: Measures, words: Sequence[float]) -> list[Row]:
    """A row of features for each line, columns as in `NAMES`; `words` are the lines' word scores."""
    pieces, chars, good = blocks.pieces, m.chars, m.good
    size = len(pieces)
    if not size:
        return []
    all_good = m.sums[2][-1] or 1
    texts = [p.text for p in pieces]
    repeats = Counter(texts)
    ends = [p.text[-1] in _TERMINAL for p in pieces]
    since, titled = _titles(texts)
    back, ahead = gaps(good)
    runs = _runs(good, back)
    goods, lengths, tones = (list(accumulate(column, initial=0.0)) for column in (map(bool, good), chars, words))
    subjects, said = _subjects(texts, good, runs), announced.said_of_lines(texts)
    long = [0, 0, *chars, 0, 0]
    found: list[Row] = []
    for i, p in enumerate(pieces):
        a, b = max(0, i - _NEAR), min(size, i + _NEAR + 1)
        found.append((
            chars[i], ends[i], *_own(p.text), _KINDS.get(p.kind, 2), repeats[p.text], titled[i],
            back[i], ahead[i], m.sums[2][i] / all_good, i / size, all_good, size, since[i],
            long[i + 1], long[i], long[i + 3], long[i + 4], ends[i - 1] if i else 0, ends[i + 1] if i + 1 < size else 0,
            (goods[b] - goods[a]) / (b - a), (lengths[b] - lengths[a]) / (b - a), runs[i] / all_good,
            (tones[b] - tones[a]) / (b - a), *subjects[i], *said[i],
        ))  # fmt: skip
    return found


def _own(text: str) -> tuple[float, float, float, float, float]:
    """Share of commas, how it starts, shares of digits and of capitals, letters a sentence."""
    size, first = len(text), text[0]
    starts = 0 if first.islower() else 1 if first.isalpha() else 2 if first.isdigit() else 3
    head = text[:120]
    return (
        text.count(",") / size, starts, sum(map(head.count, "0123456789")) / len(head),
        sum(map(str.isupper, head)) / len(head), size / (text.count(". ") + text.count("。") + 1),
    )  # fmt: skip


def _titles(texts: Sequence[str]) -> tuple[list[int], list[bool]]:
    """How many lines back the last one stood that repeats the page's title, and which lines do.

    The first line of a capture is, as a rule, the page's title with the site's name.
    """
    title = " ".join(_LETTERS.findall(texts[0].lower()))
    since, titled, last = [], [], -99
    for i, text in enumerate(texts):
        short = len(text) <= len(texts[0]) + _SHORTEST_TITLE
        line = " ".join(_LETTERS.findall(text.lower())) if short else ""
        is_title = i > 0 and len(line) >= _SHORTEST_TITLE and (line in title or title in line)
        if is_title:
            last = i
        since.append(i - last)
        titled.append(is_title)
    return since, titled


def _runs(good: Sequence[int], back: Sequence[int]) -> list[int]:
    """For each line, the letters of the run of running text that it stands in; 0 outside all runs."""
    numbers, totals, run = [], [0], 0
    for chars, gap in zip(good, back, strict=True):
        if chars and gap > _BREAK:
            run = len(totals)
            totals.append(0)
        elif not chars and gap > _BREAK:
            run = 0
        totals[run] += chars if run else 0
        numbers.append(run)
    return [totals[number] for number in numbers]


def _subjects(texts: Sequence[str], good: Sequence[int], runs: Sequence[int]) -> list[tuple[float, bool, int]]:
    """For each line: the share of its words that other lines of the page's longest run hold; whether it is in that
    run; how many of its words the title holds.
    """
    longest = max(runs)
    words = [{word[:_STEM] for word in _SUBJECT.findall(text[:_LOOKED_AT].lower())} for text in texts]
    inside = [bool(chars) and run == longest for chars, run in zip(good, runs, strict=True)]
    known = Counter(word for own, is_in in zip(words, inside, strict=True) if is_in for word in own)
    found: list[tuple[float, bool, int]] = []
    for i, (own, is_in) in enumerate(zip(words, inside, strict=True)):
        shared = sum(known[word] > is_in for word in own) / len(own) if own else -1.0
        found.append((shared, is_in, len(own & words[0]) if i else 0))
    return found
