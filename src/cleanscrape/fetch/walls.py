"""Walls: what stands in a page's place, told by what it shows. They are named, never got around."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from cleanscrape.article import Access, Article
from cleanscrape.errors import BadResponse, Blocked, CleanscrapeError, FetchError, NotFound, Paywalled
from cleanscrape.fetch.answer import Answer
from cleanscrape.fetch.location import shown
from cleanscrape.page import Page

# Headers that the checks' makers set on their own pages: name, what its value holds, who.
_CHECK_HEADERS: Final = (
    ("cf-mitigated", "challenge", "Cloudflare"),
    ("x-amzn-waf-action", "", "AWS WAF"),
    ("x-sucuri-block", "", "Sucuri"),
    ("x-vercel-mitigated", "", "Vercel"),
)
# What stands in the checks' own pages and in no others: Cloudflare, for one, puts a script of its "challenge
# platform" into ordinary pages too, and only its checks have the options of a challenge.
_CHECK_MARKS: Final = (
    (b"_cf_chl_opt", "Cloudflare"),
    (b"cf-error-details", "Cloudflare"),
    (b"captcha-delivery.com/", "DataDome"),
    (b"px-captcha", "HUMAN"),
    (b"_Incapsula_Resource?SWUDNSAI", "Imperva"),
    (b"awsWafCookieDomainList", "AWS WAF"),
    (b"/_guard/html.js", "a check for robots"),
    (b"sucuri_cloudproxy_js", "Sucuri"),
    (b"sgcaptcha", "SiteGround"),
    (b"Powered and protected by Akamai", "Akamai"),
    (b"/.within.website/x/cmd/anubis", "Anubis"),
)
_CONSENT_HOST: Final = re.compile(r"^(?:consent|guce|cmp|privacy|cookies?)\.", re.IGNORECASE)
_CONSENT_PATH: Final = re.compile(
    r"/(?:(?:cookie-?)?consent(?:-?wall)?|privacy-?(?:wall|gate)|cookie-?wall|zustimmung)(?:/|$)", re.IGNORECASE
)
_TITLE_PARTS: Final = re.compile(r"\s+[-–—·•:»«/]+\s+|\s*[|｜]\s*|[:：]\s*")
_WORD: Final = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u0900-\u0dff\u0e30-\u0e4e]+[^\W_]*)*")
_NOISE: Final = frozenset(
    {"404", "410", "error", "erreur", "fehler", "errore", "http", "oops", "sorry", "code", "status"}
)
_NUMBER: Final = re.compile(r"\b404\b")
# Characters that a page may show and still be nothing but a wall. Checks for robots show up to 1,000 characters;
# pages that say that there is no page may show menus and lists of stories beside that.
_CHECK_SHOWS: Final = 2_000
_LITTLE: Final = 6_000
# Words. Of 26 pages that declare or show a wall, the two that hold the text back have 2 and 11; the others have it all
# in their markup, and 263 and more.
_TEASER: Final = 120
_SCANNED: Final = 200_000  # bytes of a page in which the marks are looked for

_KEPT_OUT: Final = {
    401: "it asks for a name and a password: pass them in the address (https://NAME:PASSWORD@host/), if you have them",
    403: "it refuses us: ask the site for leave, or for its feed or interface",
    407: "a proxy asks for a name and a password: put them into the proxy's address",
    429: "it wants fewer requests: pass a longer Manners(delay=...)",
    451: "it is withheld for legal reasons where we are",
}


def is_bot_check(answer: Answer) -> bool:
    """Whether an answer is a check for robots: asking again is of no use then."""
    return bool(_maker(answer))


def refuse_status(answer: Answer) -> None:
    """Refuse an answer that is none by its status, or by what its maker says of it.

    Raises:
        NotFound, Paywalled, Blocked, BadResponse: as their names say.
    """
    if maker := _maker(answer):
        raise _blocked(answer, f"a check for robots ({maker})")
    if answer.status != 200 and not (200 < answer.status < 300 and answer.content):
        raise _by_status(answer)


def _by_status(answer: Answer) -> FetchError:
    """The error that a status stands for."""
    url, status, wait = answer.url, answer.status, answer.retry_after
    seen = f"status {status}"
    if status in (404, 410):
        return _missing(url, status, seen, "the page has gone" if status == 410 else "the page does not exist")
    if status == 402:
        return _paywalled(url, status, seen)
    when = f"; come back after {wait:.0f} s" if wait is not None else ""
    if status in _KEPT_OUT:
        what = f"{url} is not given to us ({seen}): {_KEPT_OUT[status]}{when}"
        return Blocked(what, url=url, status=status, seen=seen, retry_after=wait)
    advice = "there is no page in it" if status < 400 else f"try later, or open it in a browser{when}"
    return BadResponse(f"{url} answers with {seen}: {advice}", url=url, status=status, seen=seen)


def refuse_wall(page: Page) -> None:
    """Refuse a page that is nothing but a wall although its status says that all is well.

    Raises:
        Blocked: a check for robots, or a consent wall.
        NotFound: it says that there is no page.
    """
    fetched = page.fetched
    if fetched is None or not page.is_markup:
        return
    there = urlsplit(fetched.url)
    if fetched.hops and (_CONSENT_HOST.match(there.hostname or "") or _CONSENT_PATH.search(there.path)):
        asked = urlsplit(fetched.hops[0])
        if not _CONSENT_PATH.search(asked.path) and not _CONSENT_HOST.match(asked.hostname or ""):
            raise Blocked(
                f"{shown(fetched.hops[0])} leads to a consent wall ({fetched.url}): a person has to answer it, "
                "in a browser; save the page from there, and pass the file",
                url=fetched.url,
                status=fetched.status,
                seen="a consent wall",
            )
    title = title_of(page)
    said = _said(title)
    if "check" in said and shown_length(page) < _CHECK_SHOWS:
        raise _check(fetched.url, fetched.status, f"the title {title[:60]!r}")
    if "missing" in said and shown_length(page) < _LITTLE:
        raise _missing(fetched.url, fetched.status, f"the title {title[:60]!r}", "it says that there is no such page")


def instead_of_article(page: Page, error: CleanscrapeError) -> CleanscrapeError:
    """What stands where no article was found, if that can be told; else the error as it is."""
    fetched = page.fetched
    if fetched is None:
        return error
    if fetched.hops and _is_home(fetched.url) and not _is_home(fetched.hops[0]):
        return _missing(
            shown(fetched.hops[0]), fetched.status, "sent on to the front page", "it leads to the front page"
        )
    if page.is_markup and str(page.linked.article.get("isAccessibleForFree", "")).strip().lower() == "false":
        return _paywalled(fetched.url, fetched.status, "declared as not free, and no text in it")
    return error


def refuse_teaser(article: Article) -> None:
    """Refuse an article of which nothing but the opening stands before a wall for subscribers.

    Raises:
        Paywalled: it is so; the opening is in its `article`.
    """
    words = sum(len(block.text.split()) for block in article.body)
    if article.access is Access.PAYWALLED and words < _TEASER and not article.pages:
        error = _paywalled(article.url or "", 200, f"{words} words before the wall")
        error.article = article
        raise error


def title_of(page: Page) -> str:
    """The page's title, its white space folded; "" where it has none."""
    found = page.root.find(".//title")
    return " ".join((found.text or "").split()) if found is not None else ""


