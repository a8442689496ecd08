"""Sockets that keep to an allowance: before each read they ask how long it may take, after it they count the bytes.

http.client reads an answer's head line by line, and a socket's own timeout begins anew with each read: a server that
sends a byte a second would hold it for hours.
"""

from __future__ import annotations

import socket
import ssl
from typing import Any

from cleanscrape.fetch.allowance import current


class _Measured(socket.socket):
    """Reads are measured against the thread's allowance."""

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        """Read, within the time that is left, and count what came."""
        allowance = current()
        if allowance is None:
            return super().recv_into(*args, **kwargs)
        self.settimeout(allowance.timeout(allowance.limits.read))
        count = super().recv_into(*args, **kwargs)
        allowance.spend(count)
        return count


class MeasuredSocket(_Measured):
    """A TCP socket that is measured."""


class MeasuredTLSSocket(_Measured, ssl.SSLSocket):
    """A connection under TLS that is measured; `ssl.SSLContext.sslsocket_class` makes them."""


def open_socket(family: int, where: tuple[Any, ...], seconds: float) -> socket.socket:
    """Connect to a socket address within so many seconds."""
    sock = MeasuredSocket(family, socket.SOCK_STREAM)
    try:
        sock.settimeout(seconds)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.connect(where)
    except BaseException:
        sock.close()
        raise
    return sock
