"""An Article as text, Markdown, HTML, JSON and linked data.

All of them are functions of an Article alone, and give a str. Each is loaded when it is first asked for, so
that importing this package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleanscrape.late_names import late_names

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

__getattr__ = late_names(__name__, _HOMES)
