from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from misbehaving import Server, loopback, page, to

from cleanscrape import Article, Extractor, Fetcher, FetchLimits, Manners, Profile, Retries
from cleanscrape.profile import loads

ALONE = Manners(delay=0, robots=False)
# What each page tells: three paragraphs of its own.
PARTS = [
    ("quay", "barge", "crane"),
    ("ferry", "anchor", "rope"),
    ("island", "signal", "lantern"),
    ("pilot", "harbour", "buoy"),
]
DEK = "What the winter did to the harbour, told by those who were there and by one who was not."


def paragraph(word: str) -> str:
    return (
        f"The {word} of Velmora had been out of use since the storm in January, and nobody on the northern side of the "
        f"town knew who was to pay for the {word} when the company went away in spring."
    )


def part(number: int, links: str, parts: Sequence[tuple[str, ...]] = PARTS) -> str:
    text = "".join(f"<p>{paragraph(word)}</p>" for word in parts[number - 1])
    return f"""<!doctype html><html lang="en"><head><title>A winter - The Velmora Post</title></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>A winter in the harbour</h1><p>{DEK}</p>
<p class="byline">By Ilsa Tamber</p>{text}</article><div class="pagination">{links}</div>
<footer>© 2024 The Velmora Post</footer></body></html>"""


def numbered(number: int, last: int = 4) -> str:
    return " ".join(
        str(n) if n == number else f'<a href="/winter{f"?page={n}" if n > 1 else ""}">{n}</a>'
        for n in range(1, last + 1)
    )


def serve(server: Server, last: int = 4) -> None:
    def handle(connection: object, seen: object) -> None:
        query = seen.path.partition("=")[2]  # type: ignore[attr-defined]
        page(part(int(query or 1), numbered(int(query or 1), last)))(connection, seen)  # type: ignore[arg-type]

    server.handlers["/winter"] = handle


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(network=loopback(), manners=ALONE, retries=Retries(1)) as fetcher:
        yield fetcher


def told(article: Article) -> list[str]:
    """The words that the article's paragraphs are about, in order."""
    return [b.text.split()[1] for b in article.body if b.text.startswith("The ") and "Velmora" in b.text]


ALL = [word for words in PARTS for word in words]


@pytest.mark.parametrize("start", ["/winter", "/winter?page=2", "/winter?page=4"])
def test_all_pages_in_order_wherever_one_begins(start: str, server: Server, fetcher: Fetcher) -> None:
    serve(server)
    article = fetcher.scrape(server.url(start))
    assert told(article) == ALL
    assert article.headline == "A winter in the harbour"
    assert article.url == server.url("/winter")
    assert article.pages == tuple(server.url(f"/winter?page={n}") for n in (2, 3, 4))
    assert article.text.count(DEK) <= 1
    assert article.warnings == ()
    assert len(server.seen) <= 5


def test_the_rest_of_all_pages_is_kept_once(server: Server, fetcher: Fetcher) -> None:
    serve(server)
    article = fetcher.scrape(server.url("/winter"))
    assert [removed.kind for removed in article.removed].count("footer") == 1


def test_one_page_on_demand(server: Server) -> None:
    serve(server)
    with Fetcher(network=loopback(), manners=ALONE, limits=FetchLimits(pages=1)) as fetcher:
        article = fetcher.scrape(server.url("/winter"))
    assert told(article) == ALL[:3]
    assert len(server.seen) == 1
    assert len(article.pages) == 3, "where the pager leads to"


def test_no_more_pages_than_the_limit(server: Server) -> None:
    serve(server)
    with Fetcher(network=loopback(), manners=ALONE, limits=FetchLimits(pages=2)) as fetcher:
        article = fetcher.scrape(server.url("/winter"))
    assert told(article) == ALL[:6]
    assert len(server.seen) == 2
    assert "2 were read" in article.warnings[0]


def test_endless_pages(server: Server, fetcher: Fetcher) -> None:
    """A site that has a next page for every number, each with a text of its own."""

    def handle(connection: object, seen: object) -> None:
        number = int(seen.path.partition("=")[2] or 1)  # type: ignore[attr-defined]
        words = [(f"word{number}", f"term{number}", f"name{number}")]
        links = f'<a rel="next" href="/endless?page={number + 1}">{number + 1}</a>'
        page(part(1, links, words))(connection, seen)  # type: ignore[arg-type]

    server.handlers["/endless"] = handle
    article = fetcher.scrape(server.url("/endless"))
    assert len(server.seen) == 20
    assert len(article.pages) == 19
    assert "20 were read" in article.warnings[0]


def test_the_last_page_again_and_again(server: Server, fetcher: Fetcher) -> None:
    def handle(connection: object, seen: object) -> None:
        number = int(seen.path.partition("=")[2] or 1)  # type: ignore[attr-defined]
        links = f'<a rel="next" href="/again?page={number + 1}">{number + 1}</a>'
        page(part(min(number, 2), links))(connection, seen)  # type: ignore[arg-type]

    server.handlers["/again"] = handle
    article = fetcher.scrape(server.url("/again"))
    assert told(article) == ALL[:6]
    assert article.pages == (server.url("/again?page=2"),)
    assert len(server.seen) == 3


def test_a_page_that_leads_back(server: Server, fetcher: Fetcher) -> None:
    serve(server, last=2)
    server.handlers["/story"] = page(part(1, '1 <a href="/story/2">2</a> <a href="/story/3">3</a>'))
    server.handlers["/story/2"] = to("/story")
    article = fetcher.scrape(server.url("/story"))
    assert told(article) == ALL[:3]
    assert article.pages == ()


