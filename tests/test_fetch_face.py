from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from misbehaving import Server, StoppedClock, loopback, page

import cleanscrape
from cleanscrape import BadSetting, Fetcher, FetchLimits, Retries
from cleanscrape.fetch import fetcher


def test_calls_share_a_fetcher(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    feed = "<rss><item><link>/story</link></item></rss>"
    server.handlers |= {"/robots.txt": page(""), "/story": page(), "/feed": page(feed)}
    stopped = StoppedClock()
    monkeypatch.setattr(fetcher, "_DEFAULT", [Fetcher(network=loopback(), clock=stopped.clock())])
    assert cleanscrape.fetch(server.url("/story")).is_markup
    assert cleanscrape.scrape(server.url("/story")).headline == "Ferry stays in port"
    assert [link.url for link in cleanscrape.discover(server.url("/feed"))] == [server.url("/story")]
    assert stopped.slept == [1.0, 1.0, 1.0]
    assert server.paths() == ["/robots.txt", "/story", "/story", "/feed"]


def test_the_default_is_made_once() -> None:
    assert fetcher.default_fetcher() is fetcher.default_fetcher()


def test_the_function_stays_a_function_whatever_is_imported() -> None:
    code = (
        "import cleanscrape.fetch.location, cleanscrape.fetch.fetcher; from cleanscrape.fetch import Clock, Fetcher; "
        "import cleanscrape; cleanscrape.Fetcher; print(callable(cleanscrape.fetch), callable(cleanscrape.discover))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "True True\n"


@pytest.mark.parametrize(
    ("kind", "setting"),
    [
        (FetchLimits, {"total": 0}), (FetchLimits, {"read": -1}), (FetchLimits, {"bytes": 0}),
        (FetchLimits, {"total": float("nan")}), (FetchLimits, {"redirects": -1}), (FetchLimits, {"pages": 0}),
        (Retries, {"tries": 0}), (Retries, {"first_wait": -1}),
    ],
)  # fmt: skip
def test_limits_that_let_nothing_through(kind: Any, setting: dict[str, float]) -> None:
    (name,) = setting
    with pytest.raises(BadSetting, match=name):
        kind(**setting)
