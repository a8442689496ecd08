from __future__ import annotations

import pytest
from misbehaving import Server, StoppedClock, in_turn, loopback, page, raw

from cleanscrape import (
    BadResponse,
    Blocked,
    CleanscrapeError,
    Fetcher,
    FetchLimits,
    Manners,
    NotFound,
    Paywalled,
    Retries,
    Unreachable,
)  # fmt: skip

ALONE = Manners(delay=0, robots=False)


def status(line: str, **headers: str) -> object:
    return page(b"", status=line, **headers)


def fetcher(stopped: StoppedClock, retries: Retries | None = None, limits: FetchLimits | None = None) -> Fetcher:
    return Fetcher(network=loopback(), manners=ALONE, retries=retries, limits=limits, clock=stopped.clock())


@pytest.mark.parametrize("line", ["429 Slow Down", "502 Bad Gateway", "503 Busy", "504 Gateway Timeout"])
def test_twice_busy_then_good(line: str, server: Server) -> None:
    server.handlers["/x"] = in_turn(page(b"", status=line), page(b"", status=line), page())
    stopped = StoppedClock()
    with fetcher(stopped) as f:
        assert f.fetch(server.url("/x")).fetched is not None
    assert len(server.seen) == 3
    assert 0.5 <= stopped.slept[0] <= 1.0
    assert 1.0 <= stopped.slept[1] <= 1.5


def test_broken_connections_are_tried_again(server: Server) -> None:
    half = b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf"
    server.handlers["/x"] = in_turn(raw(), raw(half), page())
    stopped = StoppedClock()
    with fetcher(stopped) as f:
        assert f.fetch(server.url("/x")).is_markup
    assert len(stopped.slept) == 2


def test_nobody_answers() -> None:
    closed = Server()
    closed.close()
    stopped = StoppedClock()
    with fetcher(stopped, Retries(4, first_wait=2, longest_wait=5)) as f, pytest.raises(Unreachable, match="refused"):
        f.fetch(closed.url("/x"))
    assert len(stopped.slept) == 3
    assert stopped.slept[2] <= 7


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("400 Bad Request", BadResponse), ("401 Unauthorized", Blocked), ("402 Pay", Paywalled),
        ("403 Forbidden", Blocked), ("404 Not Found", NotFound), ("405 Not Allowed", BadResponse),
        ("410 Gone", NotFound),
        ("418 Teapot", BadResponse), ("451 Withheld", Blocked), ("500 Server Error", BadResponse),
        ("501 Not Implemented", BadResponse), ("505 What", BadResponse),
    ],
)  # fmt: skip
def test_other_statuses_are_final(line: str, error: type[CleanscrapeError], server: Server) -> None:
    server.handlers["/x"] = page("<p>No.</p>", status=line, Retry_After="1")
    stopped = StoppedClock()
    with fetcher(stopped) as f, pytest.raises(error) as caught:
        f.fetch(server.url("/x"))
    assert type(caught.value) is error
    assert getattr(caught.value, "status", None) == int(line[:3])
    assert len(server.seen) == 1
    assert stopped.slept == []


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ("7", 7.0),
        ("0", 0.0),
        ("Mon, 06 May 2024 12:00:09 GMT", 9.0),
        ("Mon, 06 May 2024 11:00:00 GMT", 0.0),
        ("Monday, 06-May-24 12:00:09 GMT", 9.0),
    ],
)
def test_retry_after_is_obeyed(header: str, wait: float, server: Server) -> None:
    server.handlers["/x"] = in_turn(page(b"", status="429 Slow Down", Retry_After=header), page())
    stopped = StoppedClock()
    with fetcher(stopped) as f:
        f.fetch(server.url("/x"))
    assert sum(stopped.slept) == pytest.approx(wait)


@pytest.mark.parametrize("header", ["soon", "-5", "", "²", "99999999999999999999", "Mon, 99 May 2024 12:00:09 GMT"])
def test_retry_after_that_cannot_be_read_or_met(header: str, server: Server) -> None:
    server.handlers["/x"] = in_turn(page(b"", status="503 Busy", Retry_After=header.encode().decode("latin-1")), page())
    stopped = StoppedClock()
    with fetcher(stopped) as f:
        if header.startswith("999"):
            with pytest.raises(BadResponse, match="come back after"):
                f.fetch(server.url("/x"))
            assert stopped.slept == []
        else:
            f.fetch(server.url("/x"))
            assert 0.5 <= stopped.slept[0] <= 1.0


def test_a_site_that_wants_too_long_a_rest(server: Server) -> None:
    server.handlers["/x"] = page(b"", status="429 Slow Down", Retry_After="3600")
    stopped = StoppedClock()
    with fetcher(stopped) as f, pytest.raises(Blocked, match="come back after 3600 s") as caught:
        f.fetch(server.url("/x"))
    assert caught.value.retry_after == 3600
    assert stopped.slept == []
    assert len(server.seen) == 1


def test_the_other_threads_rest_too(server: Server) -> None:
    server.handlers["/x"] = page(b"", status="429 Slow Down", Retry_After="20")
    server.handlers["/y"] = page()
    stopped = StoppedClock()
    with fetcher(stopped, Retries(2)) as f:
        with pytest.raises(Blocked):
            f.fetch(server.url("/x"))
        assert stopped.time == 1020, "one rest before the second try"
        f.fetch(server.url("/y"))
    assert stopped.time == 1040, "the rest that the second answer asked for"


def test_waits_count_towards_the_time_in_all(server: Server) -> None:
    server.handlers["/x"] = page(b"", status="503 Busy", Retry_After="4")
    stopped = StoppedClock()
    with fetcher(stopped, Retries(100), FetchLimits(10)) as f, pytest.raises(BadResponse):
        f.fetch(server.url("/x"))
    assert stopped.slept == [4, 4]


def test_only_one_try_on_demand(server: Server) -> None:
    server.handlers["/x"] = page(b"", status="503 Busy")
    stopped = StoppedClock()
    with fetcher(stopped, Retries(1)) as f, pytest.raises(BadResponse):
        f.fetch(server.url("/x"))
    assert len(server.seen) == 1


def test_a_check_for_robots_is_not_asked_again(server: Server) -> None:
    body = "<title>Just a moment...</title><script>window._cf_chl_opt = {}</script>"
    server.handlers["/x"] = page(body, status="503 Busy", Server="cloudflare")
    stopped = StoppedClock()
    with fetcher(stopped) as f, pytest.raises(Blocked, match="Cloudflare"):
        f.fetch(server.url("/x"))
    assert len(server.seen) == 1
