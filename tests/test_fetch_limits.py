"""A server that misbehaves gets no more time, bytes or steps than the limits give it."""

from __future__ import annotations

import gzip
import socket
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from dataclasses import replace

import pytest
from misbehaving import STORY, Handler, Seen, Server, endless, in_turn, loopback, page, raw, reply, to

from cleanscrape import (
    BadAddress,
    BadResponse,
    CleanscrapeError,
    Fetcher,
    FetchLimits,
    ForbiddenAddress,
    Manners,
    NotAPage,
    Retries,
    Timeout,
    TooLarge,
    TooManyRedirects,
    Unreachable,
)

MB = 1024 * 1024
TIME = "in all|said nothing"  # which of the two is first depends on how busy the machine is
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
TIGHT = FetchLimits(0.5, connect=0.5, read=0.25, bytes=2 * MB, wire_bytes=MB, header_bytes=64 * 1024, redirects=5)


ROOMY = replace(TIGHT, total=20, connect=10, read=10)


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    """In no hurry."""
    yield from fetching(ROOMY)


@pytest.fixture
def hurried() -> Iterator[Fetcher]:
    """Gives a page half a second."""
    yield from fetching(TIGHT)


def fetching(limits: FetchLimits) -> Iterator[Fetcher]:
    manners = Manners(delay=0, robots=False)
    with Fetcher(network=loopback(), manners=manners, limits=limits, retries=Retries(1)) as fetcher:
        yield fetcher


