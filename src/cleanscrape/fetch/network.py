"""The way to a host: its name is resolved, every address is looked at, and one that was looked at is connected to."""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeAlias

from cleanscrape.errors import BadSetting, ForbiddenAddress
from cleanscrape.fetch.address import BAD_PORTS, Address, why_forbidden
from cleanscrape.fetch.location import Location
from cleanscrape.fetch.sockets import open_socket
from cleanscrape.profile.host import host_of

Resolver: TypeAlias = Callable[..., Sequence[tuple[Any, ...]]]
Opener: TypeAlias = Callable[[int, tuple[Any, ...], float], socket.socket]
Spread: TypeAlias = Callable[[float], float]

_TRIED: Final = 4  # addresses of one host that are tried in turn


@dataclass(frozen=True)
class Network:
    """Which hosts may be reached, and how.

    `allow` names what is reached although its address is none of the public internet: hosts ("intranet.example"),
    addresses ("127.0.0.1") and networks ("10.0.0.0/8"). `proxy` is the address of a proxy; the proxy then resolves
    the names, so that they can only be checked before, not pinned, and the proxy must guard its own network. The
    environment's proxies are never used. `certificates` is a file of root certificates in place of the usual ones.
    `resolve` is called as `socket.getaddrinfo` is, `connect` with family, socket address and seconds.

    Raises:
        BadSetting: an entry of `allow` is neither host, address nor network, or the proxy is not of http.
    """

    allow: tuple[str, ...] = ()
    _: KW_ONLY
    proxy: str | None = field(default=None, repr=False)
    certificates: Path | None = None
    resolve: Resolver = field(default=socket.getaddrinfo, repr=False, compare=False)
    connect: Opener = field(default=open_socket, repr=False, compare=False)

    def __post_init__(self) -> None:
        if isinstance(self.allow, str):
            raise BadSetting(f"allow is a tuple of hosts and networks: pass ({self.allow!r},)")
        if self.proxy is not None and not self.proxy.lower().startswith(("http://", "https://")):
            raise BadSetting("a proxy is spoken to by http or https: write http://proxy.example:3128")
        _ = self._allowed

    @cached_property
    def _allowed(self) -> tuple[frozenset[str], tuple[Any, ...]]:
        hosts, networks = [], []
        for entry in self.allow:
            try:
                networks.append(ipaddress.ip_network(entry.strip("[]"), strict=False))
            except ValueError:
                host = host_of(entry)
                if "/" in entry or not re.fullmatch(r"[a-z0-9_.-]+", host):
                    raise BadSetting(
                        f"{entry!r} in allow is neither a host, an address nor a network: "
                        "write intranet.example, 10.1.2.3 or 10.0.0.0/8"
                    ) from None
                hosts.append(host)
        return frozenset(hosts), tuple(networks)

    def admit(self, location: Location) -> None:
        """Refuse what can be refused before any name is resolved: ports of other services, forbidden numbers.

        Raises:
            ForbiddenAddress: the port or the address is forbidden.
        """
        if location.port in BAD_PORTS and not self._is_named(location.host):
            raise ForbiddenAddress(
                f"{location.url} is refused: port {location.port} belongs to another service than the web; "
                f"if it is yours, allow it by name: Network(allow=({location.host!r},)), or --allow {location.host}",
                url=location.url,
                seen=f"port {location.port}",
            )
        try:
            address = ipaddress.ip_address(location.host)
        except ValueError:
            if self.proxy is not None:
                self._admit_before_proxy(location.host, location.port)
        else:
            self._admit(address, location.host)

    def _admit_before_proxy(self, host: str, port: int) -> None:
        """What our own resolver knows of a name that a proxy will resolve again."""
        try:
            found = self.resolve(host, port, type=socket.SOCK_STREAM)
        except OSError:
            return
        for entry in found:
            self._admit(ipaddress.ip_address(entry[4][0]), host)

    def dial(self, host: str, port: int, timeout: Spread, longest: float, *, is_proxy: bool = False) -> socket.socket:
        """Connect to a host at an address that has been looked at.

        Args:
            host: its name or number.
            port: its port.
            timeout: gives how long a step may take that is to last so many seconds at most.
            longest: how many seconds each step may last.
            is_proxy: it is the proxy that the user has named: its address is not looked at.

        Raises:
            ForbiddenAddress: one of its addresses is not of the public internet.
            OSError: no address, or none that answers.
        """
        places = self._places(host, port, timeout(longest))
        if not is_proxy:
            for _, where in places:
                self._admit(ipaddress.ip_address(where[0]), host)
        last: OSError | None = None
        for family, where in places[:_TRIED]:
            try:
                return self.connect(family, where, timeout(longest))
            except OSError as error:
                last = error
        raise last or OSError(f"{host} has no address")

    def _places(self, host: str, port: int, seconds: float) -> list[tuple[int, tuple[Any, ...]]]:
        """The socket addresses of a host. Resolvers know no time limit, so a thread of its own asks."""
        try:
            ipaddress.ip_address(host)
        except ValueError:
            found = _within(seconds, lambda: self.resolve(host, port, type=socket.SOCK_STREAM))
        else:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        return [(entry[0], entry[4]) for entry in found]

    def _admit(self, address: Address, host: str) -> None:
        why = why_forbidden(address)
        if not why or self._is_named(host) or any(address in network for network in self._allowed[1]):
            return
        what = host if host == str(address) else f"{host} ({address})"
        raise ForbiddenAddress(
            f"{what} is refused: the address is {why}, not of the public internet; "
            f"if it is yours, allow it by name: Network(allow=({host!r},)), or --allow {host}",
            url=host,
            seen=f"{address} is {why}",
        )

    def _is_named(self, host: str) -> bool:
        return host.rstrip(".") in self._allowed[0]


def _within(seconds: float, ask: Callable[[], Sequence[tuple[Any, ...]]]) -> Sequence[tuple[Any, ...]]:
    """What `ask` gives, or TimeoutError where it takes longer; a resolver that hangs is left behind."""
    answers: list[Sequence[tuple[Any, ...]]] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            answers.append(ask())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, name="cleanscrape-resolver", daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not answers:
        raise TimeoutError(f"the name was not resolved within {seconds:.1f} s")
    return answers[0]
