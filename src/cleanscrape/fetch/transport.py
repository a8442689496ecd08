"""Requests over connections that are guarded and measured.

The guard and the limits live here, below everything that may stand above: retries, redirects, a cache. An answer that
leaves this module is whole, unpacked and within its limits.
"""

from __future__ import annotations

import socket
import ssl
from typing import Any, Final
from urllib.parse import urlsplit

import certifi
import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ReadTimeoutError,
)
from urllib3.util.ssl_ import create_urllib3_context

from cleanscrape.errors import FetchError, Timeout, TooLarge, Unreachable
from cleanscrape.fetch.allowance import Allowance, OutOfTime, TooManyBytes, current
from cleanscrape.fetch.body import read_body
from cleanscrape.fetch.network import Network
from cleanscrape.fetch.sockets import MeasuredTLSSocket
from cleanscrape.fetch.turns import Turns

_HOSTS: Final = 64  # whose connections are kept open
_NO_SUCH_NAME: Final = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME), socket.EAI_FAIL})


class _Guarded(HTTPConnection):
    """A connection that is made by `Network.dial`."""

    def __init__(self, *args: Any, network: Network, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._network = network

    def _new_conn(self) -> socket.socket:
        """Connect to an address that has been looked at; the name stays for Host, SNI and the certificate."""
        allowance = _allowance()
        try:
            return self._network.dial(
                self._dns_host,
                self.port or self.default_port,
                allowance.timeout,
                allowance.limits.connect,
                is_proxy=self.proxy is not None,
            )
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error
        except TimeoutError as error:
            raise ConnectTimeoutError(self, str(error) or "no answer") from error
        except OSError as error:
            raise NewConnectionError(self, str(error)) from error

    def getresponse(self) -> Any:
        """Read an answer's head."""
        allowance = _allowance()
        allowance.begin_answer()
        response = super().getresponse()
        allowance.end_head()
        return response


class _GuardedTLS(_Guarded, HTTPSConnection):
    """The same under TLS."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Guarded


class _TLSPool(HTTPSConnectionPool):
    ConnectionCls = _GuardedTLS


class _Pools(PoolManager):
    """Pools of guarded connections."""

    network: Network
    context: ssl.SSLContext | None = None

    def _new_pool(self, scheme: str, *args: Any, **kwargs: Any) -> HTTPConnectionPool:
        self.pool_classes_by_scheme = {"http": _Pool, "https": _TLSPool}
        pool = super()._new_pool(scheme, *args, **kwargs)
        pool.conn_kw["network"] = self.network
        if scheme == "https":
            self.context = self.context or _context(self.network)
            pool.conn_kw["ssl_context"] = self.context
        return pool


class _ProxyPools(_Pools, ProxyManager):
    """The same through a proxy."""


def _context(network: Network) -> ssl.SSLContext:
    """A context that checks certificates and names; its roots are read once, not with each connection."""
    context = create_urllib3_context()
    context.load_verify_locations(cafile=str(network.certificates or certifi.where()))
    context.sslsocket_class = MeasuredTLSSocket
    return context


def _allowance() -> Allowance:
    allowance = current()
    if allowance is None:
        raise RuntimeError("a request outside of `spending`: it would know no limits")
    return allowance


class Transport(HTTPAdapter):
    """Sends one request and reads its answer whole; knows nothing of redirects, retries and robots.

    Args:
        network: which hosts may be reached.
        turns: who may ask a host, and when. They are taken here, so that what a cache has costs no turn.
    """

    def __init__(self, network: Network, turns: Turns) -> None:
        self._network = network
        self._turns = turns
        super().__init__(pool_connections=_HOSTS)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:
        """Make pools of guarded connections."""
        self.poolmanager = _Pools(num_pools=connections, maxsize=maxsize, block=block, **kwargs)
        self.poolmanager.network = self._network

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        """The pools of the proxy that the user has named."""
        if proxy not in self.proxy_manager:
            pools = _ProxyPools(proxy, proxy_headers=self.proxy_headers(proxy), num_pools=_HOSTS, **kwargs)
            pools.network = self._network
            self.proxy_manager[proxy] = pools
        return self.proxy_manager[proxy]

    def cert_verify(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: the context of the pools has the roots already."""

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """Send a request; give its answer with the body read and unpacked.

        Raises:
            ForbiddenAddress, Unreachable, Timeout, TooLarge, BadResponse: as their names say.
        """
        allowance = _allowance()
        limits = allowance.limits
        url = str(request.url)
        kwargs |= {"stream": True, "timeout": (limits.connect, limits.read)}
        with self._turns.turn(urlsplit(url).hostname or "", allowance.pause) as waited:
            allowance.extend(waited)
            return self._read(request, url, allowance, *args, **kwargs)

    def _read(
        self, request: requests.PreparedRequest, url: str, allowance: Allowance, *args: Any, **kwargs: Any
    ) -> requests.Response:
        try:
            response = super().send(request, *args, **kwargs)
            try:
                response._content = read_body(response.raw, url, allowance)
                response._content_consumed = True  # type: ignore[attr-defined]
            except BaseException:
                response.raw.close()
                raise
            finally:
                response.raw.release_conn()
        except (FetchError, TooManyBytes, requests.RequestException, HTTPError, OSError) as error:
            raise _named(error, url, allowance) from error
        return response


def _named(error: BaseException, url: str, allowance: Allowance) -> BaseException:
    """The library's own error for what went wrong below."""
    if isinstance(error, FetchError):
        error.url = url  # the guard knows the host alone
        return error
    chain = _chain(error)
    limits = allowance.limits
    if any(isinstance(e, OutOfTime) for e in chain) or allowance.left <= 0:
        return Timeout(
            f"{url} took over {limits.total:g} s in all: try later, or pass FetchLimits(total=...)",
            url=url,
            seen="out of time",
        )
    if broken := next((e for e in chain if isinstance(e, TooManyBytes)), None):
        return TooLarge(
            f"{url} sends {broken}: it is no page, or pass FetchLimits that allow it", url=url, seen=str(broken)
        )
    if any(isinstance(e, (ConnectTimeoutError, requests.ConnectTimeout)) and _is_no_refusal(e) for e in chain):
        return Timeout(
            f"{url} cannot be connected to within {limits.connect:g} s: try later, or pass FetchLimits(connect=...)",
            url=url,
            seen="no connection in time",
        )
    if any(isinstance(e, (ReadTimeoutError, requests.ReadTimeout, TimeoutError)) for e in chain):
        return Timeout(
            f"{url} said nothing for {limits.read:g} s: try later, or pass FetchLimits(read=...)",
            url=url,
            seen="silence",
        )
    return _unreachable(chain, url)


def _is_no_refusal(error: BaseException) -> bool:
    return not isinstance(error, NewConnectionError)  # which urllib3 counts among the timeouts


def _unreachable(chain: list[BaseException], url: str) -> Unreachable:
    lasting = False
    name = next((e for e in chain if isinstance(e, socket.gaierror)), None)
    if name is not None:
        lasting = name.errno in _NO_SUCH_NAME
        why, advice = f"its host has no address ({name.strerror})", "check how it is spelled"
    elif tls := next((e for e in chain if isinstance(e, ssl.SSLError)), None):
        lasting = isinstance(tls, ssl.SSLCertVerificationError)
        detail = getattr(tls, "verify_message", "") or tls.reason or "broken"
        why, advice = f"its TLS does not hold ({detail})", "the site has to mend it"
    else:
        why = f"the connection failed or broke ({_innermost(chain)})"
        advice = "try later, or look whether the site is up"
    error = Unreachable(f"{url} cannot be reached: {why}; {advice}", url=url, seen=why)
    error.lasting = lasting
    error.no_connection = any(isinstance(e, NewConnectionError) for e in chain)
    return error


def _innermost(chain: list[BaseException]) -> str:
    """What the lowest layer said, in a few words."""
    for error in reversed(chain):
        text = getattr(error, "strerror", None) or str(error)
        if text:
            return " ".join(str(text).split())[:100]
    return type(chain[-1]).__name__


def _chain(error: BaseException) -> list[BaseException]:
    """An error and what it stands for, outermost first."""
    found: list[BaseException] = []
    todo: list[object] = [error]
    while todo:
        one = todo.pop(0)
        if isinstance(one, BaseException) and not any(one is other for other in found):
            found.append(one)
            todo += [getattr(one, "reason", None), one.__cause__, one.__context__, *one.args]
    return found
