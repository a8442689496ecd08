"""An Article as text, Markdown, HTML, JSON and linked data.

All of them are functions of an Article alone, and give a str. Each is loaded when it is first asked for, so
that importing this package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleanscrape.render.html import render_html
    from cleanscrape.render.json import render_json
    from cleanscrape.render.jsonld import render_jsonld
    from cleanscrape.render.markdown import render_markdown
    from cleanscrape.render.schema import json_schema
    from cleanscrape.render.text import TextOptions, render_text

__all__ = [
    "TextOptions",
    "json_schema",
    "render_html",
    "render_json",
    "render_jsonld",
    "render_markdown",
    "render_text",
]

_HOMES = {
    "TextOptions": "text",
    "json_schema": "schema",
    "render_html": "html",
    "render_json": "json",
    "render_jsonld": "jsonld",
    "render_markdown": "markdown",
    "render_text": "text",
}


def __getattr__(name: str) -> object:
    """Load the module that a name of this package lives in (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
