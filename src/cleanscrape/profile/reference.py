"""The reference of a profile's keys, derived from the model.

``python -m cleanscrape.profile.reference docs/profiles.md`` writes it into the documentation.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from typing import Any, Final

from cleanscrape.document import rewrite, with_part
from cleanscrape.label import BOILERPLATE, Label
from cleanscrape.profile.capture import Capture
from cleanscrape.profile.contract import Contract
from cleanscrape.profile.layout import Layout
from cleanscrape.profile.model import Profile
from cleanscrape.profile.usual import Usual

BEGIN: Final = "<!-- keys: written by python -m cleanscrape.profile.reference docs/profiles.md -->"
END: Final = "<!-- end of keys -->"

_TABLES: Final = (
    ("At the top of the file", Profile),
    ("`[[layouts]]`", Layout),
    ("`[contract]`", Contract),
    ("`[usual]`", Usual),
    ("`[capture]`", Capture),
)


def reference() -> str:
    """All keys of all tables, and the kinds of boilerplate, in Markdown."""
    parts = [_table(title, table) for title, table in _TABLES]
    kinds = ", ".join(f"`{label.value}`" for label in Label if label in BOILERPLATE)
    parts.append(f"### The kinds of boilerplate\n\n{kinds}.")
    return "\n\n".join(parts)


def with_reference(document: str) -> str:
    """A document with the reference between its marks; ValueError where it has no marks."""
    return with_part(document, reference(), begin=BEGIN, end=END)


def _table(title: str, table: type[Any]) -> str:
    rows = "\n".join(_rows(table))
    return f"### {title}\n\n| key | value | default | meaning |\n| --- | --- | --- | --- |\n{rows}"


def _rows(table: type[Any]) -> Iterator[str]:
    for each in fields(table):
        if each.metadata:
            form, meaning = each.metadata["form"], each.metadata["meaning"]
            yield f"| `{each.name}` | {form} | {_default(each)} | {meaning} |"


def _default(each: Field[Any]) -> str:
    if each.default is MISSING:
        return "must be given"
    plain = isinstance(each.default, (int, str)) and not isinstance(each.default, bool)
    return f"`{each.default}`" if plain else ""


def main(paths: list[str]) -> None:
    """Write the reference into documents."""
    rewrite(paths, with_reference)


if __name__ == "__main__":
    main(sys.argv[1:])
