"""What one page may cost: seconds, bytes, redirects, tries."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How long a page may take, how large it may be, how far it may lead.

    `total` is for one page with its redirects, its tries and the waits between them, in seconds; the wait for one's
    turn at a host does not count. `connect` is for each address of a host, `read` for each piece of an answer.
    `bytes` are those of the page as it is read, `wire_bytes` those that come over the wire, packed or not;
    `header_bytes` those of an answer's head. `redirects` is how often a page may send on, `pages` how many pages of
    one article are joined.

    The largest of a few thousand real pages had 6 MB.
    """

    total: float = 90.0
    _: KW_ONLY
    connect: float = 10.0
    read: float = 20.0
    bytes: int = 32 * 1024 * 1024
    wire_bytes: int = 16 * 1024 * 1024
    header_bytes: int = 256 * 1024
    redirects: int = 10
    pages: int = 20


@dataclass(frozen=True, slots=True)
class Retries:
    """How a request is tried again after a broken connection or a status 429, 502, 503 or 504.

    `tries` are all of them; 1 means never again. The waits grow from `first_wait` seconds by doubling, each with a
    random part, up to `longest_wait`. A site that says when to come back (Retry-After) is obeyed up to
    `longest_asked` seconds; where it asks for more, there is no further try.
    """

    tries: int = 3
    _: KW_ONLY
    first_wait: float = 0.5
    longest_wait: float = 15.0
    longest_asked: float = 30.0
