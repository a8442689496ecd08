"""The fields of an article: one reader a field, each with its witnesses in a literal order.

`FIELDS` is the order of reading: a field may look at those that stand before it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from cleanscrape.fields.access import read_access
from cleanscrape.fields.authors import read_authors
from cleanscrape.fields.dates import read_modified, read_published
from cleanscrape.fields.dek import read_dek, read_description
from cleanscrape.fields.headline import read_headline
from cleanscrape.fields.images import read_images
from cleanscrape.fields.kind import read_kind
from cleanscrape.fields.origin import read_canonical, read_language, read_license, read_publisher, read_site
from cleanscrape.fields.pages import read_pages
from cleanscrape.fields.topics import read_breadcrumbs, read_section, read_tags
from cleanscrape.label import Label
from cleanscrape.reading import Found, Reading

FieldReader = Callable[[Reading], Found[Any] | None]

FIELDS: Final[tuple[tuple[str, FieldReader, Label | None], ...]] = (
    ("canonical_url", read_canonical, None),  # looks at nothing else
    ("site", read_site, None),  # its name is no author and no part of a headline
    ("publisher", read_publisher, None),
    ("description", read_description, None),  # tells a dek
    ("headline", read_headline, Label.HEADLINE),  # the other printed fields stand around it
    ("language", read_language, None),  # dates and bylines are read in it
    ("dek", read_dek, Label.DEK),
    ("byline", read_authors, Label.BYLINE),
    ("published", read_published, Label.TIMESTAMP_PUBLISHED),
    ("modified", read_modified, None),
    ("breadcrumbs", read_breadcrumbs, None),
    ("section", read_section, None),  # from the breadcrumbs, if need be
    ("license", read_license, None),
)
"""The fields that are read before the rest of the page is labelled: name, reader, label of the pieces."""

LATE_FIELDS: Final[tuple[tuple[str, FieldReader, Label | None], ...]] = (
    ("tags", read_tags, None),  # stand in what the rules label as related
    ("images", read_images, None),  # want their captions labelled
    ("access", read_access, None),  # a wall is labelled as consent
    ("kind", read_kind, None),  # weighs all that is known of the page
    ("pages", read_pages, None),  # a listing's pages are no article's
)
"""The fields that read what the labels say."""
