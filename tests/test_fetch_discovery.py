from __future__ import annotations

import datetime as dt
import gzip
import time
import tracemalloc
from collections.abc import Iterator
from itertools import islice

import pytest
from misbehaving import STORY, Server, StoppedClock, loopback, page, to

from cleanscrape import Fetcher, FetchError, FetchLimits, ForbiddenAddress, Manners, NotFound, Retries, RobotsDenied
from cleanscrape.fetch.listing import entries_of, is_list

ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>
<link rel="self" href="http://news.test:{0}/atom"/><entry><title>Crane &amp; quay</title>
<link rel="enclosure" href="http://news.test:{0}/crane.mp3"/><link href="http://news.test:{0}/2024/crane-is-sold"/>
<published>2024-05-06T10:00:00+02:00</published><updated>2024-05-09T10:00:00Z</updated></entry>
<entry><title>Rope</title>
<link rel="alternate" href="/2024/rope-is-found"/><updated>2024-05-07T08:00:00Z</updated></entry>
</feed>"""
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><link>http://news.test:{0}/</link>
<item><title>Barge</title><link><![CDATA[http://news.test:{0}/2024/barge-sinks?utm_source=rss#top]]></link>
<pubDate>Wed, 08 May 2024 09:00:00 GMT</pubDate></item>
<item><title>Crane again</title><link>http://news.test:{0}/2024/crane-is-sold</link></item>
<item><title>Undated</title><guid isPermaLink="true">http://news.test:{0}/2024/undated-story</guid></item>
<item><title>Elsewhere</title><link>http://other.example/2024/some-story</link></item>
<item><title>A picture</title><link>http://news.test:{0}/2024/picture.jpg</link></item>
<item><title>Broken</title><link>http://[x/2024/y</link></item><item><title>Nowhere</title></item></channel></rss>"""
NEWS = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"

xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>http://news.test:{0}/2024/anchor-is-lost</loc><image:image><image:loc>http://news.test:{0}/a.jpg</image:loc>
</image:image><news:news><news:publication_date>2024-05-08T20:00:00Z</news:publication_date>
<news:title>Anchor is lost</news:title></news:news></url></urlset>"""
INDEX = """<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>http://[x/map.xml</loc></sitemap><sitemap><loc>/map-2022.xml</loc><lastmod>2022-12-31</lastmod></sitemap>
<sitemap><loc>http://news.test:{0}/map-2023.xml.gz</loc><lastmod>2023-12-31</lastmod></sitemap></sitemapindex>"""


def sitemap(port: int, *paths: str) -> str:
    urls = "".join(f"<url><loc>http://news.test:{port}{path}</loc></url>" for path in paths)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'


def home(*links: str) -> str:
    heads = "".join(f'<link rel="alternate" type="application/rss+xml" href="{link}">' for link in links)
    return STORY.replace("</head>", heads + "</head>")


@pytest.fixture
def site(server: Server) -> Server:
    port = server.port
    robots = f"User-agent: *\nSitemap: http://news.test:{port}/index.xml\nSitemap: /news-map.xml\nSitemap: http://[x/\n"
    server.handlers |= {
        "/robots.txt": page(robots, Content_Type="text/plain"),
        "/": page(home("/atom", "/rss")),
        "/atom": page(ATOM.format(port), Content_Type="application/atom+xml"),
        "/rss": page(RSS.format(port), Content_Type="text/html"),
        "/news-map.xml": page(NEWS.format(port), Content_Type="text/xml"),
        "/index.xml": page(INDEX.format(port)),
        "/map-2022.xml": page(sitemap(port, "/2022/old-tale", "/2024/rope-is-found", "/sport/old-game")),
        "/map-2023.xml.gz": page(gzip.compress(sitemap(port, "/2023/tale").encode()), Content_Type="application/gzip"),
    }
    return server


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(network=loopback(), manners=Manners(delay=0), retries=Retries(1)) as fetcher:
        yield fetcher


def paths(links: Iterator[object]) -> list[str]:
    return [link.url.split("/", 3)[3] for link in links]  # type: ignore[attr-defined]


