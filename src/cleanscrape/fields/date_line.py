"""Dates as the page prints them: beside the headline, after the body, or elsewhere with a word that says so."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import Final, NamedTuple

from cleanscrape.article import Source, Timestamp
from cleanscrape.block import Context, Piece
from cleanscrape.fields.beside import ELSEWHERE, after_body, before_body
from cleanscrape.fields.date_order import day_first
from cleanscrape.fields.moment import Moment, find_moments, read_iso
from cleanscrape.fields.origin import declared_language
from cleanscrape.hint import Hint
from cleanscrape.reading import Found, Reading

_LONGEST: Final = 250  # a longer piece prints no date line
_LONGEST_LABELLED: Final = 400  # one that says that a date is the article's may say more
_BEFORE: Final = 40  # characters before a date in which a word says what it is the date of
_AFTER: Final = 60  # as before, after a date: "was written on 3 May 2021 at 14:05 by Ann Field and ..."
_SHORT: Final = 80  # characters beside a date in a piece that is no sentence
_BELOW: Final = 12  # pieces after the body, among which a line may say when the story was published
_TOUCHING: Final = 2  # pieces around the headline that belong to it, whatever stands around them
_LABEL: Final = 30  # characters of a piece that is but the label of the next: "Published:"
_BARE: Final = 12  # characters beside a date under a picture that is not the picture's: "3.11.2021 Harbour"
_LONE: Final = 40  # characters beside a date in a piece that prints hardly anything else

# The beginnings of words that say what a date is the date of, in small letters. They are looked for one by one: a
# pattern of all of them takes thirty times as long.
_UPDATED: Final = (
    "updat", "modif", "last edited", "edited on", "revised", "reviewed", "review date", "aktualisier", "geändert",
    "änderung", "überarbeitet", "mise à jour", "mis à jour", "actualiza", "actualisa", "atualiza", "aggiorn",
    "bijgewerkt", "gewijzigd", "aktualiz", "zmodyfik", "обновл", "измен", "оновлен", "güncelle", "تحديث", "روزرسانی",
    "uppdatera", "ändrad", "oppdater", "sist endret", "opdater", "päivitetty", "muokattu", "frissít", "módosít",
    "actualizat", "ενημέρ", "ενημερ", "עודכן", "更新", "修改", "수정", "cập nhật", "diperbarui", "अपडेट", "ažurira",
    "ажурира",
)  # fmt: skip
_PUBLISHED: Final = (
    "publish", "publié", "publicad", "publicat", "pubblicat", "publicerad", "publisert", "publiceret", "opublikowan",
    "gepubliceerd", "geplaatst", "publiziert", "veröffentlich", "erschienen", "gepostet", "geschrieben", "erstellt",
    "eingestellt", "posted", "written on", "first appeared", "issued on", "released on", "опубликован",
    "опубліковано", "објављен", "objavljen", "yayın", "julkaistu", "közzét", "megjelent", "publikován", "zveřejněn",
    "δημοσιεύ", "δημοσιευ", "نشر", "انتشار", "פורסם", "发布", "發布", "公開日", "投稿日", "入力", "게시", "등록",
    "입력", "ngày đăng", "diterbitkan", "प्रकाशित",
)  # fmt: skip
_NUMBER: Final = re.compile(r"\d")
_DATE_LIKE: Final = re.compile(r"\d(?:\d{3}|\D{1,14}\d\d)")
"""What every date holds: a year in full, or a day and the two digits of a year or a time.

