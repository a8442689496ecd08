"""Addresses of pages: read once, written anew, so that what is checked is what is asked for."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import KW_ONLY, dataclass, field
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from cleanscrape.errors import BadAddress
from cleanscrape.profile.host import host_of

PORTS: Final = {"http": 80, "https": 443}
_LONGEST: Final = 8_000  # characters; servers refuse longer ones
# A host of these parts is an IPv4 address to every resolver: decimal, octal, hexadecimal, one number for all.
_NUMBERS: Final = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}", re.IGNORECASE)
_LAST_IS_NUMBER: Final = re.compile(r"(?:^|\.)(?:0x[0-9a-f]*|\d+)$", re.IGNORECASE)
_PART: Final = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAME: Final = re.compile(rf"(?:{_PART}\.)*{_PART}")
_UNSAFE: Final = re.compile(r"[\x00-\x20\x7f]")
_USERINFO: Final = re.compile(r"(?<=://)[^/?#\\]*@")


@dataclass(frozen=True, slots=True)
class Location:
    """An address of a page, without user name, password and fragment; its host in lower case and IDNA.

    `userinfo` is the name and password that stood in it; it is never shown.
    """

    url: str
    _: KW_ONLY
    scheme: str
    host: str
    port: int
    userinfo: tuple[str, str] | None = field(default=None, repr=False)

    @property
    def origin(self) -> tuple[str, str, int]:
        """Scheme, host and port: what must be the same for credentials to be sent, and for one robots.txt."""
        return self.scheme, self.host, self.port

    def at(self, path: str) -> Location:
        """The location of an absolute path on the same origin, with the same credentials."""
        return located(urljoin(self.url, path), userinfo=self.userinfo)

    def towards(self, target: str) -> Location:
        """Where a redirect or link leads: relative to this one. Credentials stay on their origin.

        Those in the target itself are dropped: a site has none to give.

        Raises:
            BadAddress: the target is no address of a page.
        """
        try:
            url = urljoin(self.url, _escaped(target.strip()))
        except ValueError as error:
            raise _bad(target, f"it is broken ({error})") from None
        there = located(url)
        kept = self.userinfo if there.origin == self.origin else None
        return located(there.url, userinfo=kept)


def shown(url: object) -> str:
    """An address as it may stand in a message: without user name and password, and not too long.

    >>> shown("https://ann:secret@example.org/a")
    'https://example.org/a'
    """
    text = _USERINFO.sub("", str(url)[:_LONGEST])
    return text if len(text) <= 200 else text[:197] + "..."


def located(url: str, *, userinfo: tuple[str, str] | None = None) -> Location:
    """Read an address.

    >>> located("HTTP://Example.ORG.:80/a b#top").url
    'http://example.org/a%20b'
    >>> located("http://0x7f.1/").host
    '127.0.0.1'

    Args:
        url: the address, absolute.
        userinfo: name and password for its origin, where none stand in it.

    Raises:
        BadAddress: another scheme than http and https, no host, or broken.
    """
    if not isinstance(url, str):
        raise BadAddress(f"an address is str, not {type(url).__name__}: pass it as text")
    text = url.strip()
    if len(text) > _LONGEST:
        raise BadAddress(f"{shown(text)} has {len(text):,} characters: no page has so long an address", url=shown(text))
    try:
        parts = urlsplit(_escaped(text))
        port = parts.port
    except ValueError as error:
        raise _bad(text, f"it is broken ({error})") from None
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        what = f"its scheme is {scheme}" if scheme else "it has no scheme"
        raise _bad(text, f"{what}, and pages are fetched by http and https alone")
    host = _host(text, parts.netloc)
    port = PORTS[scheme] if port is None else port
    if port == 0:
        raise _bad(text, "its port is 0")
    tail = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    inside = (unquote(parts.username or ""), unquote(parts.password or "")) if "@" in parts.netloc else userinfo
    return Location(
        f"{scheme}://{host}{'' if port == PORTS[scheme] else f':{port}'}{tail}",
        scheme=scheme,
        host=host.strip("[]"),
        port=port,
        userinfo=inside,
    )


def _bad(url: str, why: str) -> BadAddress:
    return BadAddress(
        f"{shown(url)!r} is no address of a page: {why}; pass one such as https://www.example.org/story.html",
        url=shown(url),
        seen=why,
    )


def _escaped(text: str) -> str:
    """Blanks and controls escaped: they are errors in an address, and parsers differ about them."""
    return _UNSAFE.sub(lambda match: f"%{ord(match[0]):02X}", text)


def _host(url: str, netloc: str) -> str:
    """The host as it is asked for: IDNA, IPv4 addresses in their usual form, IPv6 in brackets."""
    if "\\" in netloc or "%" in netloc.rpartition("@")[2]:
        raise _bad(url, "its host has characters that no host has")
    host = host_of(f"//{netloc}")
    if not host or not host.isascii():
        raise _bad(url, "it has no host" if not host else "its host is no name")
    if host.startswith("["):
        try:
            return f"[{ipaddress.IPv6Address(host[1:-1])}]"
        except ValueError:
            raise _bad(url, "its IPv6 address is broken") from None
    if _LAST_IS_NUMBER.search(host):
        return _ipv4(url, host)
    if not _NAME.fullmatch(host):
        raise _bad(url, "its host is no name")
    return host


def _ipv4(url: str, host: str) -> str:
    """The usual form of an IPv4 address, however it is spelled."""
    try:
        number = socket.inet_aton(host) if _NUMBERS.fullmatch(host) else None
    except OSError:
        number = None
    if number is None:
        raise _bad(url, "its host ends in a number, and is no IPv4 address")
    return socket.inet_ntoa(number)