@pytest.mark.parametrize("status", ["404 Not Found", "500 Error", "403 Forbidden"])
def test_a_page_that_cannot_be_read(status: str, server: Server, fetcher: Fetcher) -> None:
    server.handlers["/story"] = page(part(1, '1 <a href="/story/2">2</a> <a href="/story/3">3</a>'))
    server.handlers["/story/2"] = page("<p>No.</p>", status=status)
    article = fetcher.scrape(server.url("/story"))
    assert told(article) == ALL[:3]
    assert status[:3] in article.warnings[0]
    assert "another page that could not be read" in article.warnings[0]


def test_paragraphs_that_the_next_page_repeats(server: Server, fetcher: Fetcher) -> None:
    repeating = [*PARTS[:1], ("crane", *PARTS[1])]
    server.handlers["/story"] = page(part(1, '1 <a href="/story/2">2</a>', repeating))
    server.handlers["/story/2"] = page(part(2, '<a href="/story">1</a> 2', repeating))
    assert told(fetcher.scrape(server.url("/story"))) == ALL[:6]


def profile(extra: str) -> Profile:
    return loads(f"""
name = "The Velmora Post"
hosts = ["news.test"]
language = "en"
[[layouts]]
id = "story"
markers = ["article > h1"]
headline = "article > h1"
body = "article"
{extra}
""")


def test_a_profiles_next_page(server: Server, fetcher: Fetcher) -> None:
    server.handlers["/a"] = page(part(1, '<a class="on" href="/b">Go on reading</a>'))
    server.handlers["/b"] = page(part(2, '<a class="on" href="/c">Go on reading</a>'))
    server.handlers["/c"] = page(part(3, '<a class="on" href="/a">To the beginning</a>'))
    extractor = Extractor(profile=profile('next_page = "a.on"'))
    article = fetcher.scrape(server.url("/a"), extractor=extractor)
    assert told(article) == ALL[:9]
    assert article.pages == (server.url("/b"), server.url("/c"))
    assert article.profile.name == "The Velmora Post"


def test_a_profiles_single_page(server: Server, fetcher: Fetcher) -> None:
    whole = [tuple(ALL)]
    server.handlers["/a"] = page(part(1, '<a class="all" href="/print">On one page</a> <a href="/a?page=2">2</a>'))
    server.handlers["/print"] = page(part(1, "", whole))
    extractor = Extractor(profile=profile('single_page = "a.all"'))
    article = fetcher.scrape(server.url("/a"), extractor=extractor)
    assert told(article) == ALL
    assert article.url == server.url("/print")
    assert article.pages == ()
    server.handlers["/print"] = page(status="500 Error")
    article = fetcher.scrape(server.url("/a"), extractor=extractor)
    assert told(article) == ALL[:3]
    assert "status 500" in article.warnings[0]


def test_times_are_read_against_the_time_of_fetching(server: Server, fetcher: Fetcher) -> None:
    body = part(1, "").replace('<p class="byline">', '<time>3 hours ago</time><p class="byline">')
    server.handlers["/x"] = page(body)
    article = fetcher.scrape(server.url("/x"))
    fetched = fetcher.fetch(server.url("/x")).fetched
    assert fetched is not None
    assert article.published is not None
    assert abs((fetched.at - article.published.value).total_seconds() - 3 * 3600) < 3700  # type: ignore[operator]


@pytest.mark.parametrize("content", ["0;url=/y", "0; URL='/y'", '3 , "/y"', "1.5;/y"])
def test_a_refresh_is_followed(content: str, server: Server, fetcher: Fetcher) -> None:
    head = f"<html><head><meta http-equiv='Refresh' content=\"{content.replace(chr(34), '&quot;')}\"></head>"
    server.handlers["/x"] = page(head + "<body>Wait</body></html>")
    server.handlers["/y"] = page(part(1, ""))
    fetched = fetcher.fetch(server.url("/x")).fetched
    assert fetched is not None
    assert (fetched.url, fetched.hops) == (server.url("/y"), (server.url("/x"),))


@pytest.mark.parametrize("content", ["300", "300;url=/y", "0", "0;url=/x", "soon", "0;url="])
def test_a_refresh_that_is_none(content: str, server: Server, fetcher: Fetcher) -> None:
    server.handlers["/x"] = page(part(1, "").replace("<head>", f"<head><meta http-equiv=refresh content='{content}'>"))
    assert fetcher.fetch(server.url("/x")).url == server.url("/x")


def test_refreshes_in_a_circle_and_inside(server: Server, fetcher: Fetcher) -> None:
    for here, there in (("/x", "/y"), ("/y", "/x"), ("/z", "http://10.0.0.1/")):
        server.handlers[here] = page(f"<html><meta http-equiv=refresh content='0;url={there}'><body>Wait</html>")
    with pytest.raises(Exception, match="in a circle"):
        fetcher.fetch(server.url("/x"))
    with pytest.raises(Exception, match="private"):
        fetcher.fetch(server.url("/z"))
    off = Fetcher(network=loopback(), manners=ALONE, limits=FetchLimits(follow_refresh=False))
    with off as plain:
        assert plain.fetch(server.url("/x")).url == server.url("/x")


def test_an_amp_page_leads_to_its_canonical_one_on_demand(server: Server, fetcher: Fetcher) -> None:
    amp = part(1, "").replace('<html lang="en">', '<html ⚡ lang="en"><link rel="canonical" href="/x">')
    server.handlers |= {"/amp/x": page(amp), "/x": page(part(1, ""))}
    assert fetcher.fetch(server.url("/amp/x")).url == server.url("/amp/x")
    with Fetcher(network=loopback(), manners=ALONE, limits=FetchLimits(leave_amp=True)) as leaving:
        assert leaving.fetch(server.url("/amp/x")).url == server.url("/x")
        assert leaving.fetch(server.url("/x")).url == server.url("/x")
