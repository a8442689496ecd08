"""How we behave at a site: who we say we are, how often we come, whether we ask first."""

from __future__ import annotations

import re
from dataclasses import KW_ONLY, dataclass
from typing import Final

import cleanscrape
from cleanscrape.errors import BadSetting

_CONTACT: Final = "https://pypi.org/project/cleanscrape/"
_TOKEN: Final = re.compile(r"[A-Za-z_-]+")


@dataclass(frozen=True, slots=True)
class Manners:
    """How we behave at a site.

    `contact` is an address of a page or a mailbox where a site's people can find out who reads them, and complain; name
    your own. `user_agent` replaces the whole User-Agent; its first word is the name that robots.txt knows us by.
    `robots` False reads no robots.txt. `delay` is the least time between two requests to one host, in seconds: from the
    end of one to the beginning of the next; a robots.txt may ask for a longer one, up to `longest_delay`. `at_once` is
    how many requests one host may have to answer at the same time; where it is more than one, the delay is that between
    their beginnings. `language` is what we ask for, as an Accept-Language header.

    Raises:
        BadSetting: a delay under 0, or fewer than one request at once, or a header that is none.
    """

    contact: str = _CONTACT
    _: KW_ONLY
    user_agent: str | None = None
    robots: bool = True
    delay: float = 1.0
    longest_delay: float = 30.0
    at_once: int = 1
    language: str | None = None

    def __post_init__(self) -> None:
        if self.delay < 0 or self.longest_delay < 0 or self.at_once < 1:
            raise BadSetting("delay and longest_delay are seconds from 0 up, at_once is a number from 1 up")
        for header in (self.agent, self.language or ""):
            if not header.isprintable() or not header.isascii():
                raise BadSetting(f"{header!r} cannot stand in a header: write printable ASCII")

    @property
    def agent(self) -> str:
        """The User-Agent: the library, its version and a contact."""
        if self.user_agent is not None:
            return self.user_agent
        return f"cleanscrape/{cleanscrape.__version__} (+{self.contact})"

    @property
    def token(self) -> str:
        """The name that a robots.txt knows us by."""
        match = _TOKEN.match(self.agent)
        return match[0].lower() if match else "cleanscrape"
