"""What is known of a page before its dates are read: language, zone, and which comes first, day or month."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

_MONTH_FIRST_REGIONS = frozenset({"US", "PH", "PR", "GU", "PW", "FM", "MH", "VI", "AS", "MP"})
_MONTH_FIRST_ZONES = frozenset(
    {"Asia/Manila", "America/Puerto_Rico", "Pacific/Honolulu", "Pacific/Guam", "EST5EDT", "CST6CDT", "PST8PDT"}
    | {
        "America/" + city
        for city in ("New_York", "Chicago", "Denver", "Los_Angeles", "Phoenix", "Detroit", "Anchorage", "Boise")
    }
)
# Languages whose short dates begin with the year ("21.11.03").
_YEAR_FIRST = frozenset({"ko", "ja", "zh", "hu", "mn", "lt", "eu"})
# Codes that sites declare, and the language whose names of months hold for them.
_SAME_NAMES = {"no": "nb", "nn": "nb", "in": "id", "iw": "he", "tl": "fil", "prs": "fa", "cn": "zh", "jp": "ja"}


@dataclass(frozen=True, slots=True)
class Habits:
    """How a page prints its dates, as far as it is known. Make it with `habits_of`.

    `language` and `region` are the parts of the page's language tag (``en`` and ``GB``); `zone` is the zone
    of printed times that name none; `told` is the order that the caller knows (True: day first).
    """

    language: str | None = None
    region: str | None = None
    zone: dt.tzinfo | None = None
    zone_name: str | None = None
    told: bool | None = None

    @property
    def year_first(self) -> bool:
        """Whether a date of three short numbers begins with the year."""
        return self.language in _YEAR_FIRST

    @property
    def day_first(self) -> bool:
        """Which of the two is likelier where the numbers fit both orders: told, else by place, else language.

        English pages that do not say where they are from print the month first.
        """
        if self.told is not None:
            return self.told
        if self.region is not None and self.language in ("en", "es", "fil", None):
            return self.region not in _MONTH_FIRST_REGIONS
        place = self.zone_name or ""
        if "/" in place and not place.startswith("Etc/") and self.language in ("en", None):
            return not place.startswith("US/") and place not in _MONTH_FIRST_ZONES
        return self.language not in ("en", "fil")

    def is_sure_of(self, separator: str) -> bool:
        """Whether `day_first` is no guess: told, or stops between the numbers in a language other than English."""
        return self.told is not None or (separator == "." and self.language not in ("en", "fil", None))


def zone_of(name: str) -> dt.tzinfo:
    """The zone with this IANA name; ValueError where there is none."""
    if name in ("UTC", "Etc/UTC", "GMT"):
        return dt.UTC
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"no such time zone: {name!r}; give an IANA name such as 'Asia/Karachi'") from None


@lru_cache(maxsize=256)
def habits_of(language: str | None, timezone: str | None, day_first: bool | None) -> Habits:
    """Habits from a language tag (``en-GB``, ``pt_BR``), an IANA zone name, and an order that is known.

    Raises ValueError where `timezone` names no zone.
    """
    parts = (language or "").strip().replace("_", "-").split("-")
    base = parts[0].lower()
    region = next((p.upper() for p in parts[1:] if len(p) == 2), None)
    return Habits(
        language=_SAME_NAMES.get(base, base) or None,
        region=region,
        zone=zone_of(timezone) if timezone is not None else None,
        zone_name=timezone,
        told=day_first,
    )
