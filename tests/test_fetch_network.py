"""No test here sends a packet off loopback: what would be connected to is written down instead."""

from __future__ import annotations

import contextlib
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from misbehaving import Handler, Seen, Server, StoppedClock, loopback, page, resolve, to

from cleanscrape import (
    BadSetting,
    Fetcher,
    FetchLimits,
    ForbiddenAddress,
    Manners,
    Network,
    Retries,
    Timeout,
    Unreachable,
)
from cleanscrape.fetch.sockets import open_socket

POLITE = Manners(delay=0, robots=False)
ONCE = Retries(1)


class Written:
    """In place of a connection: writes down where it would have gone, and goes to `port` of loopback, if any."""

    def __init__(self, port: int | None = None) -> None:
        self.places: list[tuple[Any, ...]] = []
        self._port = port

    def __call__(self, _family: int, where: tuple[Any, ...], seconds: float) -> socket.socket:
        self.places.append(where)
        if self._port is None:
            raise ConnectionRefusedError("no connection is made here")
        return open_socket(socket.AF_INET, ("127.0.0.1", self._port), seconds)


def names(**hosts: str) -> Any:
    """A resolver that knows these names; each has addresses apart by blanks."""

    def find(host: str, port: int, **_: Any) -> Sequence[tuple[Any, ...]]:
        return [
            (socket.AF_INET6 if ":" in a else socket.AF_INET, 1, 6, "", (a, port))
            for a in hosts[host.replace(".", "_")].split()
        ]

    return find


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://127.1:8080/", "http://0x7f.1/", "http://017700000001/", "http://2130706433/",
        "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:a00:1]/", "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/", "http://0/", "http://10.0.0.1/", "http://192.168.0.1/", "http://100.64.0.1/",
        "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "https://[fe80::1]/", "http://224.0.0.1/",
    ],
)  # fmt: skip
def test_numbers_are_refused_before_connecting(url: str) -> None:
    connect = Written()
    with Fetcher(network=Network(connect=connect), manners=POLITE) as fetcher, pytest.raises(ForbiddenAddress):
        fetcher.fetch(url)
    assert connect.places == []


@pytest.mark.parametrize("addresses", ["127.0.0.1", "10.0.0.1", "::1", "93.184.216.34 10.0.0.1", "169.254.169.254"])
def test_names_are_refused_by_any_of_their_addresses(addresses: str) -> None:
    connect = Written()
    network = Network(resolve=names(news_example=addresses), connect=connect)
    with Fetcher(network=network, manners=POLITE) as fetcher, pytest.raises(ForbiddenAddress, match=r"news\.example"):
        fetcher.fetch("http://news.example/x")
    assert connect.places == []


def test_robots_are_asked_through_the_guard() -> None:
    connect = Written()
    network = Network(resolve=names(news_example="127.0.0.1"), connect=connect)
    with Fetcher(network=network) as fetcher, pytest.raises(ForbiddenAddress):
        fetcher.fetch("http://news.example/x")
    assert connect.places == []


def test_the_checked_address_is_the_one_connected_to(server: Server) -> None:
    """A name that changes its mind is looked at each time it is asked, and asked once a connection."""
    server.handlers["/x"] = page(Connection="close")
    answers = iter(["93.184.216.34", "127.0.0.1"])
    asked: list[str] = []

    def changing(host: str, port: int, **_: Any) -> Sequence[tuple[Any, ...]]:
        asked.append(host)
        return [(socket.AF_INET, 1, 6, "", (next(answers), port))]

    connect = Written(server.port)
    with Fetcher(network=Network(resolve=changing, connect=connect), manners=POLITE, retries=ONCE) as fetcher:
        fetched = fetcher.fetch("http://news.example/x")
        assert fetched.fetched is not None
        assert fetched.fetched.status == 200
        assert asked == ["news.example"]
        assert connect.places == [("93.184.216.34", 80)]
        assert server.seen[0].headers["host"] == "news.example"
        with pytest.raises(ForbiddenAddress):
            fetcher.fetch("http://news.example/x")
    assert len(connect.places) == 1