It begins with the digit, and not with the choice: so text without digits costs a quarter.
"""
_SENTENCE_ENDS: Final = (".", "!", "?", "。")
# What stands right before the date of something else.
_OTHER: Final = frozenset(
    "© c copyright termin termine wann until deadline closes geboren born seit since accessed retrieved ab bis "
    "redeem,by expires expires,on valid,until valid,till gültig,bis geboren,am born,on seit,dem accessed,on "
    "retrieved,on abgerufen,am wirkung,zum wirkung,vom bis,zum".replace(",", "\u00a0").split(" ")
)
# A post of a social network that is shown in the page.
_SHOWN_POST: Final = re.compile(r"\(@\w{2,30}\)")
# Words of a Korean paper's imprint, which has the day when the paper was registered; and of a translation's original.
_IMPRINT: Final = ("등록번호", "등록년월일", "등록연월일", "발행인", "原文(", "原文：")
_ILLUSTRATION: Final = Context.FIGURE | Context.CAPTION
_MODIFIED_NAME: Final = re.compile(r"modif|updat", re.IGNORECASE)
_PUBLISHED_NAME: Final = re.compile(r"publish|pubdate|created|posted", re.IGNORECASE)
_DATETIME: Final = re.compile(r'\sdatetime="([^"]{4,80})"')
_ABBREVIATED: Final = re.compile(r'\stitle="((?:19|20)\d\d-\d\d-\d\d[^"]{0,40})"')  # ``<abbr title="2021-11-03">``


class Grade(IntEnum):
    """How plainly a piece is there for its date."""

    PROSE = 0  # among other words
    LONE = 1  # hardly anything else is in it
    NAMED = 2  # its element is named after a date or an author, or is a time
    LABELLED = 3  # it says "published"


class DateLine(NamedTuple):
    """A date that a piece prints. `modified` says that it is when the page was changed.

    `order_assumed`: which of its numbers is the month was a guess. `below`: it stands below the headline.
    """

    value: dt.datetime | dt.date
    piece: Piece
    grade: Grade
    modified: bool
    source: Source
    order_assumed: bool = False
    below: bool = False

    @property
    def day(self) -> dt.date:
        """The printed day."""
        return self.value.date() if isinstance(self.value, dt.datetime) else self.value

    def found(self) -> Found[Timestamp]:
        """The line as what a field has found."""
        alone = self.grade > Grade.PROSE and len(self.piece.text) <= _LONGEST
        pieces = (self.piece.index,) if alone else ()
        return Found(Timestamp(self.value, raw=self.piece.text, source=self.source.by), source=self.source,
                     pieces=pieces)  # fmt: skip


def says_of_dates(text: str) -> tuple[bool, bool]:
    """Whether a line has a word for "updated", and one for "published", as lines with dates have.

    >>> says_of_dates("Mis à jour le 8 mai"), says_of_dates("Veröffentlicht am 3. Mai"), says_of_dates("8 mai")
    ((True, False), (False, True), (False, False))
    """
    small = text.casefold()
    return any(word in small for word in _UPDATED), any(word in small for word in _PUBLISHED)


def lines_beside(reading: Reading) -> list[DateLine]:
    """The dates between the headline and the body and just above them, in order; read once."""
    known: list[DateLine] | None = reading.memo.get("lines beside")
    if known is None:
        known = reading.memo["lines beside"] = _lines_beside(reading)
    return known


def _lines_beside(reading: Reading) -> list[DateLine]:
    body = reading.body()
    first, end = (body[0], body[-1]) if body else (0, 0)
    headline = reading.found.get("headline")
    top = max(headline.pieces, default=end) if headline is not None else end
    near = [piece for piece in before_body(reading) if piece.index <= end]
    return [
        line._replace(below=top < piece.index)
        for piece in (*near, *_set_apart(reading, near))
        for line in _lines(piece, reading)
        if line.grade or piece.index <= first  # among the words of the body it is the date of something else
    ]


def _set_apart(reading: Reading, near: list[Piece]) -> Iterator[Piece]:
    """Pieces that touch the headline and print a date alone, though an aside, a menu or a link is around them."""
    headline = reading.found.get("headline")
    if headline is None or not headline.pieces:
        return
    pieces = reading.blocks.pieces
    seen = {piece.index for piece in near}
    for index in range(max(0, headline.pieces[0] - _TOUCHING), min(len(pieces), headline.pieces[-1] + _TOUCHING + 1)):
        piece = pieces[index]
        if index in seen or len(piece.text) > _SHORT or piece.node.context & Context.NAV:
            continue
        if piece.outer is None or (piece.node.tag.hints & Hint.DATE and index < headline.pieces[0]):
            yield piece


def lines_after(reading: Reading) -> list[DateLine]:
    """The dates just after the body, in order."""
    end = _end(reading)
    near = [*after_body(reading), *(piece for piece in before_body(reading) if piece.index > end)]
    return [line for piece in near for line in _lines(piece, reading)]


def lines_below(reading: Reading) -> Iterator[DateLine]:
    """The dates below the body that are said to be when the story was published."""
    for piece in after_body(reading, behind=_BELOW):
        if _may_say(_PUBLISHED, piece, reading):
            yield from (line for line in _lines(piece, reading) if line.grade is Grade.LABELLED)


def _end(reading: Reading) -> int:
    """The index of the body's last piece."""
    body = reading.body()
    return body[-1] if body else 0


