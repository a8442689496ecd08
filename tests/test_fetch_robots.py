from __future__ import annotations

import threading
import time

import pytest
from misbehaving import Handler, Server, StoppedClock, endless, in_turn, loopback, page, raw, to

from cleanscrape import (
    BadSetting,
    Fetcher,
    FetchLimits,
    ForbiddenAddress,
    Manners,
    Retries,
    RobotsDenied,
    Timeout,
    Unreachable,
)
from cleanscrape.fetch.robots import parsed

DENY = "User-agent: *\nDisallow: /\n"


def fetcher(stopped: StoppedClock, manners: Manners | None = None) -> Fetcher:
    return Fetcher(network=loopback(), manners=manners, clock=stopped.clock(), retries=Retries(2))


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        ("", "/x", True),
        (DENY, "/x", False),
        ("User-agent: *\nDisallow:\n", "/x", True),
        ("User-agent: *\nDisallow: /x\nAllow: /x/y\n", "/x/y", True),
        ("User-agent: *\nDisallow: /*.html$\n", "/a.html", False),
        ("User-agent: *\nDisallow: /*.html$\n", "/a.html?b", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: cleanscrape\nAllow: /\n", "/x", True),
        ("User-agent: CleanScrape/9.9\nDisallow: /\n", "/x", False),
        ("User-agent: otherbot\nUser-agent: cleanscrape\nDisallow: /x\n", "/x", False),
        ("User-agent: otherbot\nDisallow: /x\n", "/x", True),
        ("User-agent: clean\nDisallow: /x\n", "/x", True),
        ("User-agent: cleanscrape-news\nDisallow: /x\n", "/x", True),
        ("\ufeffUser-agent: *\r\nDisallow: /x # not this\r\n", "/x", False),
        ("user-agent:*\rdisallow:/x", "/x", False),
        ("User-agent: *\nDisallow: /%78\n", "/x", False),
        ("User-agent: *\nDisallow: /ü\n", "/%C3%BC", False),
        ("<html><title>Not found</title></html>", "/x", True),
        ("\0\xff\xfe garbage", "/x", True),
    ],
)
def test_rules(robots: str, path: str, allowed: bool, server: Server) -> None:
    server.handlers |= {"/robots.txt": page(robots, Content_Type="text/plain"), path.partition("?")[0]: page()}
    with fetcher(StoppedClock()) as f:
        if allowed:
            assert f.fetch(server.url(path)).is_markup
        else:
            with pytest.raises(RobotsDenied, match=r"robots\.txt"):
                f.fetch(server.url(path))
            assert server.paths() == ["/robots.txt"]


@pytest.mark.parametrize("status", ["400 Bad", "401 Who", "403 No", "404 Not Found", "410 Gone", "418 Teapot"])
def test_none_there_allows_all(status: str, server: Server) -> None:
    server.handlers |= {"/robots.txt": page(DENY, status=status), "/x": page()}
    with fetcher(StoppedClock()) as f:
        assert f.fetch(server.url("/x")).is_markup


@pytest.mark.parametrize(
    "handler",
    [
        page(status="500 Error"),
        page(status="503 Busy"),
        raw(),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nUse"),
        page("x" * 30, Content_Encoding="gzip"),
        to("http://10.0.0.1/robots.txt"),
        to("/robots.txt"),
        to("ftp://news.test/"),
    ],
)
def test_unreachable_denies_all(handler: Handler, server: Server) -> None:
    server.handlers |= {"/robots.txt": handler, "/x": page()}
    stopped = StoppedClock()
    with fetcher(stopped) as f:
        with pytest.raises((RobotsDenied, ForbiddenAddress)):
            f.fetch(server.url("/x"))
        assert "/x" not in server.paths()
        asked = len(server.seen)
        with pytest.raises((RobotsDenied, ForbiddenAddress)):
            f.fetch(server.url("/x"))
        if "Location" not in str(handler):
            server.handlers["/robots.txt"] = page("", Content_Type="text/plain")
            stopped.time += 301
            assert f.fetch(server.url("/x")).is_markup
    assert asked <= 3


def test_redirects_are_followed_to_other_hosts(server: Server) -> None:
    for step in range(5):
        server.handlers[f"/{step}"] = to(f"http://host{step}.test:{server.port}/{step + 1}")
    server.handlers |= {"/robots.txt": to("/1"), "/5": page(DENY), "/x": page()}
    with fetcher(StoppedClock()) as f:
        with pytest.raises(RobotsDenied, match="has no cleanscrape"):
            f.fetch(server.url("/x"))
        server.handlers["/robots.txt"] = to("/0")
        with pytest.raises(RobotsDenied, match="could not be read"):
            f.fetch(server.url("/x", "another.test"))


def test_no_site_is_no_denial() -> None:
    closed = Server()
    closed.close()
    with fetcher(StoppedClock()) as f:
        with pytest.raises(Unreachable):
            f.fetch(closed.url("/x"))
        with pytest.raises(Unreachable):
            f.fetch("http://nowhere.example/x")


def test_a_slow_one_takes_from_the_same_time(server: Server) -> None:
    server.handlers |= {"/robots.txt": endless(b"HTTP/1.1 200 OK\r\n\r\n", b"#", 0.05), "/x": page()}
    began = time.monotonic()
    with Fetcher(network=loopback(), limits=FetchLimits(0.4), manners=Manners(delay=0)) as f, pytest.raises(Timeout):
        f.fetch(server.url("/x"))
    assert time.monotonic() - began < 1.5


