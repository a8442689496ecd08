"""A point in time as a reader sees it: the same in every language and country."""

from __future__ import annotations

import datetime as dt

from cleanscrape.article import Timestamp


def moment(timestamp: Timestamp) -> str:
    """``2024-05-06 07:08+05:00``, or the day alone where no time is known."""
    value = timestamp.value
    return value.isoformat(" ", "minutes") if isinstance(value, dt.datetime) else value.isoformat()
