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
_TOPIC = re.compile(r"/(?:themen?|topics?|tags?|temas?|dossiers?|sujets?)/", re.IGNORECASE)  # people told of
_CATEGORY = re.compile(
    r"/(?:categor(?:y|ies|ia|ias|ie)|kategorien?|cat|rubrik(?:en)?|rubrique|sections?)/", re.IGNORECASE
)
_OF_SYSTEM = re.compile(r"/(?:admin(?:istrator|istrador)?|webmaster|root|user|redaktion|redaccion|redacao|editor)/?$")
_LONGEST = 500


def is_author_page(url: str) -> bool:
    """Whether an address, absolute or not, looks like that of a person's page on the site.

    >>> is_author_page("/authors/ana-roe"), is_author_page("https://example.org/blog-authors/ana-roe/")
    (True, True)
    >>> is_author_page("/author/"), is_author_page("/news/by-the-sea"), is_author_page("/2021/12/story")
    (False, False, False)
    >>> is_author_page("/topics/people/ana-roe-t12.html")
    False
    """
    return _PAGE.search(url[:_LONGEST]) is not None and not is_topic_page(url)


def is_system_page(url: str) -> bool:
    """Whether an address is the page of the account that puts texts in, whoever wrote them.

    >>> is_system_page("https://example.org/author/admin/"), is_system_page("/author/ana-roe/")
    (True, False)
    """
    return _OF_SYSTEM.search(url[:_LONGEST]) is not None


def is_topic_page(url: str) -> bool:
    """Whether an address is one of all that the site tells of somebody or something.

    >>> is_topic_page("/topics/people/ana-roe"), is_topic_page("/people/ana-roe")
    (True, False)
    """
    return _TOPIC.search(url, 0, _LONGEST) is not None


def is_category_page(url: str) -> bool:
    """Whether an address is one of all that the site has filed under something: it names nobody.

    >>> is_category_page("/category/books/"), is_category_page("/authors/ana-roe")
    (True, False)
    """
    return _CATEGORY.search(url, 0, _LONGEST) is not None
