"""Host names: what two addresses must share to be of one site."""

from __future__ import annotations

import re

_AUTHORITY_END = re.compile(r"[/\\?#]")
_NAME = r"(?:(?!-)[a-z\d_-]{1,63}(?<!-)\.)+[a-z\d-]{1,63}|localhost"
_LONGEST = 253  # characters of a host name, by RFC 1035
# As many as an address may have before its host: longer ones are no addresses of pages.
_LOOKED_AT = 2_000


def host_of(url_or_host: str) -> str:
    """The host of an address, or a bare host, as names are compared: lower case, IDNA, no port, no last dot.

    Empty where there is none. User names, ports, paths and white space around are passed over, and a
    backslash parts as a slash does, as in browsers.

    >>> host_of("https://WWW.Example.com.:8443/a?b"), host_of("Example.com"), host_of("/a/b.html")
    ('www.example.com', 'example.com', '')
    """
    text = url_or_host[:_LOOKED_AT].strip()
    scheme, mark, rest = text.partition("://")
    if not mark or _AUTHORITY_END.search(scheme):
        rest = text.removeprefix("//")
    host = _AUTHORITY_END.split(rest, maxsplit=1)[0].rpartition("@")[2]
    if host.startswith("["):
        return host[: host.find("]") + 1].lower()
    host = host.partition(":")[0].rstrip(".")
    if len(host) > _LONGEST:
        return ""
    return host.lower() if host.isascii() else _in_ascii(host)


def is_host_name(host: str) -> bool:
    """Whether a host, as `host_of` gives it, can stand in a profile: a name with a dot in it."""
    return re.fullmatch(_NAME, host, re.ASCII) is not None


def _in_ascii(host: str) -> str:
    """The IDNA form of an international name; the name in lower case where it has none."""
    import idna  # here, because nearly all hosts are ASCII and the tables take time to load

    try:
        return idna.encode(host, uts46=True).decode("ascii").rstrip(".")
    except (idna.IDNAError, UnicodeError):
        return host.lower()
