"""An Article as JSON: its fields by their names, in the order of `cleanscrape.article`.

`cleanscrape.render.schema` tells the shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from cleanscrape.article import Article
from cleanscrape.render.inline import well_formed

if TYPE_CHECKING:
    import msgspec


def render_json(article: Article, *, indent: int = 0) -> str:
    """The article as JSON, on one line, or indented by so many spaces.

    Every field is there, null where it is unknown. Days are ``2024-05-06``, points in time
    ``2024-05-06T07:08:09+05:00``, with ``Z`` for UTC; a mapping's keys are sorted.

    >>> render_json(Article(headline="Gulls"))[:60]
    '{"url":null,"canonical_url":null,"headline":"Gulls","dek":nu'
    """
    return as_json(article, indent=indent)


def as_json(value: object, *, indent: int = 0) -> str:
    """A value of this library, or a field's, as JSON, in the way of `render_json`."""
    import msgspec

    try:
        data = _encoder().encode(value)
    except UnicodeEncodeError:
        data = _encoder().encode(_well_formed(msgspec.to_builtins(value, order="deterministic", enc_hook=_plain)))
    return (msgspec.json.format(data, indent=indent) if indent > 0 else data).decode()


@cache
def _encoder() -> msgspec.json.Encoder:
    import msgspec  # 19 ms

    return msgspec.json.Encoder(order="deterministic", enc_hook=_plain)


def _plain(value: object) -> object:
    """A mapping of another type as a dict."""
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError(f"an Article holds no {type(value).__name__}")


def _well_formed(value: object) -> object:
    """The same data with its text fit for UTF-8. It is as deep as an Article or a report is: five levels."""
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, dict):
        return {well_formed(key): _well_formed(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_well_formed(item) for item in value]
    return value