def lines_labelled(reading: Reading, *, modified: bool = False) -> Iterator[DateLine]:
    """The dates that are said to be when something was published, or changed; other stories and comments left out."""
    words = _UPDATED if modified else _PUBLISHED
    for piece in reading.blocks.pieces:
        if piece.outer is not None or not _may_say(words, piece, reading):
            continue
        if not (piece.node.hints & (ELSEWHERE | Hint.TEASER) or piece.node.context & Context.NAV):
            lines = _printed(piece, reading)
            yield from (line for line in lines if (line.modified if modified else line.grade is Grade.LABELLED))


def _may_say(words: tuple[str, ...], piece: Piece, reading: Reading) -> bool:
    """Whether a piece, or one before it that is but a label, may have such words beside a date."""
    text = piece.text
    if len(text) > _LONGEST_LABELLED or _DATE_LIKE.search(text) is None:
        return False
    if len(text) <= _SHORT and piece.index and _of_label(reading.blocks.pieces[piece.index - 1]) is words:
        return True
    low = text.lower()
    return any(word in low for word in words)


def lines_named(reading: Reading) -> Iterator[DateLine]:
    """The dates of elements that are named after dates, outside of other stories and comments."""
    for piece in reading.blocks.pieces:
        if (
            (piece.node.tag.hints | piece.inline) & Hint.DATE and len(piece.text) <= _LONGEST and piece.outer is None
            and not piece.node.hints & (ELSEWHERE | Hint.TEASER) and not piece.node.context & Context.NAV
        ):  # fmt: skip
            yield from _printed(piece, reading)


def _lines(piece: Piece, reading: Reading) -> Iterator[DateLine]:
    """The dates of one piece: of its time elements, then as printed."""
    if "(@" in piece.text and _SHOWN_POST.search(piece.text):
        return
    yield from _times(piece, reading)
    yield from _printed(piece, reading)


def _times(piece: Piece, reading: Reading) -> Iterator[DateLine]:
    """The machine-readable ``<time datetime>`` of a piece."""
    own = piece.node.tag
    tags = reading.blocks.tags("time", piece.start, piece.stop)
    if own.name == "time":
        tags.append((piece.start, own.raw))
    tags += reading.blocks.tags("abbr", piece.start, piece.stop)  # as blogs write their times
    for token, raw in tags:
        match = _DATETIME.search(raw) or _ABBREVIATED.search(raw)
        value = read_iso(match[1]) if match else None
        if match is None or value is None:
            continue
        before = _text_before(piece, token, reading) if len(piece.text) <= _LONGEST else ""
        modified, labelled = _said(before, raw)
        grade = Grade.LABELLED if labelled else Grade.NAMED
        if not labelled and not _is_named(piece) and len(piece.text) > _LONE + len(match[1]):
            grade = Grade.PROSE
        yield DateLine(aware(value), piece, grade, modified, Source("time", raw))


def _text_before(piece: Piece, token: int, reading: Reading) -> str:
    """The end of a piece's text before one of its tokens."""
    texts = [text for _, text in reading.blocks.tokens(piece)[: token - piece.start]]
    return " ".join("".join(texts[-6:]).split())[-_BEFORE:]


def _said(before: str, raw: str) -> tuple[bool, bool]:
    """What the words before a date, else the names of its element, say: of a change; of the publication."""
    last = _last(before)
    if last is None:
        published = bool(_PUBLISHED_NAME.search(raw))
        return bool(_MODIFIED_NAME.search(raw)) and not published, published
    return last is _UPDATED, last is _PUBLISHED


def says_of_date(word: str) -> bool:
    """Whether a word says what a date is the date of: "Updated", "Publié"."""
    return _last(word) is not None


def _last(text: str) -> tuple[str, ...] | None:
    """Which of the two kinds of words stands last in a text; None where it has neither."""
    low = text.lower()
    updated, published = (max(map(low.rfind, words)) for words in (_UPDATED, _PUBLISHED))
    if updated == published:  # neither is there
        return None
    return _UPDATED if updated > published else _PUBLISHED


def _last_behind(text: str) -> tuple[str, ...] | None:
    """As `_last`, of the text behind a date; None where an hour of its own follows ("(updated 4:30 am)")."""
    last = _last(text)
    if last is _UPDATED and _NUMBER.search(text, max(map(text.lower().rfind, _UPDATED))):
        return None
    return last


def _is_of_other(before: str) -> bool:
    """Whether the words right before a date say that it is that of something else."""
    words = [word.strip(".,:;()|[]-–—") for word in before.lower().split()[-2:]]
    return bool(words) and (words[-1] in _OTHER or "\u00a0".join(words) in _OTHER)


