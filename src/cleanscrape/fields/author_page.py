"""Addresses of authors' own pages: a link to one names an author."""

from __future__ import annotations

import re

_FOLDERS = (
    "authors?|autor(?:a|e|en|es|i|as)?|auteurs?|autore|autorzy|forfatter|skribent|by|av|profiles?|profil|people|"
    "person(?:en|as|s)?|staff|team|contributors?|journalists?|columnists?|writers?|reporters?|users?|redaktion|"
    "redaktor|redakteur(?:e|in)?|correspondents?|bio|bios|experts?|members?|bloggers?|toireporter|firmas?|signature"
)
_PAGE = re.compile(
    rf"/(?:[a-z]{{2,10}}[-_])?(?:{_FOLDERS})(?:[-_](?:pages?|profiles?|bios?|members?|list))?/(?!\d{{4}}/)[^/\s]"
    r"|/(?:authors?|autor(?:a|e|en|es|i|as)?|auteurs?|toireporter)-\w|/@\w|[?&]_?author=",
    re.IGNORECASE,
)
_LONGEST = 500


def is_author_page(url: str) -> bool:
    """Whether an address, absolute or not, looks like that of a person's page on the site.

    >>> is_author_page("/authors/ana-roe"), is_author_page("https://example.org/blog-authors/ana-roe/")
    (True, True)
    >>> is_author_page("/author/"), is_author_page("/news/by-the-sea"), is_author_page("/2021/12/story")
    (False, False, False)
    """
    return _PAGE.search(url[:_LONGEST]) is not None
