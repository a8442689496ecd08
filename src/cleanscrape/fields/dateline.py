"""The dateline that opens a news report: where, by whom and when it was filed.

Wire services and papers of the world print it in a few grammars: words apart by commas, brackets, slashes and
dashes (`dateline_parts`), and the brackets of Chinese, Japanese and Korean (`dateline_cjk`).
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from cleanscrape.article import Dateline
from cleanscrape.fields.dateline_cjk import opens_cjk, read_cjk
from cleanscrape.fields.dateline_evidence import Evidence
from cleanscrape.fields.dateline_marks import Mark, Reading
from cleanscrape.fields.dateline_parts import read_parts
from cleanscrape.fields.dateline_rules import is_dateline
from cleanscrape.fields.day import iso_day

WINDOW = 260
"""Characters that are looked at: the longest datelines of press releases are under 150."""


class Opening(NamedTuple):
    """A text's dateline, and `rest`: the text after it and its separator; the whole text where there is none."""

    dateline: Dateline | None
    rest: str


def parse_dateline(
    text: str, *, published: dt.date | dt.datetime | None = None, language: str | None = None
) -> Opening:
    """Take the dateline off the text of a report's first paragraph.

    `published` (the page's day) gives the year where none is printed; `language` (a BCP 47 tag) is a hint alone.

    >>> parse_dateline("OSLO, Nov 3 (Reuters) - The ferry is late.", published=dt.date(2022, 11, 4))
    Opening(dateline=Dateline(raw='OSLO, Nov 3 (Reuters)', location='OSLO', agencies=('Reuters',), \
date='2022-11-03', reporter=None), rest='The ferry is late.')
    >>> parse_dateline("Oslo, the ferry's harbour, is busy.").dateline is None
    True
    """
    found = dateline_span(text, published=published, language=language)
    return Opening(found[0], text[found[1] :]) if found else Opening(None, text)


def dateline_span(
    text: str, *, published: dt.date | dt.datetime | None = None, language: str | None = None
) -> tuple[Dateline, int] | None:
    """The dateline that opens `text`, and where the text after it begins; None where there is none."""
    window = text[:WINDOW]
    start = len(window) - len(window.lstrip(_BLANK))
    if start == len(window):
        return None
    day = published.date() if isinstance(published, dt.datetime) else published
    if opens_cjk(window, start):
        reading = read_cjk(window, start)
    else:
        reading = read_parts(window, start, language)
        if reading is not None:
            if _bare_name(reading):
                return None
            rest = window[reading.ending.rest :]
            if not is_dateline(Evidence(reading, rest=rest, language=language, published=day)):
                return None
    return reading and (_dateline(window, reading, day), reading.ending.rest)


def _bare_name(reading: Reading) -> bool:
    """Whether only a name was read, with no mark after it: soonest said, most often so."""
    marked = reading.ending.mark not in (Mark.NONE, Mark.COMMA, Mark.LINE)
    return not (marked or reading.agencies or reading.day or reading.bracketed)


_BLANK = " \t\r\n\u00a0\u200b\u200e\u200f\ufeff"


def _dateline(text: str, reading: Reading, published: dt.date | None) -> Dateline:
    return Dateline(
        text[reading.start : reading.end],
        location=reading.location,
        agencies=reading.agencies,
        date=iso_day(reading.day, published) if reading.day else None,
        reporter=reading.reporter,
    )