def shown_length(page: Page) -> int:
    """How many characters a page shows, about."""
    text: bytes = etree.tostring(page.root, method="text", encoding="utf-8", with_tail=False)
    return len(b" ".join(text.split()))


def _said(title: str) -> set[str]:
    """The kinds of wall that a title, or a part of it, speaks of."""
    if not title:
        return set()
    exact, beginnings = _words()
    found: set[str] = set()
    for part in (title, *_TITLE_PARTS.split(title)):
        line = " ".join(word for word in _WORD.findall(part.casefold()) if word not in _NOISE)
        if not line and _NUMBER.search(part):
            found.add("missing")  # nothing but "404" and such
        if line in exact:
            found.add(exact[line])
        found |= {kind for beginning, kind in beginnings if line.startswith(beginning)}
    return found


@cache
def _words() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """What titles of walls say: whole, and beginnings."""
    exact: dict[str, str] = {}
    beginnings: list[tuple[str, str]] = []
    kind = ""
    for line in Path(__file__).with_name("walls.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line.endswith("*"):
            beginnings.append((line[:-1], kind))
        elif line and not line.startswith("#"):
            exact[line] = kind
    return exact, tuple(beginnings)


def _maker(answer: Answer) -> str:
    """Who makes the check for robots that an answer is; "" where it is none."""
    for name, value, maker in _CHECK_HEADERS:
        if name in answer.headers and value in answer.headers[name].lower():
            return maker
    if answer.status < 400 and len(answer.content) > _SCANNED:
        return ""
    start = answer.content[:_SCANNED]
    for mark, maker in _CHECK_MARKS:
        if mark in start and (answer.status >= 400 or _shows_little(start)):
            return maker
    return ""


def _shows_little(content: bytes) -> bool:
    try:
        return shown_length(Page(content)) < _CHECK_SHOWS
    except CleanscrapeError:
        return True


def _is_home(url: str) -> bool:
    return urlsplit(url).path.strip("/") in ("", "index.html", "index.php", "home")


def _blocked(answer: Answer, what: str) -> Blocked:
    error = _check(answer.url, answer.status, what)
    error.retry_after = answer.retry_after
    return error


def _check(url: str, status: int, what: str) -> Blocked:
    return Blocked(
        f"{url} shows a check for robots in place of the page ({what}): ask the site for leave, or for its feed or "
        "interface; a page that you may read in a browser can be saved there, and passed as a file",
        url=url,
        status=status,
        seen=what,
    )


def _missing(url: str, status: int, seen: str, what: str) -> NotFound:
    return NotFound(
        f"{url}: {what} ({seen}); check the address, or look for the story on the site",
        url=url,
        status=status,
        seen=seen,
    )


def _paywalled(url: str, status: int, seen: str) -> Paywalled:
    return Paywalled(
        f"{url} is for subscribers ({seen}): save the page from a browser where you are one, and pass the file",
        url=url,
        status=status,
        seen=seen,
    )