@pytest.mark.parametrize("target", ["http://127.0.0.2/", "http://inside.example/", "//[::1]/", "http://0x7f000001:99/"])
def test_redirects_are_guarded(server: Server, target: str) -> None:
    server.handlers["/x"] = to(target)
    connect = Written(server.port)
    network = Network(resolve=names(news_example="93.184.216.34", inside_example="192.168.1.5"), connect=connect)
    with Fetcher(network=network, manners=POLITE) as fetcher, pytest.raises(ForbiddenAddress):
        fetcher.fetch("http://news.example/x")
    assert connect.places == [("93.184.216.34", 80)]


@pytest.mark.parametrize("port", [22, 25, 6379 - 6379 + 6667, 2049])
def test_ports_of_other_services(port: int) -> None:
    connect = Written()
    with Fetcher(network=Network(connect=connect), manners=POLITE) as fetcher:
        with pytest.raises(ForbiddenAddress, match=f"port {port}"):
            fetcher.fetch(f"http://93.184.216.34:{port}/")
        assert connect.places == []


@pytest.mark.parametrize("allow", ["news.test", "127.0.0.1", "127.0.0.0/8"])
def test_allowed_by_name_or_network(server: Server, allow: str) -> None:
    server.handlers["/x"] = page()
    with Fetcher(network=loopback((allow,)), manners=POLITE) as fetcher:
        assert fetcher.fetch(server.url("/x")).url == server.url("/x")
        if allow == "news.test":
            with pytest.raises(ForbiddenAddress):
                fetcher.fetch(server.url("/x", "other.test"))


@pytest.mark.parametrize("entry", ["10.0.0.0/99", "a b", "", "http://x y/"])
def test_what_cannot_be_allowed(entry: str) -> None:
    with pytest.raises(BadSetting, match="neither a host"):
        Network((entry,))


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "proxy.example:3128", ""])
def test_what_is_no_proxy(proxy: str) -> None:
    with pytest.raises(BadSetting, match="http or https"):
        Network(proxy=proxy)


def test_allow_is_no_string() -> None:
    with pytest.raises(BadSetting, match="tuple"):
        Network("127.0.0.1")  # type: ignore[arg-type]


def test_the_environments_proxy_is_passed_over(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.handlers["/x"] = page()
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9/")
    with Fetcher(network=loopback(), manners=POLITE, retries=ONCE) as fetcher:
        assert fetcher.fetch(server.url("/x")).url == server.url("/x")


def test_a_proxy_that_is_named(server: Server) -> None:
    server.handlers["/x"] = page()
    network = Network(proxy=f"http://127.0.0.1:{server.port}", resolve=names(news_example="93.184.216.34"))
    with Fetcher(network=network, manners=POLITE, retries=ONCE) as fetcher:
        assert fetcher.fetch("http://news.example/x").url == "http://news.example/x"
        for url in ("http://10.0.0.1/", "http://[::1]/"):
            with pytest.raises(ForbiddenAddress):
                fetcher.fetch(url)
    assert [seen.host for seen in server.seen] == ["news.example"]
    inside = Network(proxy=network.proxy, resolve=names(news_example="10.0.0.1"))
    with Fetcher(network=inside, manners=POLITE) as fetcher, pytest.raises(ForbiddenAddress):
        fetcher.fetch("http://news.example/x")


def test_a_resolver_that_hangs() -> None:
    released = threading.Event()

    def hang(*_: Any, **__: Any) -> Sequence[tuple[Any, ...]]:
        released.wait(5)
        return []

    began = time.monotonic()
    with (
        Fetcher(
            network=Network(resolve=hang), manners=POLITE, retries=ONCE, limits=FetchLimits(5, connect=0.2)
        ) as fetcher,
        pytest.raises(Timeout),
    ):
        fetcher.fetch("http://news.example/")
    released.set()
    assert time.monotonic() - began < 2


def test_a_name_that_is_unknown_is_asked_for_once() -> None:
    stopped = StoppedClock()
    fetcher = Fetcher(network=loopback(), clock=stopped.clock())
    with fetcher, pytest.raises(Unreachable, match="its host has no address") as caught:
        fetcher.fetch("http://nowhere.example/x")
    assert caught.value.lasting
    assert stopped.slept == []


def test_the_next_address_is_tried(server: Server) -> None:
    server.handlers["/x"] = page()

    def two(*_: Any, **__: Any) -> Sequence[tuple[Any, ...]]:
        return [(socket.AF_INET, 1, 6, "", (a, p)) for a, p in (("127.0.0.1", 1), ("127.0.0.1", server.port))]

    with Fetcher(network=loopback(resolve=two), manners=POLITE, retries=ONCE) as fetcher:
        assert fetcher.fetch("http://news.test/x").url == "http://news.test/x"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for news.test, and its key, in one file."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl to make a certificate with")
    path = tmp_path_factory.mktemp("tls") / "news.test.pem"
    key = path.with_suffix(".key")
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=news.test", "-addext", "subjectAltName=DNS:news.test", "-keyout", str(key), "-out", str(path)],
        check=True, capture_output=True,
    )  # fmt: skip
    path.write_bytes(path.read_bytes() + key.read_bytes())
    return path


