"""The tree of exceptions.

::

    CleanscrapeError
    ├── BadSource            the input is no page
    │   ├── EmptySource          nothing but white space
    │   └── UndecodableSource    bytes that are no text in any encoding
    ├── LimitExceeded        the input is larger, deeper or longer than the limits allow
    ├── NotAnArticle         a page, but no article in it
    ├── BadProfile           a profile that does not load
    ├── BadFixture           a page case that cannot be read or written
    ├── NothingLearned       pages that teach no profile
    ├── MissingExtra         an optional dependency is not installed
    ├── BadSetting           a setting of fetching that cannot be met; a ValueError too
    └── FetchError           a page that could not be fetched
        ├── BadAddress           what was given is no address of a page
        ├── ForbiddenAddress     an address of a private or special network, or a port of another service
        ├── RobotsDenied         the site's robots.txt does not want it read by robots
        ├── Unreachable          no connection, or one that broke
        ├── Timeout              no answer within the time limits
        ├── TooLarge             more bytes than the limits allow
        ├── TooManyRedirects     sent on too often, or in a circle
        ├── BadResponse          an answer that is no page: an error status, or broken
        │   ├── NotFound             there is no such page: 404, 410, or a page that says so
        │   └── NotAPage             a picture, a PDF document, data, a feed
        ├── Blocked              a check for robots, a consent wall, or a site that wants fewer requests
        ├── Paywalled            a wall for subscribers in place of the text
        └── NotCached            offline, and the cache does not have the page

Every message says what was wrong and what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleanscrape.article import Article


class CleanscrapeError(Exception):
    """Base of all errors that this library raises on purpose."""


class BadSource(CleanscrapeError):
    """The input is no page that can be read."""


class EmptySource(BadSource):
    """The input holds nothing but white space."""


class UndecodableSource(BadSource):
    """The bytes are no text in any encoding that was declared or detected."""


class LimitExceeded(CleanscrapeError):
    """The input is over one of the limits: size in bytes, depth of nesting, number of nodes."""


class NotAnArticle(CleanscrapeError):
    """The page holds no article; `kind` says what it seems to be, `seen` what was seen."""

    def __init__(self, message: str, *, kind: str = "unknown", seen: str = "") -> None:
        super().__init__(message)
        self.kind = kind
        self.seen = seen


class BadProfile(CleanscrapeError):
    """A profile that does not load: the message names file, key and value."""


class BadFixture(CleanscrapeError):
    """A page case that cannot be read or written: the message names the folder."""


class NothingLearned(CleanscrapeError):
    """No profile can be learned from the pages; the message says why, and which pages would do."""


class MissingExtra(CleanscrapeError):
    """An optional dependency is not installed; the message holds the command that installs it."""


class BadSetting(CleanscrapeError, ValueError):
    """A setting of fetching that cannot be met: the message names it and says what it takes."""


class FetchError(CleanscrapeError):
    """A page could not be fetched.

    `url` is the address that failed, without user name and password; `status` the HTTP status, where there was an
    answer; `seen` what was seen, in a few words.
    """

    def __init__(self, message: str, *, url: str = "", status: int | None = None, seen: str = "") -> None:
        super().__init__(message)
        self.url = url
        self.status = status
        self.seen = seen


class BadAddress(FetchError):
    """What was given is no address of a page: another scheme than http and https, no host, or broken."""


class ForbiddenAddress(FetchError):
    """The address is of a private or special network, or the port belongs to another service than the web."""


class RobotsDenied(FetchError):
    """The site's robots.txt does not let robots read the page, or could not be read itself."""


class Unreachable(FetchError):
    """No connection: the name is unknown, nobody answers, the certificate does not hold, or the line broke.

    `lasting` says that trying again is of no use; `no_connection` that there was none to begin with.
    """

    lasting: bool = False
    no_connection: bool = False


class Timeout(FetchError):
    """No answer, or not all of it, within the time limits."""


class TooLarge(FetchError):
    """The answer has more bytes than the limits allow, packed or unpacked, in its head or its body."""


class TooManyRedirects(FetchError):
    """The site sends on from address to address too often, or in a circle."""


class BadResponse(FetchError):
    """An answer that is no page: an error status, or one that cannot be read."""


class NotFound(BadResponse):
    """There is no such page: status 404 or 410, or a page that says so."""


class NotAPage(BadResponse):
    """The bytes are no page: a picture, a document, data or a feed."""


class Blocked(FetchError):
    """The site keeps us out: a check for robots, a consent wall, or fewer requests wanted.

    `retry_after` is how many seconds the site asks to wait, where it says so.
    """

    def __init__(
        self,
        message: str,
        *,
        url: str = "",
        status: int | None = None,
        seen: str = "",
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, url=url, status=status, seen=seen)
        self.retry_after = retry_after


class Paywalled(FetchError):
    """A wall for subscribers stands in place of the text; `article` is what stands before it, if anything does."""

    def __init__(
        self, message: str, *, url: str = "", status: int | None = None, seen: str = "", article: Article | None = None
    ) -> None:
        super().__init__(message, url=url, status=status, seen=seen)
        self.article = article


class NotCached(FetchError):
    """Offline, and the cache does not have the page."""