def bomb(size: int) -> bytes:
    """A gzip file of `size` zeros."""
    packer = zlib.compressobj(9, wbits=31)
    piece = b"\0" * MB
    return b"".join(packer.compress(piece) for _ in range(size // MB)) + packer.flush()


MISBEHAVIOURS: dict[str, tuple[Handler, type[CleanscrapeError], str]] = {
    "says nothing": (raw(b"", pause=2), Timeout, TIME),
    "stalls in its head": (raw(OK, pause=2), Timeout, TIME),
    "stalls in its body": (raw(OK + b"Content-Length: 9\r\n\r\nhalf", pause=2), Timeout, TIME),
    "drips its status": (endless(b"", b"H", 0.05), Timeout, TIME),
    "drips its head": (endless(OK, b"X-Drip: x\r\n", 0.05), Timeout, TIME),
    "drips one line of its head": (endless(OK + b"X: ", b"x", 0.05), Timeout, TIME),
    "drips its body": (endless(OK + b"\r\n", b"<p>", 0.05), Timeout, TIME),
    "drips chunks": (endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", 0.05), Timeout, TIME),
    "drips the length of a chunk": (endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"0", 0.05), Timeout, TIME),
    "goes on saying that it goes on": (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.01), Timeout, TIME),
    "closes at once": (raw(), Unreachable, "broke"),
    "closes in its head": (raw(OK), BadResponse, "nothing"),
    "closes in its body": (raw(OK + b"Content-Length: 99\r\n\r\nhalf"), Unreachable, "broke"),
    "closes in a chunk": (raw(OK + b"Transfer-Encoding: chunked\r\n\r\nff\r\nhalf"), Unreachable, "broke"),
    "is no web server": (raw(b"220 mail.test ESMTP ready\r\n"), Unreachable, "broke"),
    "has an endless line in its head": (endless(OK + b"X: ", b"x" * 8192), CleanscrapeError, "head|broke"),
    "has an endless head": (endless(OK, b"X-Line: x\r\n" * 500), CleanscrapeError, "head|broke"),
    "has a head of a few long lines": (raw(OK + (b"X: " + b"x" * 30_000 + b"\r\n") * 5), TooLarge, "a head of over"),
    "has an endless body": (endless(OK + b"\r\n", b"<p>x</p>" * 8192), TooLarge, "wire_bytes"),
    "has endless chunks": (
        endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 8192), CleanscrapeError, "wire|in all",
    ),
    "declares 200 MB": (raw(OK + b"Content-Length: 209715200\r\n\r\n"), TooLarge, "declares 209,715,200"),
    "declares more than it has": (raw(OK + b"Content-Length: " + b"9" * 30 + b"\r\n\r\nx"), Unreachable, "broke"),
    "is a bomb": (page(bomb(40 * MB), Content_Encoding="gzip"), TooLarge, "unpacks to more"),
    "is a bomb in a bomb": (
        page(gzip.compress(bomb(80 * MB)), Content_Encoding="gzip, gzip"), TooLarge, "unpacks to more",
    ),
    "is a bomb in a bomb of nothing": (
        page(gzip.compress(gzip.compress(b"") * 500_000), Content_Encoding="gzip, gzip"), TooLarge, "unpacks to more",
    ),
    "is packed nine times": (page(b"x", Content_Encoding=", ".join(["gzip"] * 9)), BadResponse, "packed 9 times"),
    "is packed otherwise than it says": (page(STORY, Content_Encoding="gzip"), BadResponse, "cannot be unpacked"),
    "is a picture that says it is a page": (page(b"\x89PNG\r\n\x1a\n" + b"x" * 99), NotAPage, "PNG"),
    "is an endless picture": (endless(OK + b"\r\n\xff\xd8\xff", b"x" * 8192), NotAPage, "JPEG"),
    "is a PDF document": (page(b"%PDF-1.7 ..."), NotAPage, "PDF"),
    "is a packed PDF document": (page(gzip.compress(b"%PDF-1.7 ..."), Content_Encoding="gzip"), NotAPage, "PDF"),
    "is an archive": (page(b"PK\x03\x04....", Content_Type="text/html"), NotAPage, "ZIP"),
    "is a gzip file": (page(gzip.compress(STORY.encode())), NotAPage, "gzip"),
    "is data": (page('{"headline": "Ferry stays in port"}'), NotAPage, "JSON"),
    "is a feed": (page("<?xml version='1.0'?><!-- x --><rss version='2.0'><channel/></rss>"), NotAPage, "<rss>"),
    "is a style sheet": (page("p { color: red }", Content_Type="text/css"), NotAPage, "text/css"),
    "is nothing": (page(b""), BadResponse, "nothing"),
    "is white space": (page(b" \n "), BadResponse, "nothing"),
    "says no content": (page(b"", status="204 No Content"), BadResponse, "status 204"),
    "was not asked that": (page(b"", status="304 Not Modified"), BadResponse, "status 304"),
    "sends on in a circle": (to("/x"), TooManyRedirects, "circle"),
    "sends on to a file": (to("file:///etc/passwd"), BadAddress, "scheme is file"),
    "sends on inside": (to("http://10.0.0.1/x"), ForbiddenAddress, "private"),
    "sends on to nowhere": (page(b"", status="302 Found"), BadResponse, "status 302"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISBEHAVIOURS)
def test_misbehaviour(name: str, server: Server, hurried: Fetcher, fetcher: Fetcher) -> None:
    handler, error, match = MISBEHAVIOURS[name]
    if "in all" not in match:
        hurried = fetcher  # a machine that is busy must not make it a matter of time
    server.handlers["/x"] = handler
    began = time.monotonic()
    with pytest.raises(error, match=match) as caught:
        hurried.fetch(server.url("/x"))
    assert time.monotonic() - began < 5
    assert caught.value.args[0]
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("name", ["is a bomb", "is a bomb in a bomb", "has an endless body", "has endless chunks"])
def test_memory_stays_within_its_cap(name: str, server: Server, hurried: Fetcher) -> None:
    server.handlers["/x"] = MISBEHAVIOURS[name][0]
    server.handlers["/first"] = page()
    hurried.fetch(server.url("/first"))
    tracemalloc.start()
    with pytest.raises(CleanscrapeError):
        hurried.fetch(server.url("/x"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12 * MB, f"{peak / MB:.1f} MB for a page of 2 MB at most"


def test_redirects_up_to_the_limit(server: Server, fetcher: Fetcher) -> None:
    for step in range(5):
        server.handlers[f"/{step}"] = to(f"/{step + 1}", "301 Moved Permanently")
    server.handlers["/5"] = page()
    fetched = fetcher.fetch(server.url("/0")).fetched
    assert fetched is not None
    assert fetched.url == server.url("/5")
    assert fetched.hops == tuple(server.url(f"/{step}") for step in range(5))
    server.handlers["/5"] = to("/6")
    with pytest.raises(TooManyRedirects, match="over 5 times"):
        fetcher.fetch(server.url("/0"))


def test_endless_redirects(server: Server, fetcher: Fetcher) -> None:
    def further(connection: socket.socket, seen: Seen) -> None:
        number = int(seen.path.partition("=")[2] or 0)
        reply(connection, b"", status="302 Found", Location=f"/x?n={number + 1}")

    server.handlers["/x"] = further
    with pytest.raises(TooManyRedirects):
        fetcher.fetch(server.url("/x"))
    assert len(server.seen) == 6


def test_a_cookie_opens_a_circle(server: Server, fetcher: Fetcher) -> None:
    """Sites that send a reader once through an address that sets a cookie, and back."""

    def door(connection: socket.socket, seen: Seen) -> None:
        if "seen=yes" in seen.headers.get("cookie", ""):
            reply(connection, STORY)
        else:
            reply(connection, b"", status="302 Found", Location="/x", Set_Cookie="seen=yes; Path=/")

    server.handlers["/x"] = door
    assert fetcher.fetch(server.url("/x")).url == server.url("/x")
    server.seen.clear()
    fetcher.fetch(server.url("/x"))
    assert "cookie" not in server.seen[0].headers, "cookies live as long as one page"


def test_a_short_length_cuts_and_the_rest_is_no_answer(server: Server, fetcher: Fetcher) -> None:
    """What comes after the declared length is not taken for the answer to the next request."""
    body = STORY.encode()
    lie = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % (len(body) - 9) + body

    def short(connection: socket.socket, _seen: Seen) -> None:
        connection.sendall(lie)

    server.handlers["/x"] = short
    server.handlers["/y"] = page()
    assert fetcher.fetch(server.url("/x")).utf8 == body[:-9]
    assert fetcher.fetch(server.url("/y")).utf8 == body


def test_a_length_below_zero_is_none(server: Server, fetcher: Fetcher) -> None:
    server.handlers["/x"] = raw(OK + b"Content-Length: -5\r\n\r\n" + STORY.encode())
    assert fetcher.fetch(server.url("/x")).utf8 == STORY.encode()


def test_connections_are_kept_open(server: Server, fetcher: Fetcher) -> None:
    server.handlers["/x"] = page()
    server.handlers["/chunked"] = page(b"5\r\n<p>Hi\r\n0\r\n\r\n", Content_Length="", Transfer_Encoding="chunked")
    for _ in range(3):
        fetcher.fetch(server.url("/x"))
        assert fetcher.fetch(server.url("/chunked")).utf8 == b"<p>Hi"
    assert server.connections == 1


@pytest.mark.parametrize(
    ("packing", "pack"),
    [
        ("gzip", gzip.compress),
        ("GZip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),
        ("gzip, gzip", lambda data: gzip.compress(gzip.compress(data))),
        ("deflate, gzip", lambda data: gzip.compress(zlib.compress(data))),
        ("gzip", lambda data: gzip.compress(data[:99]) + gzip.compress(data[99:])),
        ("identity", bytes),
        ("utf-8", bytes),
        ("none", bytes),
    ],
)
def test_packings(packing: str, pack: object, server: Server, fetcher: Fetcher) -> None:
    assert callable(pack)
    server.handlers["/x"] = page(pack(STORY.encode()), Content_Encoding=packing)
    fetched = fetcher.fetch(server.url("/x"))
    assert fetched.utf8 == STORY.encode()
    assert fetched.fetched is not None
    assert fetched.fetched.content == STORY.encode()


@pytest.mark.parametrize(
    ("declared", "sent", "read"),
    [
        ("text/html; charset=utf-8", "koi8-r", "koi8-r"),
        ("text/html; charset=iso-8859-1", "utf-8", "utf-8"),
        ("text/html; charset=nonsense", "utf-8", "utf-8"),
        ("text/html; charset=shift_jis", "shift_jis", "shift_jis"),
        ("", "utf-8", "utf-8"),
    ],
)
def test_charsets(declared: str, sent: str, read: str, server: Server, fetcher: Fetcher) -> None:
    word = "паром" if sent != "shift_jis" else "連絡船"
    body = STORY.replace("<html", f'<html data-charset="{sent}"').replace("ferry", word).replace("©", "")
    meta = f'<head><meta charset="{sent}">' if sent == "koi8-r" else "<head>"
    server.handlers["/x"] = page(body.replace("<head>", meta).encode(sent), Content_Type=declared)
    fetched = fetcher.fetch(server.url("/x"))
    assert fetched.fetched is not None
    assert fetched.fetched.charset == (declared.partition("=")[2] or None)
    if read != "koi8-r":
        assert fetched.encoding == read
        assert word in fetched.utf8.decode()


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "application/json", "text/css", "nonsense"])
def test_a_page_is_known_by_its_looks(kind: str, server: Server, fetcher: Fetcher) -> None:
    server.handlers["/x"] = page(STORY, Content_Type=kind)
    assert fetcher.fetch(server.url("/x")).is_markup


def test_a_plain_text_is_a_capture(server: Server, fetcher: Fetcher) -> None:
    server.handlers["/x"] = page("Ferry stays in port\n\nThe morning ferry stayed.", Content_Type="text/plain")
    assert fetcher.fetch(server.url("/x")).lines[0] == "Ferry stays in port"


def test_facts_of_a_fetched_page(server: Server, fetcher: Fetcher) -> None:
    server.handlers["/x"] = to("/ünd")
    server.handlers["/%C3%BCnd"] = page(X_Served_By="a loopback")
    fetched = fetcher.fetch(server.url("/x")).fetched
    assert fetched is not None
    assert (fetched.status, fetched.charset, fetched.from_cache) == (200, "utf-8", False)
    assert fetched.headers["x-served-by"] == "a loopback"
    assert fetched.at.tzinfo is not None
    assert fetched.hops == (server.url("/x"),)


def test_credentials_are_sent_to_their_origin_alone(server: Server, fetcher: Fetcher) -> None:
    other = Server({"/y": page()})
    server.handlers["/x"] = in_turn(to("/same"), page())
    server.handlers["/same"] = to(f"http://news.test:{other.port}/y")
    url = server.url("/x").replace("://", "://zelda:secret@")
    fetched = fetcher.fetch(url)
    assert [("authorization" in seen.headers) for seen in server.seen] == [True, True]
    assert ["authorization" in seen.headers for seen in other.seen] == [False]
    assert "secret" not in repr(fetched.fetched)
    other.close()


def test_credentials_are_in_no_message(server: Server, fetcher: Fetcher) -> None:
    url = server.url("/nothing").replace("://", "://zelda:secret@")
    for address in (url, url.replace("news.test", "nowhere.example"), url.replace("news.test", "10.0.0.1")):
        with pytest.raises(CleanscrapeError) as caught:
            fetcher.fetch(address)
        shown = str(caught.value) + repr(vars(caught.value))
        assert "secret" not in shown
        assert "zelda" not in shown
