"""JSON as pages hold it: valid at best, and repaired in one pass where it is not.

What is read beyond the standard: comments of JavaScript and HTML, CDATA marks, commas too many or too few,
raw control characters and unescaped quotes in strings, quotes of either kind or none, quotes as entities,
unknown escapes, NaN and undefined, semicolons, brackets that do not match, several values one after the
other, and a text that ends in the middle.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

LONGEST = 4 * 1024 * 1024
"""Characters that are read of one text. The longest of 1,815 scripts of real pages had 0.84 million."""
_DEEPEST = 200
# Quotes inside a string that are looked over for its real end, and in all strings together. A link in a text
# has two, a long text of links has dozens. Each look costs some microseconds.
_INNER_QUOTES = 64
_ALL_INNER_QUOTES = 5000
_NUMBER = re.compile(r"[+-]?[0-9]{1,40}(?:\.[0-9]{0,40})?(?:[eE][+-]?[0-9]{1,2})?")
_WORDS = {"true": True, "false": False}
_NOTHINGS = frozenset({"null", "undefined", "nan", "infinity", "-infinity", "none"})
_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "\n": ""}
_MARKS = ("<!--", "-->", "<![CDATA[", "]]>")


def json_values(text: str) -> tuple[Any, ...]:
    """The values that `text` holds: one where it is JSON, any number of objects and arrays where it is not.

    Never raises; linear in the length of `text`, of which at most `LONGEST` characters are read.

    >>> json_values('{"a": 1}'), json_values("{'a': [1, 2,], // note")
    (({'a': 1},), ({'a': [1, 2]},))
    """
    if len(text) > LONGEST:
        return _Repair(text[:LONGEST]).values()
    import msgspec  # not a light one

    try:
        return (msgspec.json.decode(text),)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        return _Repair(text).values()


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Compiled on first use: few pages need them."""
    key = r"(?:\"[^\"\\]{0,100}\"|'[^'\\]{0,100}'|[\w$@-]{1,100})\s*:"
    end = r"\s*(?:[}\]]|/[/*]|;|<!|-->|$"
    return (
        re.compile(r"\s*"),
        # Whether a quote ends a value of an object, a value of an array, or a key.
        re.compile(rf"{end}|,?\s*{key}|,\s*(?:[}}\]]|/[/*]|$))"),
        re.compile(rf"{end}|,\s*(?:[\"'{{\[\]\d-]|true|false|null|/[/*]|$))"),
        re.compile(r"\s*:"),
        re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.)|$)", re.DOTALL),
        re.compile(r'[^"\\]*(?:\\.[^"\\]*)*', re.DOTALL),
        re.compile(r"[^'\\]*(?:\\.[^'\\]*)*", re.DOTALL),
        re.compile(r"[^\s:,{}\[\]\"']+"),
        re.compile(r"[^,{}\[\]\n]+"),
    )