def test_an_endless_one_is_read_so_far(server: Server) -> None:
    start = b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /x\n"
    server.handlers |= {"/robots.txt": endless(start, b"#" * 65535 + b"\n"), "/x": page(), "/y": page()}
    with fetcher(StoppedClock()) as f:
        with pytest.raises(RobotsDenied, match="has no cleanscrape"):
            f.fetch(server.url("/x"))
        assert f.fetch(server.url("/y")).is_markup


def test_kept_for_a_day_and_by_origin(server: Server) -> None:
    server.handlers |= {"/robots.txt": page(""), "/x": page()}
    stopped = StoppedClock()
    with fetcher(stopped) as f:
        f.fetch(server.url("/x"))
        f.fetch(server.url("/x"))
        f.fetch(server.url("/x", "other.test"))
        assert server.paths() == ["/robots.txt", "/x", "/x", "/robots.txt", "/x"]
        stopped.time += 25 * 3600
        f.fetch(server.url("/x"))
        assert server.paths()[5:] == ["/robots.txt", "/x"]


def test_each_hop_is_asked_about(server: Server) -> None:
    server.handlers |= {
        "news.test/robots.txt": page(""),
        "closed.test/robots.txt": page(DENY),
        "/x": to(f"http://closed.test:{server.port}/y"),
        "/y": page(),
    }
    with fetcher(StoppedClock()) as f, pytest.raises(RobotsDenied, match=r"closed\.test"):
        f.fetch(server.url("/x"))
    assert "/y" not in server.paths()


def test_one_thread_asks_for_all(server: Server) -> None:
    server.handlers |= {"/robots.txt": in_turn(page(""), page(DENY)), "/x": page()}
    with Fetcher(network=loopback(), manners=Manners(delay=0, at_once=8)) as f:
        threads = [threading.Thread(target=f.fetch, args=(server.url("/x"),)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert server.paths().count("/robots.txt") == 1
    assert server.paths().count("/x") == 8


@pytest.mark.parametrize(
    ("asked", "manners", "waited"),
    [
        ("5", Manners(), 5.0),
        ("0.1", Manners(), 1.0),
        ("600", Manners(), 30.0),
        ("600", Manners(longest_delay=2), 2.0),
        ("soon", Manners(), 1.0),
        ("-3", Manners(), 1.0),
        ("nan", Manners(), 1.0),
        ("5", Manners(robots=False), 1.0),
    ],
)
def test_crawl_delay(asked: str, manners: Manners, waited: float, server: Server) -> None:
    server.handlers |= {"/robots.txt": page(f"User-agent: *\nCrawl-delay: {asked}\n"), "/x": page()}
    stopped = StoppedClock()
    with fetcher(stopped, manners) as f:
        f.fetch(server.url("/x"))
        began = stopped.time
        f.fetch(server.url("/x"))
    assert stopped.time - began == pytest.approx(waited)


def test_not_asked_where_the_user_says_so(server: Server) -> None:
    server.handlers |= {"/robots.txt": page(DENY), "/x": page()}
    with fetcher(StoppedClock(), Manners(robots=False)) as f:
        f.fetch(server.url("/x"))
    assert server.paths() == ["/x"]


def test_the_name_that_robots_know_us_by(server: Server) -> None:
    server.handlers |= {"/robots.txt": page("User-agent: harvester\nDisallow: /x\n"), "/x": page()}
    f = fetcher(StoppedClock(), Manners(user_agent="Harvester/1.0 (+https://example.org)"))
    with f, pytest.raises(RobotsDenied, match="has no harvester"):
        f.fetch(server.url("/x"))
    assert server.seen[0].headers["user-agent"] == "Harvester/1.0 (+https://example.org)"


def test_who_we_say_we_are(server: Server) -> None:
    server.handlers |= {"/robots.txt": page(""), "/x": page()}
    with fetcher(StoppedClock(), Manners("https://example.org/bot", language="de")) as f:
        f.fetch(server.url("/x"))
    headers = server.seen[1].headers
    assert headers["user-agent"].startswith("cleanscrape/")
    assert headers["user-agent"].endswith(" (+https://example.org/bot)")
    assert headers["accept-language"] == "de"


@pytest.mark.parametrize("manners", [{"delay": -1}, {"at_once": 0}, {"contact": "a\r\nHost: b"}, {"user_agent": "ü"}])
def test_bad_manners(manners: dict[str, object]) -> None:
    with pytest.raises(BadSetting, match=r"from 0 up|header"):
        Manners(**manners)  # type: ignore[arg-type]


def test_robots_made_to_hurt() -> None:
    agents = "".join(f"User-agent: bot{n}\n" for n in range(15_000))
    rules = "".join(f"Disallow: /{n}\n" for n in range(15_000))
    began = time.thread_time()
    parser = parsed((agents + "User-agent: *\n" + rules).encode(), "cleanscrape")
    assert not parser.can_fetch("http://news.test/77", "cleanscrape")
    stars = "User-agent: *\nDisallow: /" + "*a" * 100_000 + "b\n"
    assert parsed(stars.encode(), "cleanscrape").can_fetch("http://news.test/" + "a" * 5000, "cleanscrape")
    assert time.thread_time() - began < 3
