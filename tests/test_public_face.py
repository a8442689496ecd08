from __future__ import annotations

import subprocess
import sys

import cleanscrape

NAMES = [
    "AUTO", "Access", "Article", "ArticleLink", "Author", "BadAddress", "BadFixture", "BadProfile", "BadResponse",
    "BadSetting", "BadSource", "Block", "Blocked", "Byline", "CleanscrapeError", "Dateline", "EmptySource",
    "Extractor", "FetchError", "FetchLimits", "Fetched", "Fetcher", "ForbiddenAddress", "Health", "Image", "Label",
    "LimitExceeded", "Limits", "Link", "Manners", "MissingExtra", "Network", "NotAPage", "NotAnArticle",
    "NotCached", "NotFound", "NothingLearned", "Opening", "Page", "PageCache", "Paywalled", "Profile", "ProfileUse",
    "Profiles", "Removed", "Report", "Retries", "RobotsDenied", "Source", "TextOptions", "Tier", "Timeout",
    "Timestamp", "TooLarge", "TooManyRedirects", "UndecodableSource", "Unreachable", "check", "discover", "explain",
    "extract", "fetch", "learn", "parse_dateline", "render_html", "render_json", "render_jsonld", "render_markdown",
    "render_report", "render_text", "scrape",
]  # fmt: skip


def test_the_public_names() -> None:
    assert cleanscrape.__all__ == NAMES
    assert sorted(NAMES) == NAMES
    assert all(hasattr(cleanscrape, name) for name in NAMES)


def loaded(script: str) -> set[str]:
    code = f"import sys; {script}; print('\\n'.join(sys.modules))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


def test_importing_loads_nothing_heavy() -> None:
    heavy = {
        "trafilatura",
        "requests",
        "htmldate",
        "msgspec",
        "rich",
        "click",
        "cssselect",
        "charset_normalizer",
        "urllib3",
        "tenacity",
        "protego",
        "requests_cache",
    }
    assert not heavy & loaded("import cleanscrape")
