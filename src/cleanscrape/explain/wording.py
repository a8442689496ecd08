"""What the labels and their authors are called in words, for a reader who has never seen this project."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from cleanscrape.article import Tier
from cleanscrape.explain.report import UNLABELLED
from cleanscrape.label import Label


@dataclass(frozen=True, slots=True)
class Kind:
    """A label in words: its title, what it stands for, and its colour.

    `hue` is an angle of OKLCH, `strength` how much of the usual colour it has: 0 is grey.
    """

    title: str
    meaning: str = field(kw_only=True)
    hue: int = field(kw_only=True)
    strength: float = field(default=1.0, kw_only=True)


_BODY: Final = 150
_FIELD: Final = 250

# The article is green and blue; no kind of the rest comes near. Kinds that often stand side by side are far apart,
# and the frame of a page is nearly grey.
KINDS: Final[dict[str, Kind]] = {
    Label.HEADLINE: Kind("Headline", meaning="the title, as printed", hue=_FIELD),
    Label.DEK: Kind("Dek", meaning="the standfirst under the headline", hue=_FIELD),
    Label.BYLINE: Kind("Byline", meaning="who wrote it", hue=_FIELD),
    Label.DATELINE: Kind("Dateline", meaning="place, agency and day before the first sentence", hue=_FIELD),
    Label.TIMESTAMP_PUBLISHED: Kind("Date", meaning="when it was published or changed", hue=_FIELD),
    Label.PARAGRAPH: Kind("Paragraph", meaning="running text of the body", hue=_BODY),
    Label.HEADING: Kind("Heading", meaning="a heading within the body", hue=_BODY),
    Label.LIST: Kind("List", meaning="a list within the body", hue=_BODY),
    Label.QUOTE: Kind("Quotation", meaning="a quotation set apart in the body", hue=_BODY),
    Label.TABLE: Kind("Table", meaning="a table within the body", hue=_BODY),
    Label.CODE: Kind("Code", meaning="code or text in fixed lines", hue=_BODY),
    Label.CAPTION: Kind("Caption", meaning="the words under a picture", hue=_BODY, strength=0.6),
    Label.CREDIT: Kind("Credit", meaning="who took a picture", hue=_BODY, strength=0.6),
    Label.NAVIGATION: Kind("Navigation", meaning="menus, breadcrumbs, skip links", hue=290, strength=0.3),
    Label.RECENT_STORIES: Kind("Recent stories", meaning="the site's latest or most read stories", hue=325),
    Label.RELATED: Kind("Related", meaning="stories and topics near this one", hue=288),
    Label.LINK_FARM: Kind("Link farm", meaning="dense links to services and partners", hue=55),
    Label.FOOTER: Kind("Footer", meaning="imprint, copyright, legal and corporate links", hue=60, strength=0.25),
    Label.SHARE: Kind("Share", meaning="buttons to share, follow or print", hue=350),
    Label.NEWSLETTER: Kind("Newsletter", meaning="invitations to mail, alerts or an app", hue=10),
    Label.ADVERTISEMENT: Kind("Advertisement", meaning="ads, sponsored and partner content", hue=30),
    Label.COMMENTS: Kind("Comments", meaning="readers' comments, their counts and forms", hue=105),
    Label.AUTHOR_BIO: Kind("About the author", meaning="the box that introduces the author", hue=338, strength=0.6),
    Label.CONSENT: Kind("Consent", meaning="cookie notices, logins and paywalls", hue=80),
    Label.MEDIA_CHROME: Kind("Player", meaning="controls and hints of pictures and films", hue=20, strength=0.4),
    Label.TIMESTAMP: Kind("Stray time", meaning="reading time, “updated 3 hours ago”", hue=95, strength=0.4),
    Label.OTHER: Kind("Other", meaning="none of the kinds above", hue=0, strength=0.0),
    UNLABELLED: Kind("Unlabelled", meaning="nothing in the page reads as an article", hue=0, strength=0.0),
}
"""Each label in words, in the order of a legend."""

WITNESSES: Final[dict[str, str]] = {
    "rules.body": "a learned model found it to be running text",
    "rules.captions": "it stands with a picture of the article",
    "rules.addresses": "where its links lead says so",
    "rules.sections": "the heading above it announces it",
    "rules.words": "its own words say so",
    "rules.containers": "the names of the elements around it say so",
    "rules.position": "nothing else spoke; its place in the page decides",
    "trafilatura": "a second opinion, by trafilatura",
    "print": "read from what the page prints",
    "time": "read from a marked time in the page",
    "json-ld": "read from the page's JSON-LD",
    "microdata": "read from the page's microdata",
    "meta": "read from the page's meta tags",
    "title": "read from the page's title",
    "link": "read from a link in the page's head",
    "html": "read from the page's root element",
    "url": "read from the page's address",
    "script": "told by the letters of the text",
    "breadcrumbs": "read from the breadcrumbs",
    "profile": "what the site's profile says of all its pages",
    "rules.kind": "weighed from all that is known of the page",
    "rules.insets": "a line within the body that leads elsewhere",
}
"""What the author of a label or a field went by."""

READ_BY: Final[dict[Tier, str]] = {
    Tier.TESTED: "held by tests",
    Tier.LEARNED: "learned from pages",
    Tier.IMPORTED: "imported",
    Tier.GENERIC: "the rules that hold on any site",
}
"""How well the labels are founded."""

FROM_PROFILE: Final = "a key of the site's profile"


def witness(by: str) -> str:
    """What an author of labels or fields went by, in words; empty where its name says all there is.

    >>> witness("meta article:author"), witness("The Daily Example/story.body")
    ("read from the page's meta tags", "a key of the site's profile")
    """
    return WITNESSES.get(by.partition(" ")[0]) or (FROM_PROFILE if "/" in by else "")


def short_name(by: str) -> str:
    """An author of labels for where there is little room: of a profile's key without the profile and layout.

    >>> short_name("The Daily Example/story.drop.related"), short_name("rules.body")
    ('drop.related', 'rules.body')
    """
    _, slash, key = by.rpartition("/")
    return (key.partition(".")[2] or key) if slash else by