class _Repair:
    """A reader that goes on. It keeps the open objects and arrays in a list, so depth costs no stack."""

    def __init__(self, text: str) -> None:
        if '"' not in text:
            for entity in ("&quot;", "&#34;", "&#034;", "&#x22;"):
                text = text.replace(entity, '"')
        self.text = text
        self.at = 0
        self.looks = _ALL_INNER_QUOTES
        self.found: list[Any] = []
        self.open: list[Any] = []
        self.keys: list[str | None] = []
        (self.space, self.ends_member, self.ends_element, self.ends_key, self.escape, self.double,
         self.single, self.bare_key, self.bare_value) = _patterns()  # fmt: skip

    def values(self) -> tuple[Any, ...]:
        text, size = self.text, len(self.text)
        while True:
            self.at = self.space.match(text, self.at).end()  # type: ignore[union-attr]  # it matches nothing too
            if self.at >= size:
                return tuple(self.found)
            self._step(text[self.at])

    def _step(self, char: str) -> None:
        if char in "{[":
            self._begin({} if char == "{" else [])
        elif char in "}]":
            self._end(dict if char == "}" else list)
        elif char in "\"'":
            self._string(char)
        elif char == ",":
            self.at += 1
            if self.keys:
                self.keys[-1] = None
        elif char in ":;":
            self.at += 1
        elif not self._comment():
            self._bare()

    def _begin(self, container: Any) -> None:
        if len(self.open) >= _DEEPEST:
            self.at = len(self.text)
            return
        if self.open:
            self._put(container)
        else:
            self.found.append(container)
        self.open.append(container)
        self.keys.append(None)
        self.at += 1

    def _end(self, kind: type) -> None:
        """Close the innermost container of that kind, and what was left open in it."""
        self.at += 1
        for depth in range(len(self.open) - 1, -1, -1):
            if isinstance(self.open[depth], kind):
                del self.open[depth:], self.keys[depth:]
                return

    def _put(self, value: Any) -> None:
        if not self.open:
            return
        inner = self.open[-1]
        if isinstance(inner, list):
            inner.append(value)
            return
        key, self.keys[-1] = self.keys[-1], None
        if key is not None:
            inner[key] = value
        elif isinstance(value, str):
            self.keys[-1] = value

    def _string(self, quote: str) -> None:
        if not self.open:  # a quote in what is no JSON
            self.at += 1
            return
        start = self.at + 1
        end = self._end_of_string(start, quote)
        if end < 0:  # cut off: a part of a text is not that text
            self.at = len(self.text)
            return
        self.at = end + 1
        self._put(self._unescaped(self.text[start:end]))

    def _end_of_string(self, start: int, quote: str) -> int:
        """The offset of the quote that ends the string: the first after which the text goes on as JSON."""
        body = self.double if quote == '"' else self.single
        ends = self._what_ends()
        first = -1
        for _ in range(_INNER_QUOTES):
            end = body.match(self.text, start).end()  # type: ignore[union-attr]  # it matches nothing too
            if end >= len(self.text) or self.text[end] != quote:
                break
            if ends.match(self.text, end + 1):
                return end
            first = end if first < 0 else first
            start = end + 1
            self.looks -= 1
            if self.looks <= 0:
                break
        return first

    def _what_ends(self) -> re.Pattern[str]:
        if isinstance(self.open[-1], list):
            return self.ends_element
        return self.ends_key if self.keys[-1] is None else self.ends_member

    def _unescaped(self, raw: str) -> str:
        if "\\" not in raw:
            return raw
        text = self.escape.sub(_character, raw)
        # Two halves of one character, or a half alone, which is none.
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _comment(self) -> bool:
        """Pass over a comment, or a mark that wraps a script, if one stands here."""
        text, at = self.text, self.at
        if text.startswith("//", at):
            end = text.find("\n", at)
            self.at = len(text) if end < 0 else end
            return True
        if text.startswith("/*", at):
            end = text.find("*/", at + 2)
            self.at = len(text) if end < 0 else end + 2
            return True
        mark = next((mark for mark in _MARKS if text.startswith(mark, at)), None)
        self.at += len(mark) if mark else 0
        return mark is not None

    def _bare(self) -> None:
        """A word without quotes: a key, a number, a name of JavaScript, or a text."""
        is_key = not self.open or (isinstance(self.open[-1], dict) and self.keys[-1] is None)
        match = (self.bare_key if is_key else self.bare_value).match(self.text, self.at)
        if match is None:
            self.at += 1
            return
        self.at = match.end()
        word = match[0].split("//", 1)[0].rstrip("; \t\r")
        self._put(word if is_key else _literal(word))


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code:
        return chr(int(code, 16))
    return _ESCAPES.get(match[3], match[3]) if match[3] else ""


def _literal(word: str) -> Any:
    lower = word.lower()
    if lower in _WORDS or lower in _NOTHINGS:
        return _WORDS.get(lower)
    if _NUMBER.fullmatch(word):
        return float(word) if {".", "e"} & set(lower) else int(word)
    return word
