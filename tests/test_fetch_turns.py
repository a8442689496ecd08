from __future__ import annotations

import threading
import time
from itertools import pairwise

import pytest
from misbehaving import Server, StoppedClock, loopback, page

from cleanscrape import Fetcher, Manners
from cleanscrape.fetch.clock import Clock
from cleanscrape.fetch.turns import Turns


def test_a_host_has_its_delay_and_others_do_not_wait(server: Server) -> None:
    server.handlers["/x"] = page()
    stopped = StoppedClock()
    with Fetcher(network=loopback(), manners=Manners(robots=False, delay=2), clock=stopped.clock()) as fetcher:
        for host in ("a.test", "b.test", "a.test", "b.test", "a.test"):
            fetcher.fetch(server.url("/x", host))
    assert stopped.slept == [2, 2]
    assert [seen.host for seen in server.seen] == ["a.test", "b.test", "a.test", "b.test", "a.test"]


def test_several_threads_keep_the_spacing(server: Server) -> None:
    server.handlers["/x"] = page()
    delay = 0.05
    with Fetcher(network=loopback(), manners=Manners(robots=False, delay=delay)) as fetcher:
        urls = [server.url("/x", f"{name}.test") for name in "abc" for _ in range(5)]
        threads = [threading.Thread(target=fetcher.fetch, args=(url,)) for url in urls]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    for name in "abc":
        times = [seen.at for seen in server.seen if seen.host == f"{name}.test"]
        assert len(times) == 5
        assert all(later - earlier >= delay for earlier, later in pairwise(times))


@pytest.mark.parametrize("at_once", [1, 3])
def test_no_more_at_once_than_allowed(at_once: int) -> None:
    turns = Turns(at_once, Clock())
    inside = most = 0
    lock = threading.Lock()

    def visit() -> None:
        nonlocal inside, most
        with turns.turn("news.test", 0):
            with lock:
                inside += 1
                most = max(most, inside)
            time.sleep(0.02)
            with lock:
                inside -= 1

    threads = [threading.Thread(target=visit) for _ in range(9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == at_once


def test_a_host_that_wants_a_rest() -> None:
    stopped = StoppedClock()
    turns = Turns(1, stopped.clock())
    turns.hold("a.test", 30)
    with turns.turn("b.test", 1) as waited:
        assert waited == 0
    with turns.turn("a.test", 1) as waited:
        assert waited == 30


def test_hosts_are_forgotten() -> None:
    stopped = StoppedClock()
    turns = Turns(1, stopped.clock())
    for number in range(5_000):
        with turns.turn(f"{number}.test", 1):
            pass
        stopped.time += 0.01
    assert len(turns._doors) <= 1_001


def test_waiting_for_a_turn_takes_nothing_from_the_pages_time(server: Server) -> None:
    server.handlers["/x"] = page()
    stopped = StoppedClock()
    with Fetcher(network=loopback(), manners=Manners(robots=False, delay=500), clock=stopped.clock()) as fetcher:
        fetcher.fetch(server.url("/x"))
        assert fetcher.fetch(server.url("/x")).is_markup
