"""The report that shows a page with its labels: what every piece was taken for, by whom and on what evidence."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from cleanscrape.extract import AUTO, Extractor, ProfileChoice
from cleanscrape.late_names import late_names
from cleanscrape.page import Limits, Page

if TYPE_CHECKING:
    from cleanscrape.explain.document import render_report
    from cleanscrape.explain.report import Report

__all__ = ["Report", "explain", "render_report"]

_HOMES = {"Report": "report", "render_report": "document"}

__getattr__ = late_names(__name__, _HOMES)


def explain(
    source: bytes | str | Page,
    url: str | None = None,
    *,
    profile: ProfileChoice = AUTO,
    charset: str | None = None,
    fetched: dt.datetime | None = None,
    limits: Limits | None = None,
) -> Report:
    """Explain one page: `Extractor(...).explain(...)` in one line. See there for arguments and errors."""
    return Extractor(profile=profile, limits=limits).explain(source, url, charset=charset, fetched=fetched)