class TLSServer:
    """A server under TLS that keeps which name it was asked for."""

    def __init__(self, certificate: Path, body: bytes) -> None:
        self.asked: list[str | None] = []
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate)
        self._context.sni_callback = lambda _socket, name, _context: self.asked.append(name)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._body = body
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while True:
            try:
                plain, _ = self._socket.accept()
                with self._context.wrap_socket(plain, server_side=True) as connection:
                    connection.recv(65536)
                    connection.sendall(self._body)
            except ssl.SSLError:
                continue
            except OSError:
                return

    def close(self) -> None:
        self._socket.close()


def test_tls_asks_for_the_name_and_checks_it(certificate: Path) -> None:
    body = b"<html><body><p>Hello from under the wire.</p></body></html>"
    server = TLSServer(certificate, b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    network = loopback(certificates=certificate)
    with Fetcher(network=network, manners=POLITE, retries=ONCE) as fetcher:
        assert fetcher.fetch(f"https://news.test:{server.port}/x").utf8 == body
        assert server.asked == ["news.test"]
        with pytest.raises(Unreachable, match="TLS does not hold") as caught:
            fetcher.fetch(f"https://other.test:{server.port}/x")
        assert caught.value.lasting
    fetcher = Fetcher(network=loopback(), manners=POLITE, retries=ONCE)
    with fetcher, pytest.raises(Unreachable, match="TLS does not hold"):
        fetcher.fetch(f"https://news.test:{server.port}/x")
    server.close()


def tunnel(port: int) -> Handler:
    """What a proxy does when it is asked to CONNECT: it passes on to a port of loopback."""

    def handle(connection: socket.socket, _seen: Seen) -> None:
        with socket.create_connection(("127.0.0.1", port)) as beyond:
            connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
            back = threading.Thread(target=pour, args=(beyond, connection))
            back.start()
            pour(connection, beyond)
            back.join()
        raise OSError("the end")

    return handle


def pour(one: socket.socket, other: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)


def test_tls_through_a_proxy(server: Server, certificate: Path) -> None:
    body = b"<html><body><p>Hello from behind the proxy.</p></body></html>"
    behind = TLSServer(certificate, b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    server.handlers["news.example:443"] = server.handlers["news.test:443"] = tunnel(behind.port)
    network = Network(
        proxy=f"http://127.0.0.1:{server.port}", certificates=certificate, resolve=names(news_test="93.184.216.34")
    )
    with Fetcher(network=network, manners=POLITE, retries=ONCE) as fetcher:
        assert fetcher.fetch("https://news.test/x").utf8 == body
    assert behind.asked == ["news.test"]
    behind.close()


def test_tls_keeps_to_the_time(certificate: Path) -> None:
    server = TLSServer(certificate, b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
    silent = socket.create_server(("127.0.0.1", 0))
    network = loopback(certificates=certificate)
    with Fetcher(network=network, manners=POLITE, retries=ONCE, limits=FetchLimits(0.4)) as fetcher:
        began = time.monotonic()
        with pytest.raises(Timeout):
            fetcher.fetch(f"https://news.test:{silent.getsockname()[1]}/never-shakes-hands")
        assert time.monotonic() - began < 1.5
        with pytest.raises(Unreachable):
            fetcher.fetch(f"https://news.test:{server.port}/half")
    server.close()
    silent.close()


def test_the_stub_resolver_knows_no_other_names() -> None:
    with pytest.raises(socket.gaierror):
        resolve("example.org", 80)
