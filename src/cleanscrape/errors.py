"""The tree of exceptions.

::

    CleanscrapeError
    ├── BadSource            the input is no page
    │   ├── EmptySource          nothing but white space
    │   └── UndecodableSource    bytes that are no text in any encoding
    ├── LimitExceeded        the input is larger, deeper or longer than the limits allow
    ├── NotAnArticle         a page, but no article in it
    ├── BadProfile           a profile that does not load
    └── MissingExtra         an optional dependency is not installed

Every message says what was wrong and what to do.
"""

from __future__ import annotations


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


class MissingExtra(CleanscrapeError):
    """An optional dependency is not installed; the message holds the command that installs it."""
