"""The shape of an Article's JSON, as JSON Schema (draft 2020-12).

``python -m cleanscrape.render.schema > docs/article.schema.json`` writes it.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
import sys
import types
from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from cleanscrape.article import Article, Block, Dateline, Removed, Timestamp
from cleanscrape.label import BODY, BOILERPLATE

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}"
# With patterns, for a validator need not look at formats.
_INSTANT = {
    "anyOf": [
        {"type": "string", "format": "date-time", "pattern": f"{_DAY}T[0-9:.]+(Z|[+-][0-9:]+)$"},
        {"type": "string", "format": "date", "pattern": f"{_DAY}$"},
    ]
}
_PARTIAL_DAY = "^([0-9]{4}-[0-9]{2}-|--[0-9]{2}-|---)[0-9]{2}$"


def _one_of(labels: Iterable[str]) -> object:
    return Literal[tuple(sorted(map(str, labels)))]


REFINED: dict[tuple[type, str], object] = {
    # msgspec takes no union of datetime and date, for in JSON both are strings.
    (Timestamp, "value"): Annotated[str, Meta(extra_json_schema=_INSTANT)],
    # The rest is what the types cannot say and the docstrings do.
    (Article, "confidence"): Annotated[float, Meta(ge=0, le=1)],
    (Block, "kind"): _one_of(BODY),
    (Block, "level"): Annotated[int, Meta(ge=0)],
    (Dateline, "date"): Annotated[str, Meta(pattern=_PARTIAL_DAY)] | None,
    (Removed, "kind"): _one_of(BOILERPLATE),
}
"""The fields whose schema is not told by their annotation."""


def json_schema() -> dict[str, Any]:
    """The JSON Schema of what `render_json` writes: every field is there, so every field is required."""
    return {"$schema": DIALECT, **msgspec.json.schema(_mirror(Article))}


@cache
def _mirror(kind: type) -> type:
    """A dataclass of the same name and fields, refined, none with a default: msgspec makes these required."""
    hints = get_type_hints(kind)
    members = [
        (member.name, REFINED.get((kind, member.name), _mirrored(hints[member.name])))
        for member in dataclasses.fields(kind)
    ]
    doc = inspect.cleandoc(kind.__doc__ or "").replace("``", "").replace("`", "")
    return dataclasses.make_dataclass(kind.__name__, members, namespace={"__doc__": doc})


def _mirrored(hint: Any) -> Any:
    """The annotation with a mirror in the place of each dataclass."""
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _mirror(hint)
    inner = tuple(map(_mirrored, get_args(hint)))
    if not inner:
        return hint
    origin = get_origin(hint)
    return Union[inner] if origin in (Union, types.UnionType) else origin[inner]  # noqa: UP007


def main() -> None:
    """Write the schema to standard output."""
    sys.stdout.write(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
