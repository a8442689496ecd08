from __future__ import annotations

from collections.abc import Iterator

import pytest
from misbehaving import STORY, Server, loopback, page, to

from cleanscrape import Blocked, Fetcher, Manners, NotAnArticle, NotFound, Paywalled, Retries


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(network=loopback(), manners=Manners(delay=0, robots=False), retries=Retries(1)) as fetcher:
        yield fetcher


def titled(title: str, body: str = "<p>Sorry about that.</p>") -> str:
    return f"<!doctype html><html><head><title>{title}</title></head><body><h1>Hello</h1>{body}</body></html>"


@pytest.mark.parametrize(
    "title",
    [
        "Page not found",
        "404 - Page not found | The Velmora Post",
        "Error 404",
        "404",
        "The Velmora Post – Not Found",
        "Seite nicht gefunden - Velmora",
        "Page introuvable",
        "Página no encontrada | Diario",
        "Pagina non trovata",
        "Página não encontrada",
        "ページが見つかりません｜新聞 | 新聞",
        "Страница не найдена — Газета",
        "404: Not Found",
        "Oops! Page not found.",
        "Sidan hittades inte - Posten",
        "페이지를 찾을 수 없습니다 | 신문",
        "We can't find that page",
    ],
)
def test_soft_not_found(title: str, server: Server, fetcher: Fetcher) -> None:
    server.handlers["/x"] = page(titled(title))
    with pytest.raises(NotFound, match="no such page") as caught:
        fetcher.fetch(server.url("/x"))
    assert caught.value.status == 200
    assert title[:5] in caught.value.seen


@pytest.mark.parametrize(
    "title",
    [
        "Why the page was not found: a story of 404 errors",
        "404 Media looks back",
        "Area 404",
        "Ferry not found in port",
        "Just a moment of rain stops play",
        "Access denied to ferry, says captain",
        "Gone with the wind",
    ],
)
def test_stories_about_walls_are_none(title: str, server: Server, fetcher: Fetcher) -> None:
    server.handlers["/x"] = page(STORY.replace("Ferry stays in port", title))
    assert fetcher.scrape(server.url("/x")).text.startswith("The morning ferry")


def test_a_long_page_is_no_wall(server: Server, fetcher: Fetcher) -> None:
    server.handlers["/x"] = page(titled("Page not found", "<p>" + "The morning ferry stayed in port. " * 300 + "</p>"))
    assert fetcher.fetch(server.url("/x")).is_markup


@pytest.mark.parametrize(
    ("body", "status", "headers", "seen"),
    [
        (titled("Just a moment..."), "403 Forbidden", {"cf-mitigated": "challenge"}, "Cloudflare"),
        (titled("Just a moment...", "<script>window._cf_chl_opt={}</script>"), "503 Busy", {}, "Cloudflare"),
        (titled("Just a moment..."), "200 OK", {}, "Just a moment"),
        (titled("post.test", "<script src='https://ct.captcha-delivery.com/c.js'></script>"), "403 No", {}, "DataDome"),
        (titled("post.test", "<script src='https://ct.captcha-delivery.com/c.js'></script>"), "200 OK", {}, "DataDome"),
        (titled("Access to this page has been denied", "<div id='px-captcha'></div>"), "200 OK", {}, "HUMAN"),
        (titled("", "<iframe src='/_Incapsula_Resource?SWUDNSAI=31'></iframe>"), "200 OK", {}, "Imperva"),
        ("", "202 Accepted", {"x-amzn-waf-action": "challenge"}, "AWS WAF"),
        (titled("Pardon Our Interruption"), "200 OK", {}, "Pardon"),
        (titled("Making sure you're not a bot!"), "200 OK", {}, "Making sure"),
    ],
)
def test_checks_for_robots(
    body: str, status: str, headers: dict[str, str], seen: str, server: Server, fetcher: Fetcher
) -> None:
    server.handlers["/x"] = page(body, status=status, **headers)
    with pytest.raises(Blocked, match="check for robots") as caught:
        fetcher.fetch(server.url("/x"))
    assert seen in caught.value.seen


def test_a_page_with_the_scripts_of_a_check_is_none(server: Server, fetcher: Fetcher) -> None:
    script = "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script><i data-x='px-captcha'></i>"
    long = STORY.replace("<footer>", "<p>" + "The wind blew from the north all day. " * 60 + "</p><footer>")
    server.handlers["/x"] = page(long.replace("</head>", script + "</head>"))
    assert fetcher.scrape(server.url("/x")).headline == "Ferry stays in port"


@pytest.mark.parametrize(
    "target", ["http://consent.test:{}/v2?continue=x", "http://news.test:{}/privacywall?back=/x", "/consent/tcf/"]
)
def test_consent_walls(target: str, server: Server, fetcher: Fetcher) -> None:
    server.handlers["/x"] = to(target.format(server.port))
    for path in ("/v2", "/privacywall", "/consent/tcf/"):
        server.handlers[path] = page(titled("Before you continue"))
    with pytest.raises(Blocked, match="consent wall"):
        fetcher.fetch(server.url("/x"))


def test_a_story_about_consent_is_read(server: Server, fetcher: Fetcher) -> None:
    server.handlers["/consent/story"] = page()
    server.handlers["/old"] = to("/law/age-of-consent-bill")
    server.handlers["/law/age-of-consent-bill"] = page()
    assert fetcher.scrape(server.url("/consent/story")).headline == "Ferry stays in port"
    assert fetcher.scrape(server.url("/old")).headline == "Ferry stays in port"


def test_sent_to_the_front_page(server: Server, fetcher: Fetcher) -> None:
    menu = titled("The Velmora Post", "<nav><a href='/a'>World</a> <a href='/b'>Sport</a></nav>")
    server.handlers |= {"/2019/story": to("/", "301 Moved"), "/": page(menu)}
    with pytest.raises(NotFound, match="front page") as caught:
        fetcher.scrape(server.url("/2019/story"))
    assert isinstance(caught.value.__cause__, NotAnArticle)
    with pytest.raises(NotAnArticle):
        fetcher.scrape(server.url("/"))


def test_status_402(server: Server, fetcher: Fetcher) -> None:
    server.handlers["/x"] = page(titled("Subscribe"), status="402 Payment Required")
    with pytest.raises(Paywalled, match="status 402"):
        fetcher.fetch(server.url("/x"))


def test_a_teaser_before_a_wall(server: Server, fetcher: Fetcher) -> None:
    declared = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    long = STORY.replace("</article>", "<p>" + "The wind blew from the north all day. " * 20 + "</p></article>")
    server.handlers["/whole"] = page(long.replace("</head>", declared + "</head>"))
    assert fetcher.scrape(server.url("/whole")).access == "paywalled"
    start = STORY.index("<p>Passengers")
    short = STORY[:start] + STORY[STORY.index("</article>") :]
    server.handlers["/short"] = page(short.replace("</head>", declared + "</head>"))
    with pytest.raises(Paywalled, match="words before the wall") as caught:
        fetcher.scrape(server.url("/short"))
    assert caught.value.article is not None
    assert caught.value.article.headline == "Ferry stays in port"
    assert caught.value.article.text
