"""What fetching costs and how polite it is, on a server on loopback: ``python -m benchmarks.fetching``.

It prints what `Fetcher.scrape` takes over a bare ``requests.get`` and `extract`, and then the order and spacing of 200
requests that 20 hosts saw with the default manners. Names of hosts are made up and resolved to loopback.
"""

from __future__ import annotations

import socket
import statistics
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import requests

from cleanscrape import Extractor, Fetcher, Manners, Network

PAGE: Final = Path(__file__).parent.parent / "tests" / "fixtures" / "urdupoint.com" / "article" / "page.html"
ROUNDS: Final = 300
HOSTS: Final = 20
URLS: Final = 200
THREADS: Final = 16


class _Handler(BaseHTTPRequestHandler):
    """Answers every path with the same page, and writes down who was asked when."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else an answer on a kept connection waits 40 ms for the client to confirm its head
    body = PAGE.read_bytes()
    seen: Final[list[tuple[float, str, str]]] = []
    lock = threading.Lock()

    def do_GET(self) -> None:
        """Answer."""
        with self.lock:
            self.seen.append((time.monotonic(), self.headers["Host"].partition(":")[0], self.path))
        is_robots = self.path == "/robots.txt"
        body = b"User-agent: *\nDisallow: /private\n" if is_robots else self.body
        self.send_response(200)
        self.send_header("Content-Type", "text/plain" if is_robots else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing: the requests are written down above."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


def _resolve(_host: str, port: int, **_: Any) -> Sequence[tuple[Any, ...]]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]


def overhead(port: int) -> None:
    """Print what a scrape takes beside a bare fetch and an extraction, in turns, so that both see the same machine."""
    url = f"http://127.0.0.1:{port}/story.html"
    extractor = Extractor()
    with Fetcher(manners=Manners(delay=0), network=Network(("127.0.0.1",))) as fetcher:
        ways: dict[str, Callable[[], object]] = {
            "requests.get": lambda: requests.get(url, timeout=10).content,
            "Fetcher.fetch": lambda: fetcher.fetch(url),
            "requests.get, then extract": lambda: extractor.extract(requests.get(url, timeout=10).content, url),
            "Fetcher.scrape": lambda: fetcher.scrape(url, extractor=extractor),
        }
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
        for round_ in range(ROUNDS + 20):
            for name, way in ways.items():
                wall, cpu = time.perf_counter(), time.thread_time()
                way()
                if round_ >= 20:
                    times[name].append((1000 * (time.perf_counter() - wall), 1000 * (time.thread_time() - cpu)))
    print(f"medians of {ROUNDS} pages each; a scrape may take 2 ms more than a bare fetch and an extraction")
    print(f"{'':<28} {'wall ms':>8} {'CPU ms':>8}  (of the client's thread: it does not wait for a busy machine)")
    rows = {name: [statistics.median(column) for column in zip(*taken, strict=True)] for name, taken in times.items()}
    for name, row in rows.items():
        print(f"{name:<28} {row[0]:8.2f} {row[1]:8.2f}")
    for name, ours, bare in (
        ("fetch over get", "Fetcher.fetch", "requests.get"),
        ("scrape over get and extract", "Fetcher.scrape", "requests.get, then extract"),
    ):
        print(f"{name:<28} {rows[ours][0] - rows[bare][0]:+8.2f} {rows[ours][1] - rows[bare][1]:+8.2f}")


def politeness(port: int) -> None:
    """Print the order and spacing of requests that each host saw."""
    _Handler.seen.clear()
    urls = [f"http://site{n % HOSTS:02}.test:{port}/story-{n // HOSTS}.html" for n in range(URLS)]
    began = time.monotonic()
    with Fetcher(network=Network(("127.0.0.1",), resolve=_resolve)) as fetcher, ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(fetcher.fetch, urls))
    taken = time.monotonic() - began
    hosts: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for at, host, path in _Handler.seen:
        hosts[host].append((at - began, path))
    print(f"\n{URLS} addresses of {HOSTS} hosts, {THREADS} threads, default manners: {taken:.1f} s")
    least = min(two[0] - one[0] for seen in hosts.values() for one, two in pairwise(seen))
    for host, seen in sorted(hosts.items()):
        gaps = " ".join(f"{two[0] - one[0]:.2f}" for one, two in pairwise(seen))
        order = " ".join(path.removeprefix("/").removesuffix(".html").removeprefix("story-") for _, path in seen)
        print(f"{host}  order: {order}  spacing in s: {gaps}")
    print(f"the shortest time between two requests to one host: {least:.3f} s")


def main() -> None:
    """Measure both, or what is named: `overhead`, `politeness`."""
    server = _Server(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    measures = {"overhead": overhead, "politeness": politeness}
    for name in sys.argv[1:] or measures:
        measures[name](server.server_port)
    server.shutdown()


if __name__ == "__main__":
    main()
