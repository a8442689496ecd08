"""Reading the values of a profile's keys: what is wrong is noted with its place, and reading goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeVar

from cleanscrape.article import Tier
from cleanscrape.errors import BadProfile
from cleanscrape.label import BOILERPLATE, Label
from cleanscrape.profile.capture import PRINTED_FIELDS, DropLines, Section
from cleanscrape.profile.contract import REQUIRABLE
from cleanscrape.profile.host import host_of, is_host_name
from cleanscrape.profile.key import Form
from cleanscrape.profile.layout import Drop
from cleanscrape.profile.pattern import LinePattern
from cleanscrape.profile.selector import Selector
from cleanscrape.profile.tag import is_language, is_timezone, spelled, timezones

T = TypeVar("T")
_LONGEST_SHOWN = 70  # characters of a value in a message
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
KINDS: Final = tuple(label.value for label in Label if label in BOILERPLATE)
TIERS: Final = tuple(tier.value for tier in Tier if tier is not Tier.GENERIC)


class TomlFile:
    """One file that is being read, and what is wrong in it; `check` says whether selectors are compiled."""

    def __init__(self, file: str, *, check: bool = True) -> None:
        self.file = file
        self.check = check
        self.wrong: list[str] = []

    def refuse(self, place: str, problem: str, value: object = None) -> None:
        """Note that the value at a place is wrong."""
        shown = "" if value is None else f" = {_shown(value)}"
        self.wrong.append(f"{self.file}: {place}{shown}: {problem}")

    def close(self) -> None:
        """Raise `BadProfile` with all that is wrong, a line each."""
        if self.wrong:
            raise BadProfile("\n".join(self.wrong))

    def text(self, value: Any, place: str) -> str:
        """A string with something in it."""
        if not isinstance(value, str):
            self.refuse(place, f"must be a string, not {_kind(value)}", value)
        elif not value.strip():
            self.refuse(place, "is empty", value)
        else:
            return value
        return ""

    def texts(self, value: Any, place: str) -> tuple[str, ...]:
        """A list of strings."""
        if not isinstance(value, list):
            self.refuse(place, f"must be a list of strings, not {_kind(value)}", value)
            return ()
        return tuple(self.text(each, f"{place}[{at}]") for at, each in enumerate(value))

    def one_or_more(self, value: Any, place: str, read: Callable[[str, str], T]) -> tuple[T, ...]:
        """What a string stands for, or each of a list of strings."""
        if isinstance(value, list):
            if not value:
                self.refuse(place, "is empty: leave the key out", value)
            placed = [(each, f"{place}[{at}]") for at, each in enumerate(value)]
        else:
            placed = [(value, place)]
        if not all(isinstance(each, str) for each, _ in placed):
            self.refuse(place, f"must be a string or a list of strings, not {_kind(value)}", value)
            return ()
        return tuple(read(each, where) for each, where in placed)

    def table(self, value: Any, place: str) -> Mapping[str, Any]:
        """A table."""
        if isinstance(value, dict):
            return value
        self.refuse(place, f"must be a table, not {_kind(value)}", value)
        return {}

    def one_of(self, value: Any, place: str, known: Iterable[str]) -> str | None:
        """A string that is one of those known."""
        if self.text(value, place) and value not in (listed := tuple(known)):
            self.refuse(place, f"is not known: {nearest(value, listed)}", value)
            return None
        return value if isinstance(value, str) and value.strip() else None

    def selector(self, source: str, place: str) -> Selector:
        """A selector that compiles."""
        selector = Selector(source, where=f"{self.file}: {place}")
        if self.check:
            try:
                selector.check()
            except BadProfile as error:
                self.wrong.append(str(error))
        return selector

    def pattern(self, source: str, place: str) -> LinePattern:
        """A line pattern without fields."""
        pattern = self.printed(source, place)
        if pattern.names:
            self.refuse(place, "reads a field, and nothing is read here: write * for any text", source)
        return pattern

    def printed(self, source: str, place: str) -> LinePattern:
        """A line pattern, with fields that are known."""
        pattern = LinePattern(source, where=f"{self.file}: {place}")
        if not source.strip(" *"):
            self.refuse(place, "would match every line" if source.strip() else "is empty", source)
        for name in pattern.names:
            if name not in PRINTED_FIELDS:
                self.refuse(place, f"{{{name}}} is not known: {nearest(name, PRINTED_FIELDS)}", source)
        return pattern

    def kind(self, value: Any, place: str) -> Label | None:
        """A boilerplate kind."""
        name = self.one_of(value, place, KINDS)
        return Label(name) if name in KINDS else None

    def kinds(self, value: Any, place: str) -> Iterable[tuple[Label, Any, str]]:
        """The kinds of a ``drop`` table, each with its value and the value's place."""
        for key, each in self.table(value, place).items():
            where = joined(place, key)
            if key in KINDS:
                yield Label(key), each, where
            else:
                self.refuse(where, f"{key!r} is no boilerplate kind: {nearest(key, KINDS)}", each)