def test_newest_first_and_none_twice(site: Server, fetcher: Fetcher) -> None:
    assert paths(fetcher.discover(site.url("/"))) == [
        "2024/anchor-is-lost", "2024/barge-sinks", "2024/rope-is-found", "2024/crane-is-sold", "2024/undated-story",
        "2023/tale", "2022/old-tale", "sport/old-game",
    ]  # fmt: skip


def test_what_a_list_says_of_a_link(site: Server, fetcher: Fetcher) -> None:
    anchor, barge = islice(fetcher.discover(site.url("/")), 2)
    assert anchor.title == "Anchor is lost"
    assert anchor.published == dt.datetime(2024, 5, 8, 20, tzinfo=dt.UTC)
    assert anchor.source == site.url("/news-map.xml")
    assert barge.url == site.url("/2024/barge-sinks")


def test_lists_are_asked_for_when_they_are_needed(site: Server, fetcher: Fetcher) -> None:
    links = fetcher.discover(site.url("/"))
    assert site.seen == []
    assert len(list(islice(links, 5))) == 5
    assert "/index.xml" not in site.paths()
    next(links)
    assert "/map-2023.xml.gz" in site.paths()
    assert "/map-2022.xml" not in site.paths()


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/rss", ["2024/barge-sinks", "2024/crane-is-sold", "2024/undated-story"]),
        ("/atom", ["2024/rope-is-found", "2024/crane-is-sold"]),
        ("/news-map.xml", ["2024/anchor-is-lost"]),
        ("/map-2023.xml.gz", ["2023/tale"]),
        ("/index.xml", ["2023/tale", "2022/old-tale", "2024/rope-is-found", "sport/old-game"]),
    ],
)
def test_a_list_by_itself(path: str, found: list[str], site: Server, fetcher: Fetcher) -> None:
    assert paths(fetcher.discover(site.url(path))) == found


def test_a_section(site: Server, fetcher: Fetcher) -> None:
    site.handlers["/sport"] = page(STORY)
    assert paths(fetcher.discover(site.url("/sport")))[-1:] == ["sport/old-game"]
    assert "2022/old-tale" not in paths(fetcher.discover(site.url("/sport")))


def test_guesses_where_robots_name_none(site: Server, fetcher: Fetcher) -> None:
    site.handlers |= {"/robots.txt": page(""), "/": page(STORY), "/sitemap.xml": site.handlers["/map-2022.xml"]}
    assert paths(fetcher.discover(site.url("/"))) == ["2022/old-tale", "2024/rope-is-found", "sport/old-game"]


def test_a_json_feed(server: Server, fetcher: Fetcher) -> None:
    feed = """{"version": "https://jsonfeed.org/version/1.1", "items": [
    {"id": "1", "url": "/2024/crane-is-sold", "date_published": "2024-05-06T10:00:00Z", "title": "Crane"},
    {"id": "/2024/barge-sinks", "date_published": "2024-05-07T10:00:00Z"}, 7, {"title": "none"}, {"url": 9}]}"""
    server.handlers["/feed"] = page(feed, Content_Type="application/feed+json")
    assert paths(fetcher.discover(server.url("/feed"))) == ["2024/barge-sinks", "2024/crane-is-sold"]


def test_no_list_at_all(server: Server, fetcher: Fetcher) -> None:
    server.handlers |= {"/": page(STORY), "/broken": page(home("/rss"))}
    with pytest.raises(NotFound, match="names no feed, and the site no sitemap"):
        list(fetcher.discover(server.url("/")))
    with pytest.raises(NotFound, match=r"no sitemap \(http://news.test.*/rss: .*status 404"):
        list(fetcher.discover(server.url("/broken")))


def test_one_broken_list_does_not_stop_the_rest(site: Server, fetcher: Fetcher) -> None:
    site.handlers |= {"/atom": page(status="500 Error"), "/index.xml": to("http://10.0.0.1/index.xml")}
    assert paths(fetcher.discover(site.url("/")))[:2] == ["2024/anchor-is-lost", "2024/barge-sinks"]