def _printed(piece: Piece, reading: Reading) -> Iterator[DateLine]:
    """The dates that a piece prints."""
    text = piece.text
    if len(text) > _LONGEST_LABELLED or (reading.now is None and _DATE_LIKE.search(text) is None):
        return
    if not text.isascii() and any(word in text for word in _IMPRINT):
        return
    if len(text) > _SHORT + _LONE and not _is_named(piece) and _last(text) is None:
        return  # a sentence: reading its dates would cost, and say nothing
    end = 0
    moments = _moments(text, reading)
    rest = len(text) - sum(moment.end - moment.start for moment in moments)
    for index, moment in enumerate(moments):
        before = text[max(end, moment.start - _BEFORE) : moment.start]
        following = moments[index + 1].start if index + 1 < len(moments) else len(text)
        after = text[moment.end : min(following, moment.end + _AFTER)]
        end = moment.end
        if _is_of_other(before):
            continue
        last = _last(before) or (_last_behind(after) if following == len(text) else None)
        if last is None and index == 0 and moment.start <= _LABEL and piece.index:
            last = _of_label(reading.blocks.pieces[piece.index - 1])
        grade = _grade(piece, moment, rest, last)
        if grade is not None:
            yield DateLine(aware(moment.value), piece, grade, last is _UPDATED, Source("print", text[:80]),
                           moment.order_assumed)  # fmt: skip


def _of_label(piece: Piece) -> tuple[str, ...] | None:
    """What a piece that is but a label says of the date in the next one."""
    text = piece.text
    return _last(text) if len(text) <= _LABEL and _NUMBER.search(text) is None else None


def _moments(text: str, reading: Reading) -> list[Moment]:
    return find_moments(text, language=language_of(reading), timezone=reading.timezone, now=reading.now)


def _grade(piece: Piece, moment: Moment, beside: int, last: tuple[str, ...] | None) -> Grade | None:
    """How plainly a piece with so many characters beside its dates is there for one; None where it is not."""
    if last is _PUBLISHED:
        return Grade.LABELLED
    if len(piece.text) > _LONGEST or piece.node.context & Context.QUOTE:
        return None
    if piece.node.context & _ILLUSTRATION and beside > _BARE:
        return None
    if beside <= _LONE and not (beside > _BARE and piece.text.endswith(_SENTENCE_ENDS)):
        return Grade.NAMED if _is_named(piece) else Grade.LONE
    if _is_named(piece):
        return Grade.NAMED
    if beside >= _SHORT:
        return None
    return Grade.LONE if isinstance(moment.value, dt.datetime) else Grade.PROSE


def _is_named(piece: Piece) -> bool:
    """Whether a piece's element, or one in it, is named after dates or authors."""
    return bool((piece.node.tag.hints | piece.inline) & (Hint.DATE | Hint.BYLINE))


def best(lines: Iterable[DateLine], *, modified: bool = False, least: Grade = Grade.PROSE) -> DateLine | None:
    """The line that is most plainly there for its date, the first of several; None where none is of `least`."""
    fit = [line for line in lines if line.modified == modified and line.grade >= least]
    return max(fit, key=lambda line: (line.grade >= Grade.LONE and line.below, line.grade)) if fit else None


def settled(line: DateLine | None, reading: Reading) -> DateLine | None:
    """The line with its day and month in the order of the page, where they fit both."""
    order = day_first(reading, line.day) if line is not None and line.order_assumed else None
    if line is None or order is None:
        return line
    text = line.piece.text
    found = find_moments(text, language=language_of(reading), timezone=reading.timezone, day_first=order)
    value = next((m.value for m in found if {m.value.month, m.value.day} == {line.day.month, line.day.day}), None)
    return line._replace(value=aware(value)) if value is not None else line


def only(lines: Iterable[DateLine]) -> DateLine | None:
    """The first of the lines, where all print one day; else None."""
    first: DateLine | None = None
    for line in lines:
        if first is not None and line.day != first.day:
            return None
        first = first or line
    return first


def language_of(reading: Reading) -> str | None:
    """The language in which the page's dates are read: the declared one, in which its frame is written, first."""
    return reading.language or declared_language(reading) or reading.value("language")


def aware(value: dt.datetime | dt.date) -> dt.datetime | dt.date:
    """A time whose zone is unknown is worth its day alone."""
    if isinstance(value, dt.datetime) and value.tzinfo is None:
        return value.date()
    return value