def joined(place: str, key: str) -> str:
    """The place of a key in the table at a place, as TOML writes it."""
    if not key or not _BARE.issuperset(key):
        key = '"' + key.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"{place}.{key}" if place else key


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at what was meant: the nearest of the known words, or all of them where none is near."""
    listed = list(known)
    return near(word, listed) or f"it is one of {', '.join(listed)}"


def near(word: str, known: Iterable[str]) -> str:
    """A hint at the nearest of the known words; empty where none is near."""
    from difflib import get_close_matches  # here: only an error needs it

    close = get_close_matches(word, list(known), n=1)
    return f"did you mean {close[0]!r}?" if close else ""


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def _kind(value: object) -> str:
    names = {
        bool: "a truth value",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "a list",
        dict: "a table",
    }
    return next((name for kind, name in names.items() if isinstance(value, kind)), "a date or time")


def _hosts(toml: TomlFile, value: Any, place: str) -> tuple[str, ...]:
    hosts = []
    for at, given in enumerate(toml.texts(value, place)):
        host = host_of(given)
        if given and not is_host_name(host):
            meant = host_of(given.replace("*", "").lstrip("."))
            hint = f": write {meant!r}" if is_host_name(meant) else ""
            toml.refuse(f"{place}[{at}]", f"is no host name, as in 'example.com'{hint}", given)
        elif given and host not in (given.lower(), given.lower().rstrip(".")) and given.isascii():
            toml.refuse(f"{place}[{at}]", f"is more than a host name: write {host!r}", given)
        hosts.append(host)
    if value == []:
        toml.refuse(place, "is empty: name the site's host, as in ['example.com']", value)
    return tuple(dict.fromkeys(hosts))


def _name(toml: TomlFile, value: Any, place: str) -> str:
    name = toml.text(value, place)
    if name and not _BARE.union(".").issuperset(name):
        toml.refuse(place, "must be made of letters, digits, '_', '-' and '.'", value)
    return name


def _language(toml: TomlFile, value: Any, place: str) -> str | None:
    tag = toml.text(value, place)
    if tag and not is_language(tag):
        meant = spelled(tag)
        hint = f"did you mean {meant!r}?" if meant else "write one of BCP 47, as in 'en', 'pt-BR' or 'zh-Hant'"
        toml.refuse(place, f"is no language tag: {hint}", value)
    return tag or None


def _timezone(toml: TomlFile, value: Any, place: str) -> str | None:
    name = toml.text(value, place)
    if name and not is_timezone(name):
        hint = near(name, timezones()) or "write one of the IANA data, as in 'Asia/Karachi'"
        toml.refuse(place, f"is no time zone: {hint}", value)
    return name or None


def _tier(toml: TomlFile, value: Any, place: str) -> Tier:
    name = toml.one_of(value, place, TIERS)
    return Tier(name) if name in TIERS else Tier.TESTED


def _count(toml: TomlFile, value: Any, place: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        toml.refuse(place, f"must be a whole number, not {_kind(value)}", value)
        return 0
    if value < 0:
        toml.refuse(place, "must not be negative", value)
    return value


def _flag(toml: TomlFile, value: Any, place: str) -> bool:
    if not isinstance(value, bool):
        toml.refuse(place, f"must be true or false, not {_kind(value)}", value)
    return value is True


def _range(toml: TomlFile, value: Any, place: str) -> tuple[float, float] | None:
    numbers = isinstance(value, list) and all(type(each) in (int, float) for each in value)
    if not numbers or len(value) != 2:
        toml.refuse(place, "must be a list of two numbers: the least and the most", value)
    elif not 0 <= value[0] <= value[1]:
        toml.refuse(place, "must begin with the least, and not be negative", value)
    else:
        return value[0], value[1]
    return None


def _phrases(toml: TomlFile, value: Any, place: str) -> tuple[str, ...]:
    return toml.texts(value, place)


def _fields(toml: TomlFile, value: Any, place: str) -> tuple[str, ...]:
    names = toml.texts(value, place)
    for at, name in enumerate(names):
        if name:
            toml.one_of(name, f"{place}[{at}]", REQUIRABLE)
    return names


def _drop(toml: TomlFile, value: Any, place: str) -> tuple[Drop, ...]:
    return tuple(
        Drop(kind, selectors=toml.one_or_more(each, where, toml.selector))
        for kind, each, where in toml.kinds(value, place)
    )


def _drop_lines(toml: TomlFile, value: Any, place: str) -> tuple[DropLines, ...]:
    return tuple(
        DropLines(kind, patterns=toml.one_or_more(each, where, toml.pattern))
        for kind, each, where in toml.kinds(value, place)
    )


def _sections(toml: TomlFile, value: Any, place: str) -> tuple[Section, ...]:
    sections = []
    for key, each in toml.table(value, place).items():
        where = joined(place, key)
        kind = toml.kind(each, where)
        if kind is not None:
            sections.append(Section(toml.pattern(key, where), kind=kind))
    return tuple(sections)


READERS: Final[Mapping[Form, Callable[[TomlFile, Any, str], Any]]] = {
    Form.TEXT: TomlFile.text,
    Form.NAME: _name,
    Form.HOSTS: _hosts,
    Form.LANGUAGE: _language,
    Form.TIMEZONE: _timezone,
    Form.TIER: _tier,
    Form.COUNT: _count,
    Form.FLAG: _flag,
    Form.RANGE: _range,
    Form.SELECTORS: lambda toml, value, place: toml.one_or_more(value, place, toml.selector),
    Form.MARKERS: lambda toml, value, place: toml.one_or_more(value, place, toml.selector),
    Form.PATTERNS: lambda toml, value, place: toml.one_or_more(value, place, toml.pattern),
    Form.PRINTED: lambda toml, value, place: toml.one_or_more(value, place, toml.printed),
    Form.PHRASES: _phrases,
    Form.FIELDS: _fields,
    Form.DROP: _drop,
    Form.DROP_LINES: _drop_lines,
    Form.SECTIONS: _sections,
}
"""How the values of each form are read; tables of keys are read by `cleanscrape.profile.loading`."""
