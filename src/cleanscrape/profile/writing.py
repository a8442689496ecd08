"""Writing a profile as TOML, in the order of the model: what `loads` reads gives the same profile.

The remarks of selectors, which say what a learned one rests on, become comments; what is unsure stands at the top.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from typing import Any, Final

from cleanscrape.profile.key import Form
from cleanscrape.profile.layout import Layout
from cleanscrape.profile.model import Profile
from cleanscrape.profile.pattern import LinePattern
from cleanscrape.profile.selector import Selector
from cleanscrape.profile.toml import joined

_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_WIDE: Final = 100  # columns up to which a comment stands behind its line


def profile_toml(profile: Profile) -> str:
    """A profile as the text of a TOML file."""
    lines = [f"# unsure: {remark}" for remark in profile.remarks]
    lines += _keys(profile)
    for layout in profile.layouts:
        lines += ["", "[[layouts]]", *_keys(layout)]
    for name, table in (("contract", profile.contract), ("usual", profile.usual), ("capture", profile.capture)):
        written = list(_keys(table)) if table is not None else []
        if written:
            lines += ["", f"[{name}]", *written]
    if profile.capture is not None and profile.capture.sections:
        lines += ["", "[capture.sections]"]
        lines += [f"{_text(s.heading.source)} = {_text(s.kind.value)}" for s in profile.capture.sections]
    return "\n".join(lines) + "\n"


def _keys(table: Any) -> Iterator[str]:
    """The lines of a table's own keys, those at their defaults left out."""
    for each in fields(table):
        value = getattr(table, each.name)
        form = each.metadata.get("form") if each.metadata else None
        if form is None or _is_default(each, value, table):
            continue
        if form in _NESTED:
            yield from _kinds(each.name, value)
        elif form in _WRITERS:
            yield from _assigned(each.name, _WRITERS[form](value))


def _is_default(each: Field[Any], value: Any, table: Any) -> bool:
    if each.default is MISSING or (isinstance(table, Layout) and each.name == "id"):
        return False
    return bool(value == each.default)


_Written = Sequence[tuple[str, str]]
"""The values of a key as TOML, each with its comment; one alone is no list."""


def _assigned(key: str, written: _Written) -> Iterator[str]:
    if len(written) == 1:
        yield from _commented(f"{key} = {written[0][0]}", written[0][1])
        return
    if not any(comment for _, comment in written):
        line = f"{key} = [{', '.join(value for value, _ in written)}]"
        if len(line) <= _WIDE:
            yield line
            return
    yield f"{key} = ["
    for value, comment in written:
        yield from _commented(f"    {value},", comment)
    yield "]"


def _commented(line: str, comment: str) -> Iterator[str]:
    if not comment:
        yield line
    elif len(line) + len(comment) <= _WIDE:
        yield f"{line}  # {comment}"
    else:
        yield f"{line[: len(line) - len(line.lstrip())]}# {comment}"
        yield line


def _kinds(name: str, value: Any) -> Iterator[str]:
    for drop in value:
        sources = getattr(drop, "selectors", None) or drop.patterns
        yield from _assigned(joined(name, drop.kind.value), [_source(each) for each in sources])


def _source(each: Selector | LinePattern) -> tuple[str, str]:
    return _text(each.source), each.remark if isinstance(each, Selector) else ""


def _sources(value: Sequence[Selector | LinePattern]) -> _Written:
    return [_source(each) for each in value]


def _one(value: Any) -> _Written:
    return [(_plain(value), "")]


def _list(value: Sequence[Any]) -> _Written:
    written = f"[{', '.join(map(_plain, value))}]"
    if len(written) > _WIDE:
        written = "[\n" + "".join(f"    {_plain(each)},\n" for each in value) + "]"
    return [(written, "")]


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, (int, float)) else _text(str(value))


def _text(value: str) -> str:
    """A basic string of TOML."""
    return '"' + "".join(_ESCAPES.get(c) or (c if c.isprintable() else f"\\u{ord(c):04X}") for c in value) + '"'


_NESTED: Final = frozenset({Form.DROP, Form.DROP_LINES})
_WRITERS: Final[Mapping[Form, Callable[[Any], _Written]]] = {
    **dict.fromkeys((Form.TEXT, Form.NAME, Form.LANGUAGE, Form.TIMEZONE, Form.TIER, Form.COUNT, Form.FLAG), _one),
    **dict.fromkeys((Form.HOSTS, Form.PHRASES, Form.FIELDS, Form.RANGE), _list),
    **dict.fromkeys((Form.SELECTORS, Form.MARKERS, Form.PATTERNS, Form.PRINTED), _sources),
}
"""How the values of each form are written; tables are written by `profile_toml`."""
