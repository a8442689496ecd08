"""A server on loopback that misbehaves on purpose, by plain sockets: what each path does is a function of its own.

Host names are made up: every name that ends in ".test" is given the address of loopback by `resolve`.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from cleanscrape.fetch.clock import Clock
from cleanscrape.fetch.network import Network

STORY = """<!doctype html><html lang="en"><head><title>Ferry stays in port - The Velmora Post</title></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Ferry stays in port</h1>
<p class="byline">By Ilsa Tamber</p><p>The morning ferry to the islands stayed in port on Monday, after the harbour
master had found a crack in the ramp that the night crew had reported as a scratch.</p>
<p>Passengers were taken across by the two smaller boats, which needed six trips for what the ferry carries in one, and
the last of them landed on the outer quay a little after noon.</p>
<p>The ramp is to be welded on Wednesday if the wind allows it, said the company, and tickets stay good until the end of
the month for everybody who waited in vain.</p></article><footer>© 2024 The Velmora Post</footer></body></html>"""


@dataclass
class Seen:
    """One request that the server saw: when, what, with which headers."""

    at: float
    host: str
    path: str
    headers: dict[str, str]


Handler: TypeAlias = Callable[[socket.socket, Seen], None]


@dataclass
class Server:
    """The server: `handlers` by path, `seen` requests in order."""

    handlers: dict[str, Handler] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    connections: int = 0

    def __post_init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._socket.getsockname()[1]
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def url(self, path: str, host: str = "news.test") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self, host: str | None = None) -> list[str]:
        return [seen.path for seen in self.seen if host is None or seen.host == host]

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)  # a socket that a thread waits on is not closed by closing it
        self._socket.close()
        for connection in self._open:
            connection.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            while True:
                head = b""
                while b"\r\n\r\n" not in head:
                    data = connection.recv(65536)
                    if not data:
                        return
                    head += data
                lines = head.decode("latin-1").split("\r\n")
                headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in lines[1:] if line)}
                path = lines[0].split(" ")[1]
                if path.startswith("http"):
                    path = "/" + path.split("/", 3)[3]
                seen = Seen(time.monotonic(), headers.get("host", "").partition(":")[0], path, headers)
                with self._lock:
                    self.seen.append(seen)
                name = seen.path.partition("?")[0]
                handler = self.handlers.get(name) or self.handlers.get(seen.host + name)
                if handler is None:
                    reply(connection, b"nothing here", status="404 Not Found")
                else:
                    handler(connection, seen)


def reply(connection: socket.socket, body: bytes | str, *, status: str = "200 OK", **headers: str) -> None:
    """Send a whole answer; header names have underscores for dashes."""
    data = body.encode() if isinstance(body, str) else body
    fields = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(data))} | headers
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items() if value)
    connection.sendall(f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + data)


def page(body: bytes | str = STORY, *, status: str = "200 OK", **headers: str) -> Handler:
    """A handler that answers so each time."""
    return lambda connection, _seen: reply(connection, body, status=status, **headers)


def to(target: str, status: str = "302 Found") -> Handler:
    """A handler that sends on."""
    return page(b"", status=status, Location=target)


def in_turn(*handlers: Handler) -> Handler:
    """A handler that behaves differently each time; the last one stays."""
    calls: list[int] = []

    def handle(connection: socket.socket, _seen: Seen) -> None:
        calls.append(1)
        handlers[min(len(calls), len(handlers)) - 1](connection, _seen)

    return handle


def raw(*pieces: bytes, pause: float = 0.0) -> Handler:
    """A handler that sends pieces as they are, and closes."""

    def handle(connection: socket.socket, _seen: Seen) -> None:
        for piece in pieces:
            connection.sendall(piece)
            if pause:
                time.sleep(pause)
        raise OSError("the end")

    return handle


def endless(start: bytes, piece: bytes, pause: float = 0.0) -> Handler:
    """A handler that never ends."""

    def handle(connection: socket.socket, _seen: Seen) -> None:
        connection.sendall(start)
        while True:
            connection.sendall(piece)
            if pause:
                time.sleep(pause)

    return handle


def resolve(host: str, port: int, **_: Any) -> Sequence[tuple[Any, ...]]:
    """As `socket.getaddrinfo`: names under .test are loopback, others do not exist."""
    if host.endswith(".test"):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@dataclass
class StoppedClock:
    """A clock that goes on by sleeping alone, and keeps how long each sleep was."""

    time: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def clock(self) -> Clock:
        day = dt.datetime(2024, 5, 6, 12, tzinfo=dt.UTC)
        return Clock(lambda: self.time, sleep=self.sleep, now=lambda: day + dt.timedelta(seconds=self.time - 1000.0))


def loopback(allow: tuple[str, ...] = ("127.0.0.0/8",), **settings: Any) -> Network:
    """A network where the names of the server are known, and loopback is allowed."""
    return Network(allow, resolve=settings.pop("resolve", resolve), **settings)
