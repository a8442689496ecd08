"""Time as fetching sees it; tests put their own in its place."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """`monotonic` seconds, `sleep` for seconds, and the time of day, `now`, as an aware datetime."""

    monotonic: Callable[[], float] = time.monotonic
    _: KW_ONLY
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], dt.datetime] = _now
