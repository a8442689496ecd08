"""robots.txt, as RFC 9309 has it: asked for once an origin, kept for a while, obeyed."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field
from typing import Final

from protego import Protego

from cleanscrape.errors import FetchError, ForbiddenAddress, RobotsDenied, Unreachable
from cleanscrape.fetch.allowance import Allowance
from cleanscrape.fetch.answer import Answer
from cleanscrape.fetch.clock import Clock
from cleanscrape.fetch.location import Location
from cleanscrape.fetch.manners import Manners

READ: Final = 500 * 1024
"""So many bytes of a robots.txt are read, as RFC 9309 asks at least; the rest is passed over."""
HOPS: Final = 5
"""So many redirects of a robots.txt are followed, as RFC 9309 asks at least."""

_KEPT: Final = 24 * 3600.0  # seconds; RFC 9309 allows no more
_KEPT_UNREACHED: Final = 300.0  # seconds after which a robots.txt that could not be read is asked for again
_ORIGINS: Final = 5_000  # whose rules are remembered
_REMEMBERED: Final = (
    8 * 1024 * 1024
)  # bytes of rules that are remembered in all; parsed they take some twenty times that
_CLIENT_ERRORS: Final = range(400, 500)
_AGENT: Final = re.compile(r"\s*user[- ]?agent\s*[:\s]\s*([^#\n]*)", re.IGNORECASE)
_PRODUCT: Final = re.compile(r"\*|[A-Za-z_-]+")


@dataclass(slots=True)
class _Rules:
    """What one origin wants: its rules, or why nothing may be read, and until when that is known."""

    parser: Protego | None = None
    _: KW_ONLY
    denial: str = ""
    until: float = 0.0
    size: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Robots:
    """The rules of all origins. It may be used from several threads.

    Args:
        ask: fetches a robots.txt.
        manners: the name that robots.txt knows us by, and how long a delay is obeyed.
        clock: the clock that rules age by.
    """

    def __init__(self, ask: Callable[[Location, Allowance], Answer], manners: Manners, clock: Clock) -> None:
        self._ask = ask
        self._manners = manners
        self._clock = clock
        self._rules: OrderedDict[tuple[str, str, int], _Rules] = OrderedDict()
        self._lock = threading.Lock()

    def delay(self, location: Location, allowance: Allowance) -> float:
        """How many seconds a host wants between requests, at least our own delay.

        Raises:
            RobotsDenied: the page may not be read.
        """
        rules = self._of(location, allowance)
        if rules.parser is None:
            raise _denied(location, rules.denial)
        if not rules.parser.can_fetch(location.url, self._manners.token):
            raise _denied(location, f"robots.txt has no {self._manners.token} read it")
        asked = rules.parser.crawl_delay(self._manners.token) or 0.0
        return max(self._manners.delay, min(asked, self._manners.longest_delay))

    def sitemaps(self, location: Location, allowance: Allowance) -> tuple[str, ...]:
        """The sitemaps that an origin names in its robots.txt."""
        rules = self._of(location, allowance)
        return tuple(rules.parser.sitemaps) if rules.parser is not None else ()

    def _of(self, location: Location, allowance: Allowance) -> _Rules:
        """The rules of an origin; of several threads that need them, one asks."""
        with self._lock:
            rules = self._rules.setdefault(location.origin, _Rules())
            self._rules.move_to_end(location.origin)
        with rules.lock:
            if rules.until <= self._clock.monotonic():
                self._read(rules, location, allowance)
                self._forget()
        return rules

    def _forget(self) -> None:
        """Forget the rules that have not been asked for longest, where they are too many or too long."""
        with self._lock:
            size = sum(rules.size for rules in self._rules.values())
            while len(self._rules) > 1 and (size > _REMEMBERED or len(self._rules) > _ORIGINS):
                size -= self._rules.popitem(last=False)[1].size

    def _read(self, rules: _Rules, location: Location, allowance: Allowance) -> None:
        try:
            answer = self._ask(location.at("/robots.txt"), allowance)
        except ForbiddenAddress:
            raise
        except FetchError as error:
            if allowance.left <= 0 or (isinstance(error, Unreachable) and error.no_connection):
                raise  # nothing is known of the site's wishes; there is no site, or no time
            self._keep(rules, None, f"robots.txt could not be read ({error.seen or error})")
            return
        if answer.status == 200 or 200 < answer.status < 300:
            self._keep(rules, parsed(answer.content, self._manners.token))
            rules.size = len(answer.content)
        elif answer.status in _CLIENT_ERRORS:
            self._keep(rules, Protego.parse(""))
        else:
            self._keep(rules, None, f"robots.txt could not be read (status {answer.status})")

    def _keep(self, rules: _Rules, parser: Protego | None, denial: str = "") -> None:
        rules.parser, rules.denial = parser, denial
        rules.until = self._clock.monotonic() + (_KEPT_UNREACHED if parser is None else _KEPT)


def parsed(content: bytes, token: str) -> Protego:
    """The rules of a robots.txt that may concern us.

    Groups of other robots are left out before: a file of 500 KB can name so many robots above so many rules that
    their product would fill the memory.
    """
    text = content[:READ].decode("utf-8", "replace").removeprefix("\ufeff")
    kept: list[str] = []
    others = False
    for line in text.splitlines():
        match = _AGENT.match(line)
        if match is None:
            kept.append(line)
            others = False
        elif (name := product_token(match[1])) in ("*", token.lower()):
            agent = f"User-agent: {name}"
            if not kept or kept[-1] != agent:
                kept.append(agent)
            others = False
        elif not others:
            kept.append("User-agent: (another)")
            others = True
    return Protego.parse("\n".join(kept))


def product_token(agent: str) -> str:
    """The name of a robot, without version and remarks, in lower case; the star stays.

    >>> product_token(" CleanScrape/1.0 (news)"), product_token("*")
    ('cleanscrape', '*')
    """
    match = _PRODUCT.match(agent.strip())
    return match[0].lower() if match else ""


def _denied(location: Location, why: str) -> RobotsDenied:
    return RobotsDenied(
        f"{location.url} is not read: {why}; ask the site; if you may read it, Manners(robots=False), "
        "or --ignore-robots, asks no more",
        url=location.url,
        seen=why,
    )
