"""Learning a profile from a few pages of one site.

The generic way reads each page and is the teacher. What holds its body on every page becomes `body`; what stands in
there and is none becomes `drop`; where the page prints a field that linked data and meta confirm, the element becomes
the field's selector. Every selector is tried on every page, and stays only where it gives what it shall.
"""

from __future__ import annotations

from collections.abc import Iterable

from cleanscrape.page import Page
from cleanscrape.profile.model import Profile


def learn(pages: Iterable[tuple[bytes | str | Page, str | None]]) -> Profile:
    """A draft of a profile from one to a few pages of one site.

    Args:
        pages: (source, url) pairs: markup of an article as bytes, text or a `Page`, and its address.

    Each selector of the profile says in its `remark` what it rests on; `Profile.remarks` says what is unsure.
    `profile_toml` writes both as comments. The same pages give the same profile.

    Raises:
        NothingLearned: no page is an article, no selector holds their bodies, or no host is known.
        BadSource, LimitExceeded: a page cannot be read.
    """
    from cleanscrape.profile.learning.draft import draft

    return draft([source if isinstance(source, Page) else Page(source, url) for source, url in pages])
