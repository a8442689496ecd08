"""The measures of extraction quality, as the field counts them.

word_f1: bag of lower-case words, mean over pages (WCXB). shingle_f1: four-word shingles, precision and recall
averaged over pages, F1 of the two (article-extraction-benchmark). para_f1: multiset of equal paragraphs, mean over
pages (Fundus). seg_f1: wanted and unwanted segments (trafilatura). exact: share of pages with exactly the words. title:
equal after folding. authors: F1 of the sets of names, the printed byline's where no author is given. date: the right
day, in its own zone or in UTC; date_wrong: a wrong one. tags: F1 of the sets. lead_image: the same picture at whatever
size, by the name of its file.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from statistics import mean
from typing import Any

_words = re.compile(r"\w+").findall
_SHINGLE = 4


def f1(found: Sequence[Any], wanted: Sequence[Any]) -> float:
    """F1 of two multisets; 1.0 where both are empty."""
    if not found and not wanted:
        return 1.0
    shared = sum((Counter(found) & Counter(wanted)).values())
    return 2 * shared / (len(found) + len(wanted))


def folded(text: object) -> str:
    """A short text for comparison: case, punctuation and white space aside."""
    return " ".join(_words(unicodedata.normalize("NFKC", str(text or "")).casefold()))


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _words(text)
    return (
        Counter(tuple(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1)))
        if words
        else Counter()
    )


def _paragraphs(gold: dict[str, Any], found: list[str]) -> list[str]:
    """The wanted paragraphs; one in square brackets is optional."""
    texts = [" ".join(p.split()) for p in gold["paragraphs"] if p.strip()]
    seen = set(found)
    optional = [t for t in texts if t[0] == "[" and t[-1] == "]"]
    return [t for t in texts if t not in optional] + [t[1:-1] for t in optional if t[1:-1] in seen]


def _day(text: object) -> dt.date | None:
    match = re.match(r"\s*(\d{4}-\d{2}-\d{2})", str(text or ""))
    return dt.date.fromisoformat(match[1]) if match else None


def same_day(found: object, wanted: object) -> bool:
    """Whether two ISO times or days are one day, each in its own zone, or both in UTC."""
    if _day(found) == _day(wanted):
        return True
    try:
        times = [dt.datetime.fromisoformat(str(t).strip().replace("Z", "+00:00")) for t in (found, wanted)]
    except ValueError:
        return False
    utc = [(t if t.tzinfo else t.replace(tzinfo=dt.UTC)).astimezone(dt.UTC) for t in times]
    return utc[0].date() == utc[1].date()


def _picture(address: object) -> str:
    """The name of a picture's file without its size."""
    name = str(address or "").split("?", 1)[0].rstrip("/").rsplit("/", 1)[-1]
    return re.sub(r"[-_](?:\d+x\d+|scaled|\d{2,4}w?)(?=\.\w+$)", "", name).casefold()


def _names(values: object) -> set[str]:
    if isinstance(values, str):
        values = re.split(
            r",|;|\band\b|\bund\b|\bet\b|&|\|", re.sub(r"(?i)^\s*(?:by|von|par|di|por|av|af)\s+", "", values)
        )
    return {folded(value) for value in values or () if folded(value)} if isinstance(values, (list, tuple)) else set()


class Quality:
    """Adds up the measures of one extractor on one corpus."""

    def __init__(self) -> None:
        self._values: dict[str, list[float]] = {}
        self._segments: Counter[str] = Counter()

    def add(self, gold: dict[str, Any], found: dict[str, Any]) -> None:
        """Count one page: its truth and what was found (`text`, and maybe `title`, `authors`, `published`)."""
        text = str(found.get("text") or "")
        body = gold.get("body")
        if "paragraphs" in gold:
            paragraphs = [" ".join(p.split()) for p in re.split(r"\n+", text) if p.strip()]
            wanted = _paragraphs(gold, paragraphs)
            self._put("para_f1", f1(paragraphs, wanted))
            body = "\n\n".join(wanted)
        if body is not None:
            self._body(text, body)
        self._segment(gold, " ".join(text.split()))
        if "title" in gold:
            self._put("title", float(folded(found.get("title")) == folded(gold["title"])))
        names = _names(gold.get("authors") or gold.get("byline"))
        if names:
            self._put("authors", f1(sorted(_names(found.get("authors") or found.get("byline"))), sorted(names)))
        if _day(gold.get("published")):
            right = same_day(found.get("published"), gold["published"])
            self._put("date", float(right))
            self._put("date_wrong", float(bool(found.get("published")) and not right))

        if gold.get("tags"):
            self._put("tags", f1(sorted(map(folded, found.get("tags") or ())), sorted(map(folded, gold["tags"]))))
        if gold.get("lead_image"):
            self._put("lead_image", float(_picture(found.get("lead_image")) == _picture(gold["lead_image"])))

    def _put(self, name: str, value: float) -> None:
        self._values.setdefault(name, []).append(value)

    def _body(self, text: str, body: str) -> None:
        self._put("word_f1", f1(_words(text.lower()), _words(body.lower())))
        self._put("exact", float(_words(text) == _words(body)))
        one, two = _shingles(text), _shingles(body)
        shared = sum((one & two).values())
        if one:
            self._put("shingle_p", shared / one.total())
        if two:
            self._put("shingle_r", shared / two.total())

    def _segment(self, gold: dict[str, Any], text: str) -> None:
        for segment in gold.get("with", ()):
            self._segments["found" if " ".join(segment.split()) in text else "missed"] += 1
        for segment in gold.get("without", ()):
            self._segments["leaked"] += " ".join(segment.split()) in text

    def result(self) -> dict[str, float]:
        """The measures, by name."""
        out = {name: mean(values) for name, values in self._values.items()}
        precision, recall = out.pop("shingle_p", 0.0), out.pop("shingle_r", 0.0)
        if precision + recall:
            out["shingle_f1"] = 2 * precision * recall / (precision + recall)
        if self._segments:
            found, missed, leaked = (self._segments[k] for k in ("found", "missed", "leaked"))
            out["seg_f1"] = 2 * found / max(1, 2 * found + missed + leaked)
        return {name: round(value, 4) for name, value in sorted(out.items())}
