"""What one page may cost: seconds, bytes, redirects, tries."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, fields

from cleanscrape.errors import BadSetting


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How long a page may take, how large it may be, how far it may lead.

    `total` is for one page with its redirects, its tries and the waits between them, in seconds; the wait for one's
    turn at a host does not count. `connect` is for each address of a host, `read` for each piece of an answer.
    `bytes` are those of the page as it is read, `wire_bytes` those that come over the wire, packed or not;
    `header_bytes` those of an answer's head. `redirects` is how often a page may send on; `follow_refresh` says whether
    a page may do so by its markup too (`meta refresh`, within 5 seconds), `leave_amp` whether an AMP page leads to its
    canonical one. `pages` is how many pages of one article are joined.

    The largest of a few thousand real pages had 6 MB.

    Raises:
        BadSetting: a limit that lets nothing through.
    """

    total: float = 90.0
    _: KW_ONLY
    connect: float = 10.0
    read: float = 20.0
    bytes: int = 32 * 1024 * 1024
    wire_bytes: int = 16 * 1024 * 1024
    header_bytes: int = 256 * 1024
    redirects: int = 10
    follow_refresh: bool = True
    leave_amp: bool = False
    pages: int = 20

    def __post_init__(self) -> None:
        _check(self, least={"redirects": 0, "pages": 1})


@dataclass(frozen=True, slots=True)
class Retries:
    """How a request is tried again after a broken connection or a status 429, 502, 503 or 504.

    `tries` are all of them; 1 means never again. The waits grow from `first_wait` seconds by doubling, each with a
    random part, up to `longest_wait`. A site that says when to come back (Retry-After) is obeyed up to
    `longest_asked` seconds; where it asks for more, there is no further try.

    Raises:
        BadSetting: fewer than one try, or a wait under nought.
    """

    tries: int = 3
    _: KW_ONLY
    first_wait: float = 0.5
    longest_wait: float = 15.0
    longest_asked: float = 30.0

    def __post_init__(self) -> None:
        _check(self, least={"tries": 1, "first_wait": 0, "longest_wait": 0, "longest_asked": 0})


def _check(settings: FetchLimits | Retries, least: dict[str, int]) -> None:
    """Each number is at least what `least` names, and above nought where it names nothing."""
    for field in fields(settings):
        value = getattr(settings, field.name)
        if isinstance(value, bool):
            continue
        bound = least.get(field.name)
        if not (value > 0 if bound is None else value >= bound):
            what = "above 0" if bound is None else f"{bound} or more"
            raise BadSetting(f"{type(settings).__name__}({field.name}={value!r}): it takes a number, {what}")
