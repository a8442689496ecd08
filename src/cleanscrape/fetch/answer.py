"""What came back for one request."""

from __future__ import annotations

import datetime as dt
import email.utils
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field

from cleanscrape.fetch.location import Location


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: where it came from, its status and headers, its body unpacked, when it came.

    `headers` have their names as they are asked for, in any case. `hops` are the addresses that led here.
    """

    location: Location
    _: KW_ONLY
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)
    at: dt.datetime
    from_cache: bool = False
    hops: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """The address that answered."""
        return self.location.url

    @property
    def retry_after(self) -> float | None:
        """How many seconds the site asks to wait, by its Retry-After: a number, or a date read against `at`."""
        raw = self.headers.get("Retry-After", "").strip()
        if raw.isascii() and raw.isdigit():
            return float(raw[:10])
        try:
            when = email.utils.parsedate_to_datetime(raw)
        except (ValueError, TypeError, OverflowError):
            return None
        if when.tzinfo is None:
            when = when.replace(tzinfo=dt.UTC)
        return max(0.0, (when - self.at).total_seconds())
