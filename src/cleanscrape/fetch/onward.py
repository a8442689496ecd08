"""Where a page itself leads: a refresh that it declares, the canonical page of an AMP one."""

from __future__ import annotations

import re
from typing import Final

from cleanscrape.fetch.limits import FetchLimits
from cleanscrape.page import Page

# Seconds: a page that waits longer is there to be read, and looks for news of itself.
_LONGEST_WAIT: Final = 5
_REFRESH: Final = re.compile(r"\s*(\d{1,6})(?:\.\d*)?\s*[;,\s]\s*(.+)", re.DOTALL)
_URL: Final = re.compile(r"\Aurl\s*=\s*", re.IGNORECASE)


def onward(page: Page, limits: FetchLimits) -> str | None:
    """The address that a page leads on to, as written; None where it is an end."""
    if not page.is_markup:
        return None
    if limits.follow_refresh and (target := _refresh(page)):
        return target
    if limits.leave_amp and (page.root.get("amp") is not None or page.root.get("⚡") is not None):
        return page.linked.canonical
    return None


def _refresh(page: Page) -> str | None:
    for meta in page.root.iterfind(".//meta[@http-equiv]"):
        if meta.get("http-equiv").strip().lower() == "refresh":
            match = _REFRESH.match(meta.get("content", ""))
            if match is None or int(match[1]) > _LONGEST_WAIT:
                return None
            return _URL.sub("", match[2].strip(), count=1).strip("\"' ") or None
    return None
