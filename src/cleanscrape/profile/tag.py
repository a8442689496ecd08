"""Which language tags and time zones there are."""

from __future__ import annotations

import re

# ISO 639-1. A language with a code of three letters is taken at its word.
_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de "
    "dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id "
    "ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu "
    "lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu "
    "rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr "
    "ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
)
# BCP 47: language, script, region, variants.
_TAG = r"([a-z]{2,3})(-[A-Z][a-z]{3})?(-(?:[A-Z]{2}|\d{3}))?(-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*"


def is_language(tag: str) -> bool:
    """Whether a tag is one of BCP 47, in its usual spelling, with a language that exists.

    >>> is_language("pt-BR"), is_language("zh-Hant"), is_language("english"), is_language("xx")
    (True, True, False, False)
    """
    match = re.fullmatch(_TAG, tag)
    return match is not None and (len(match[1]) > 2 or f"{match[1]} " in _TWO_LETTERS)


def spelled(tag: str) -> str | None:
    """The language tag that is meant by one in another spelling; None where none is."""
    first, *rest = tag.strip().replace("_", "-").split("-")
    cased = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in rest]
    candidate = "-".join([first.lower(), *cased])
    return candidate if is_language(candidate) else None


def is_timezone(name: str) -> bool:
    """Whether a time zone is in the system's IANA data; any is, where the system has no data."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return not timezones()
    return True


def timezones() -> list[str]:
    """All time zones that the system knows, sorted."""
    from zoneinfo import available_timezones

    return sorted(available_timezones())
