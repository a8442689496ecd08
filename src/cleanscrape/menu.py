"""Menus: what stands in a ``nav`` that holds nothing but short entries, read as one."""

from __future__ import annotations

from typing import Final

from cleanscrape.block import folded, name_of, unescape

# A text that is longer is no entry: the element holds more than a menu.
_LONGEST_ENTRY: Final = 100
_NO_MENU: Final = frozenset("h1 article time figure select svg script style object textarea audio video p main".split())


def entries(raws: list[str], after: list[str], index: int) -> tuple[int, int, list[str], list[tuple[str, str]]] | None:
    """The entries of a menu: elements in it, index of its end tag, texts, links. None where it is no mere menu."""
    texts: list[str] = []
    links: list[tuple[str, str]] = []
    link: str | None = None
    fit: set[str] = set()  # the start tags that were looked at
    depth = count = 0
    for at in range(index, len(raws)):
        raw, text = raws[at], after[at]
        if raw[0] == "/":
            depth -= 1
            if not depth:
                return count, at, texts, links
            link = None if raw == "/a" else link
        else:
            count += 1
            depth += raw[-1] != "/"
            if raw not in fit:
                if "crumb" in raw or name_of(raw) in _NO_MENU:
                    return None
                fit.add(raw)
            if raw[:2] == "a ":
                link = raw
        if text and not text.isspace():
            text = folded(text)
            if len(text) > _LONGEST_ENTRY:
                return None
            texts.append(text)
            if link is not None:
                links.append((link, unescape(text)))
    return None