def test_guard_robots_and_turns_hold(site: Server) -> None:
    site.handlers["/robots.txt"] = page("User-agent: *\nDisallow: /rss\n")
    stopped = StoppedClock()
    with Fetcher(network=loopback(), clock=stopped.clock(), retries=Retries(1)) as fetcher:
        assert "2024/barge-sinks" not in paths(fetcher.discover(site.url("/")))
        assert "/rss" not in site.paths()
        assert stopped.slept == [1.0] * (len(site.seen) - 1)
        with pytest.raises(ForbiddenAddress):
            list(fetcher.discover("http://10.0.0.1/"))
        site.handlers["closed.test/robots.txt"] = page("User-agent: *\nDisallow: /\n")
        del site.handlers["/robots.txt"]
        with pytest.raises(RobotsDenied):
            list(fetcher.discover(site.url("/", "closed.test")))


LAUGHS = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))


@pytest.mark.parametrize(
    "feed",
    [
        f"<?xml version='1.0'?><!DOCTYPE rss [{LAUGHS}]><rss><channel><item><title>&m;</title><link>/2024/a-tale</link>"
        "</item></channel></rss>",
        f"<?xml version='1.0'?><!DOCTYPE rss [{LAUGHS}]><feed><entry><link href='/2024/a-tale&m;'/></entry></feed>",
        f"<?xml version='1.0'?><!DOCTYPE rss [{LAUGHS}<rss>&m;</rss>",
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><item><title>&x;</title>"
        "<link>/2024/a-tale</link></item></rss>",
        "<?xml version='1.0'?><!DOCTYPE rss SYSTEM 'http://10.0.0.1/rss.dtd'><rss><item><link>/2024/a-tale</link></item></rss>",
        "<?xml version='1.0'?><rss>" + "<a>" * 200_000,
        "<?xml version='1.0'?><rss>" + "<item>" * 200_000,
        "<?xml version='1.0'?><!DOCTYPE x [" + "<!ENTITY " * 300_000,
        "<rss><item><link>/2024/a-tale</link></item><item><link>/2024/b",
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 200_000,
    ],
)
def test_lists_made_to_hurt(feed: str) -> None:
    began = time.thread_time()
    tracemalloc.start()
    entries = entries_of(feed.encode())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.thread_time() - began < 3
    assert peak < 60 * 1024 * 1024
    assert all(len(entry.url) < 100 and "root:" not in (entry.title or "") for entry in entries)
    if "/2024/a-tale<" in feed:
        assert entries[0].url == "/2024/a-tale"


def test_a_long_sitemap_and_a_gzip_bomb(site: Server) -> None:
    urls = [f"/2024/story-number-{number}" for number in range(3_000)]
    site.handlers["/map-2022.xml"] = page(sitemap(site.port, *urls))
    site.handlers["/map-2023.xml.gz"] = page(gzip.compress(b" " * 20_000_000))
    with Fetcher(network=loopback(), manners=Manners(delay=0), limits=FetchLimits(bytes=2_000_000)) as fetcher:
        assert len(list(fetcher.discover(site.url("/index.xml")))) == 3_000


def test_an_index_of_itself(server: Server, fetcher: Fetcher) -> None:
    server.handlers |= {
        "/index.xml": page(INDEX.format(server.port).replace("map-2022", "index")),
        "/robots.txt": page(""),
    }
    assert list(fetcher.discover(server.url("/index.xml"))) == []
    assert server.paths().count("/index.xml") <= 2


@pytest.mark.parametrize("text", [STORY, "", "plain", "<p>hello</p>", '{"a": 1}', "<?xml version='1.0'?><html/>"])
def test_what_is_no_list(text: str) -> None:
    assert not is_list(text.encode())
    assert entries_of(text.encode()) == []


def test_a_wall_before_the_front_page(server: Server, fetcher: Fetcher) -> None:
    server.handlers["/"] = page("<title>Just a moment...</title><p>Checking</p>")
    with pytest.raises(FetchError, match="check for robots"):
        list(fetcher.discover(server.url("/")))
