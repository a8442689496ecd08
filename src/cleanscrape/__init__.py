"""A news page in, a clean Article out.

>>> import cleanscrape
>>> page = '''<title>Rain stops play - The Daily Example</title><h1>Rain stops play</h1>
... <p>By Ann Droe</p><p>OSLO (XPA) - The match at the river ground was called off on Monday after three hours of rain,
... the first time in eleven years that the pitch could not be saved.</p>
... <p>Spectators were told to keep their tickets, which stay good for the replay in the second week of June.</p>'''
>>> cleanscrape.extract(page, profile=None).headline
'Rain stops play'
"""

from typing import TYPE_CHECKING

from cleanscrape.article import (
    Access,
    Article,
    Author,
    Block,
    Byline,
    Dateline,
    Image,
    Link,
    ProfileUse,
    Removed,
    Source,
    Tier,
    Timestamp,
)
from cleanscrape.errors import (
    BadAddress,
    BadFixture,
    BadProfile,
    BadResponse,
    BadSetting,
    BadSource,
    Blocked,
    CleanscrapeError,
    EmptySource,
    FetchError,
    ForbiddenAddress,
    LimitExceeded,
    MissingExtra,
    NotAnArticle,
    NotAPage,
    NotCached,
    NotFound,
    NothingLearned,
    Paywalled,
    RobotsDenied,
    Timeout,
    TooLarge,
    TooManyRedirects,
    UndecodableSource,
    Unreachable,
)
from cleanscrape.explain import explain
from cleanscrape.extract import AUTO, Extractor, extract
from cleanscrape.fetch import discover, fetch, scrape
from cleanscrape.label import Label
from cleanscrape.late_names import late_names
from cleanscrape.page import Fetched, Limits, Page

if TYPE_CHECKING:
    from cleanscrape.explain.document import render_report
    from cleanscrape.explain.report import Report
    from cleanscrape.fetch.cache import PageCache
    from cleanscrape.fetch.discovery import ArticleLink
    from cleanscrape.fetch.fetcher import Fetcher
    from cleanscrape.fetch.limits import FetchLimits, Retries
    from cleanscrape.fetch.manners import Manners
    from cleanscrape.fetch.network import Network
    from cleanscrape.fields.dateline import Opening, parse_dateline
    from cleanscrape.profile import Profile, Profiles
    from cleanscrape.profile.health import Health, check
    from cleanscrape.profile.learning import learn
    from cleanscrape.render import (
        TextOptions,
        render_html,
        render_json,
        render_jsonld,
        render_markdown,
        render_text,
    )

__all__ = [
    "AUTO",
    "Access",
    "Article",
    "ArticleLink",
    "Author",
    "BadAddress",
    "BadFixture",
    "BadProfile",
    "BadResponse",
    "BadSetting",
    "BadSource",
    "Block",
    "Blocked",
    "Byline",
    "CleanscrapeError",
    "Dateline",
    "EmptySource",
    "Extractor",
    "FetchError",
    "FetchLimits",
    "Fetched",
    "Fetcher",
    "ForbiddenAddress",
    "Health",
    "Image",
    "Label",
    "LimitExceeded",
    "Limits",
    "Link",
    "Manners",
    "MissingExtra",
    "Network",
    "NotAPage",
    "NotAnArticle",
    "NotCached",
    "NotFound",
    "NothingLearned",
    "Opening",
    "Page",
    "PageCache",
    "Paywalled",
    "Profile",
    "ProfileUse",
    "Profiles",
    "Removed",
    "Report",
    "Retries",
    "RobotsDenied",
    "Source",
    "TextOptions",
    "Tier",
    "Timeout",
    "Timestamp",
    "TooLarge",
    "TooManyRedirects",
    "UndecodableSource",
    "Unreachable",
    "check",
    "discover",
    "explain",
    "extract",
    "fetch",
    "learn",
    "parse_dateline",
    "render_html",
    "render_json",
    "render_jsonld",
    "render_markdown",
    "render_report",
    "render_text",
    "scrape",
]

__version__ = "0.1.0"

_HOMES = {
    "ArticleLink": "fetch.discovery",
    "FetchLimits": "fetch.limits",
    "Fetcher": "fetch.fetcher",
    "Health": "profile.health",
    "Manners": "fetch.manners",
    "Network": "fetch.network",
    "Opening": "fields.dateline",
    "PageCache": "fetch.cache",
    "Profile": "profile",
    "Profiles": "profile",
    "Report": "explain.report",
    "Retries": "fetch.limits",
    "TextOptions": "render",
    "check": "profile.health",
    "learn": "profile.learning",
    "parse_dateline": "fields.dateline",
    "render_html": "render",
    "render_json": "render",
    "render_jsonld": "render",
    "render_markdown": "render",
    "render_report": "explain.document",
    "render_text": "render",
}

__getattr__ = late_names(__name__, _HOMES)
