"""An answer's body: read within the limits, unpacked within the limits, looked at before it is read whole."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any, Final

from urllib3 import HTTPResponse
from urllib3.exceptions import DecodeError
from urllib3.util.request import ACCEPT_ENCODING

from cleanscrape.encoding import refuse_magic
from cleanscrape.errors import BadResponse, NotAPage, TooLarge, UndecodableSource
from cleanscrape.fetch.allowance import Allowance

ACCEPTED: Final = ACCEPT_ENCODING
"""The packings that can be unpacked here: gzip and deflate, and brotli and zstd where they are installed."""

_CHUNK: Final = 64 * 1024
_PACKINGS: Final = frozenset({"gzip", "x-gzip", "deflate", "br", "zstd"})
_LAYERS: Final = 3  # no site has reason to pack a page twice; a server and its cache may
GZIP: Final = b"\x1f\x8b"
"""How a gzip file begins. It may be asked for although it is no page: sitemaps are often packed."""


def read_body(raw: Any, url: str, allowance: Allowance) -> bytes:
    """Read a body and unpack it.

    Raises:
        TooLarge: over the limits, packed or unpacked, or declared to be so.
        NotAPage: it begins like a picture, a document or another file that is no text.
        BadResponse: it cannot be unpacked.
    """
    limits = allowance.limits
    declared = raw.headers.get("Content-Length", "")
    is_over = declared.isascii() and declared.isdigit() and len(declared) < 20 and int(declared) > limits.wire_bytes
    if is_over and allowance.cut is None:
        raise _too_large(url, f"declares {int(declared):,} bytes", limits.wire_bytes, "wire_bytes")
    packings = _packings(raw.headers.get("Content-Encoding", ""), url)
    wire = bytearray()  # a list of a body's chunks would take fifty times their bytes where they are small
    for chunk in raw.stream(_CHUNK, decode_content=False):
        if not wire and not packings and raw.status == 200:
            look_at(chunk, url)
        wire += chunk
        if allowance.cut is not None and len(wire) >= allowance.cut:
            raw.close()
            break
        if len(wire) > limits.wire_bytes:
            raise _too_large(url, "sends more bytes", limits.wire_bytes, "wire_bytes")
    data = bytes(wire)
    for packing in reversed(packings):
        data = unpacked(data, packing, url, allowance)
    if allowance.cut is not None:
        return data[: allowance.cut]
    if len(data) > limits.bytes:
        raise _too_large(url, "has more bytes", limits.bytes, "bytes")
    return data


def look_at(start: bytes, url: str) -> None:
    """Refuse what begins like a file that is no text.

    Raises:
        NotAPage: it does.
    """
    if start.startswith(GZIP):
        return  # the reader of the page refuses it; the reader of a sitemap unpacks it
    try:
        refuse_magic(start)
    except UndecodableSource as error:
        raise NotAPage(f"{url}: {error}", url=url, seen=str(error)) from error


def unpacked(data: bytes, packing: str, url: str, allowance: Allowance) -> bytes:
    """One layer of packing taken off, within the limit.

    Raises:
        TooLarge: what comes out is over the limit.
        BadResponse: it cannot be unpacked.
    """
    raw = HTTPResponse(BytesIO(data), headers={"Content-Encoding": packing}, preload_content=False)
    try:
        return _capped(raw.stream(_CHUNK, decode_content=True), url, allowance)
    except DecodeError as error:
        raise BadResponse(
            f"{url} says that it is packed as {packing}, but it cannot be unpacked: the site has to mend it",
            url=url,
            seen=f"broken {packing}",
        ) from error


def _capped(pieces: Iterable[bytes], url: str, allowance: Allowance) -> bytes:
    kept = bytearray()
    for piece in pieces:
        allowance.timeout(allowance.limits.total)  # unpacking takes time too
        kept += piece
        if allowance.cut is not None and len(kept) >= allowance.cut:
            break
        if len(kept) > allowance.limits.bytes:
            raise _too_large(url, "unpacks to more bytes", allowance.limits.bytes, "bytes")
    return bytes(kept)


def _packings(header: str, url: str) -> list[str]:
    """The packings of a body, innermost first; names that are none, such as "utf-8", are passed over."""
    named = [name.strip().lower() for name in header.split(",")]
    packings = [name for name in named if name in _PACKINGS]
    if len(packings) > _LAYERS:
        raise BadResponse(f"{url} is packed {len(packings)} times: it is made to hurt", url=url, seen=header[:80])
    for name in packings:
        if name in ("br", "zstd") and name not in ACCEPTED:
            raise BadResponse(
                f"{url} is packed as {name}, which was not asked for: pip install 'urllib3[{_EXTRA[name]}]' to read it",
                url=url,
                seen=header[:80],
            )
    return packings


_EXTRA: Final = {"br": "brotli", "zstd": "zstd"}


def _too_large(url: str, what: str, limit: int, name: str) -> TooLarge:
    return TooLarge(
        f"{url} {what}, the limit is {limit:,}: it is no page, or pass FetchLimits({name}=...) that allow it",
        url=url,
        seen=what,
    )
