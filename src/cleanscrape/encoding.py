"""From bytes in any encoding to clean UTF-8, as browsers do it, and by evidence where a declaration is wrong.

The order of witnesses is that of the WHATWG HTML standard ("determining the character encoding"):

1. a byte order mark;
2. what the transport says;
3. what the page says: `meta`, else an XML declaration;
4. the bytes themselves.

The evidence of the bytes overrules 2 and 3 in these cases, and no other:

- Bytes that are valid UTF-8 throughout are UTF-8, and so are those with few faults whatever single-byte
  encoding was declared: text in another encoding does not come out like that by chance. (Where a
  multi-byte encoding was declared, a handful of bytes may, and the declaration holds.)
- UTF-8 was declared, but it does not hold for a good part of the bytes beyond ASCII, and not just for one
  or two of them.
- A multi-byte encoding was declared, but too many of the bytes are no character in it.
- UTF-16 was declared, but there is no zero byte.
- The transport says ISO-8859-1, which HTTP clients fill in where a server said nothing, and the page says
  something else: the page is right.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from cleanscrape.charset import MULTI_BYTE, encoding_name, text_of
from cleanscrape.errors import UndecodableSource


@dataclass(frozen=True, slots=True)
class Decoded:
    """A document as UTF-8.

    `utf8` has no byte order mark and no zero byte; it is the very input where that was so already.
    `encoding` is the WHATWG name of the encoding that was read (or ``utf-32le``, ``utf-32be``, which that
    standard lacks), `source` who named it: ``bom``, ``transport``, ``meta`` (the page or its XML declaration)
    or ``detected``.
    """

    utf8: bytes
    encoding: str
    source: str


# UTF-32 stands before UTF-16: the mark of the one begins with the mark of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_ALL_MARKS = tuple(mark for mark, _ in _MARKS)

_COMPRESSED = "decompress it first, as the Content-Encoding header says"
_NO_PAGE = "pass the page's markup or text"
# What is often saved or fetched in place of a page, by its first bytes. None of it begins a text.
_MAGIC = (
    (b"\x1f\x8b", "gzip data", "decompress it first (gzip.decompress)"),
    (b"PK\x03\x04", "a ZIP archive (or an Office or EPUB document)", "unpack the page from it first"),
    (b"PK\x05\x06", "an empty ZIP archive", _NO_PAGE),
    (b"%PDF-", "a PDF document", "extract its text first, with a tool for PDF"),
    (b"\x89PNG\r\n", "a PNG image", _NO_PAGE),
    (b"\xff\xd8\xff", "a JPEG image", _NO_PAGE),
    (b"GIF87a", "a GIF image", _NO_PAGE),
    (b"GIF89a", "a GIF image", _NO_PAGE),
    (b"\x00\x00\x01\x00", "an icon", _NO_PAGE),
    (b"\x28\xb5\x2f\xfd", "zstd data", _COMPRESSED),
    (b"\xfd7zXZ\x00", "xz data", "decompress it first (lzma.decompress)"),
    (b"BZh91AY&SY", "bzip2 data", "decompress it first (bz2.decompress)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack the page from it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack the page from it first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", "convert it to HTML or text first"),
    (b"OggS\x00", "Ogg media", _NO_PAGE),
    (b"\x7fELF", "an executable", _NO_PAGE),
    (b"wOFF\x00", "a web font", _NO_PAGE),
    (b"wOF2\x00", "a web font", _NO_PAGE),
    (b"\x00asm", "WebAssembly", _NO_PAGE),
    (b"SQLite format 3\x00", "an SQLite database", _NO_PAGE),
)
_ALL_MAGIC = tuple(magic for magic, _, _ in _MAGIC)
# Media whose mark comes after a length: at offset 4 and at offset 8.
_FTYP = b"ftyp"
_RIFF = {b"WEBP": "a WebP image", b"WAVE": "WAV sound", b"AVI ": "AVI video"}

_CONTROLS = bytes({*range(9), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)})
_NOT_CONTROLS = bytes(sorted(set(range(256)) - set(_CONTROLS)))
# Of random bytes a tenth are controls; of the first 64 KB of 2,500 real pages at most 3 in 100,000 bytes.
_CONTROLS_IN_TEXT = 0.03
_CONTROLS_IN_ANY_TEXT = 4
_GLANCE = 4 * 1024
_LOOK = 64 * 1024
_WIDE_LEAST = 4
_WIDE_ZEROS = 0.2
_WIDE_STRAY_ZEROS = 0.02

# The standard looks for `meta` in 1024 bytes, and browsers go on to the end of the head when they parse.
_HEAD = 4 * 1024
_LONG_HEAD = 64 * 1024
_HEAD_PARTS = re.compile(rb"<(?:(!--)|(meta)[\s/]|/head|body[\s>])", re.IGNORECASE)
_META_LENGTH = 1024
_ATTRIBUTE = re.compile(rb"""[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?""")
_CHARSET = re.compile(rb"""charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"',]+))""", re.IGNORECASE)
# Compiled by those few that use it.
_XML = rb"""<\?xml\b[^<>]{0,200}?\bencoding\s*=\s*["']([^"'<>]{1,40})["']"""
# A label in a header that a client may have made up.
_CLIENTS_DEFAULT = "iso-8859-1"

_CHUNK = 1024 * 1024
_ASCII = bytes(range(128))
_REPLACEMENT = "\ufffd".encode()
_JIS_ESCAPES = (b"\x1b$B", b"\x1b$@")
# As many bytes beyond ASCII may come out as valid UTF-8 by chance: the four of 联通 in GBK do.
_CHANCE_BYTES = 16
# Share of the bytes beyond ASCII that are faults. Real pages in 24 languages, put into the encodings of their
# languages and read as UTF-8, have 0.53 (EUC-JP) and more; pages in UTF-8 with pieces from elsewhere under 0.02.
_FAULTS_IN_UTF_8 = 0.05
_FAULTS_IN_DECLARED_UTF_8 = 0.3
_LONE_FAULTS = 2
# Of characters beyond ASCII. The same pages have none in their own encoding, and where they are in one of a byte
# a character 0.09 and more in all multi-byte ones but Shift_JIS, which leaves few bytes out.
_FAULTS_IN_MULTI_BYTE = 0.05


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """Decode a document. Linear in its length; faults become U+FFFD.

    Args:
        data: the document: markup or plain text.
        charset: what the transport declared: a label, or a whole Content-Type header.

    Raises:
        UndecodableSource: what the bytes are is no text.
    """
    refuse_magic(data)
    if data.startswith(_ALL_MARKS):
        mark, name = next(pair for pair in _MARKS if data.startswith(pair[0]))
        return _marked(data[len(mark) :], name)
    has_zeros = b"\0" in data
    if has_zeros and (wide := _wide(data)):
        return _converted(data, wide, "detected")
    _refuse_controls(data[:_GLANCE])
    name, source = _declared(data, charset, _HEAD)
    if name.startswith("utf-16"):
        if has_zeros:
            return _converted(data, name, source)
        name, source = "", "detected"
    first = _first_fault(data)
    if first < 0:
        return _without_faults(data, name, source)
    return _with_faults(data, first, charset)


def _marked(data: bytes, name: str) -> Decoded:
    if name != "utf-8":
        return _converted(data, name, "bom")
    return _valid(data, name, "bom") if _first_fault(data) < 0 else _repaired(data, "bom")


def refuse_magic(data: bytes) -> None:
    """Refuse what begins like a picture, a document or another file that is no text.

    Raises:
        UndecodableSource: it does.
    """
    if data.startswith(_ALL_MAGIC):
        _, what, advice = next(entry for entry in _MAGIC if data.startswith(entry[0]))
    elif data[4:8] == _FTYP and data[:1] == b"\0":
        what, advice = "MP4 or HEIF media", _NO_PAGE
    elif data.startswith(b"RIFF") and data[8:12] in _RIFF:
        what, advice = _RIFF[data[8:12]], _NO_PAGE
    else:
        return
    raise UndecodableSource(f"the bytes are {what}, no page: {advice}")


def _refuse_controls(sample: bytes) -> None:
    controls = len(sample.translate(None, _NOT_CONTROLS))
    if controls > max(_CONTROLS_IN_ANY_TEXT, _CONTROLS_IN_TEXT * len(sample)):
        raise UndecodableSource(
            f"{controls:,} of {len(sample):,} bytes are control characters, so this is binary or "
            f"compressed data (brotli has no mark to know it by): {_COMPRESSED}, or {_NO_PAGE}"
        )


def _wide(data: bytes) -> str:
    """The name of UTF-16 without a mark, told by zeros in every second byte; else ""."""
    sample = data[:_GLANCE]
    if sample.count(0) < _WIDE_LEAST:
        return ""
    half = len(sample) // 2
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd >= _WIDE_ZEROS and even <= _WIDE_STRAY_ZEROS:
        return "utf-16le"
    return "utf-16be" if even >= _WIDE_ZEROS and odd <= _WIDE_STRAY_ZEROS else ""


def _declared(data: bytes, charset: str | None, limit: int) -> tuple[str, str]:
    """The declared encoding and who declared it; ("", "detected") where nobody did."""
    label = transport_label(charset)
    transport = encoding_name(label) if label else None
    if transport and label.lower() != _CLIENTS_DEFAULT:
        return transport, "transport"
    if inner := declared_inside(data, limit):
        return inner, "meta"
    return (transport, "transport") if transport else ("", "detected")


def transport_label(charset: str | None) -> str:
    """The label in a Content-Type header, or the label itself; "" where there is none.

    >>> transport_label('text/html; charset="KOI8-R"'), transport_label("text/html"), transport_label("gbk")
    ('KOI8-R', '', 'gbk')
    """
    if not charset:
        return ""
    match = _CHARSET.search(charset.encode("utf-8", "replace"))
    if match:
        return (match[1] or match[2] or match[3] or b"").decode("utf-8", "replace").strip()
    return "" if "/" in charset else charset.strip()


def declared_inside(data: bytes, limit: int = _HEAD) -> str:
    """The encoding that the page itself declares in its first `limit` bytes or its head; "" for none.

    As the standard's prescan: comments are passed over, UTF-16 means UTF-8 and x-user-defined windows-1252,
    for the declaration itself was readable.
    """
    head = data[:limit]
    name = None
    if b"charset" in head.lower():
        name = next(filter(None, map(encoding_name, _meta_labels(head))), None)
    if not name and head.startswith(b"<?xml") and (xml := re.match(_XML, head)):
        name = encoding_name(xml[1].decode("latin-1"))
    if name in {"utf-16le", "utf-16be"}:
        return "utf-8"
    return "windows-1252" if name == "x-user-defined" else name or ""


def _meta_labels(head: bytes) -> Iterator[str]:
    at = 0
    while match := _HEAD_PARTS.search(head, at):
        at = match.end()
        if match[1]:
            end = head.find(b"-->", match.start() + 2)
            if end < 0:
                return
            at = end + 3
        elif match[2]:
            tag = head[at - 1 : at + _META_LENGTH]
            if label := _meta_label(tag):
                yield label
        else:
            return


def _meta_label(tag: bytes) -> str:
    """The label in a `meta` tag's attributes; "" where it declares no encoding."""
    found: dict[bytes, bytes] = {}
    at = 0
    while match := _ATTRIBUTE.match(tag, at):
        at = match.end()
        found.setdefault(match[1].lower(), match[2] or match[3] or match[4] or b"")
    if b"charset" in found:
        return found[b"charset"].decode("latin-1")
    if found.get(b"http-equiv", b"").strip().lower() != b"content-type":
        return ""
    content = _CHARSET.search(found.get(b"content", b""))
    return (content[1] or content[2] or content[3] or b"").decode("latin-1") if content else ""


def _chunks(data: bytes, errors: str) -> Iterator[str]:
    """UTF-8 decoded a chunk at a time: memory stays small whatever the characters."""
    view = memoryview(data)
    at = 0
    while at < len(view):
        try:
            text, used = codecs.utf_8_decode(view[at : at + _CHUNK], errors, at + _CHUNK >= len(view))
        except UnicodeDecodeError as error:
            error.start += at
            raise
        yield text
        at += used


def _first_fault(data: bytes) -> int:
    """The offset of the first byte that is no UTF-8, or -1."""
    if data.isascii():
        return -1
    try:
        for _ in _chunks(data, "strict"):
            pass
    except UnicodeDecodeError as error:
        return error.start
    return -1


def _without_faults(data: bytes, name: str, source: str) -> Decoded:
    is_ascii = data.isascii()
    if name in {"", "iso-2022-jp"} and is_ascii and any(escape in data for escape in _JIS_ESCAPES):
        return _converted(data, "iso-2022-jp", source)
    if is_ascii or name in {"", "utf-8"}:
        return _valid(data, name or "utf-8", source)
    if name in MULTI_BYTE and len(data.translate(None, _ASCII)) <= _CHANCE_BYTES:
        text = text_of(data, name)
        if "\ufffd" not in text:
            return Decoded(_clean(text), name, source)
    return _valid(data, "utf-8", "detected")


def _with_faults(data: bytes, first: int, charset: str | None) -> Decoded:
    _refuse_controls(data[:_LOOK])
    name, source = _declared(data, charset, _LONG_HEAD)
    sample = data[max(first - _CHUNK, 0) : first + _CHUNK]
    beyond, faults = _faults_as_utf_8(sample)
    if name == "utf-8" and (faults <= _LONE_FAULTS or faults <= _FAULTS_IN_DECLARED_UTF_8 * beyond):
        return _repaired(data, source)
    if faults <= _FAULTS_IN_UTF_8 * beyond:
        return _repaired(data, "detected")
    if name in MULTI_BYTE:
        text = text_of(sample, name)
        if text.count("\ufffd") > _FAULTS_IN_MULTI_BYTE * (len(text) - len(sample) + beyond):
            name = ""
    if name in {"", "utf-8", "iso-2022-jp"}:
        from cleanscrape.alphabet import guess  # few pages need its tables

        name, source = guess(data, first), "detected"
    return _converted(data, name, source)


def _faults_as_utf_8(sample: bytes) -> tuple[int, int]:
    """How many bytes are beyond ASCII, and how many faults they make when read as UTF-8."""
    beyond = len(sample.translate(None, _ASCII))
    faults = sample.decode("utf-8", "replace").count("\ufffd") - sample.count(_REPLACEMENT)
    return beyond, faults


def _valid(data: bytes, name: str, source: str) -> Decoded:
    """The same bytes, which are UTF-8 already, but for zeros."""
    return Decoded(data.replace(b"\0", _REPLACEMENT) if b"\0" in data else data, name, source)


def _repaired(data: bytes, source: str) -> Decoded:
    return _valid(b"".join(text.encode() for text in _chunks(data, "replace")), "utf-8", source)


def _converted(data: bytes, name: str, source: str) -> Decoded:
    return Decoded(_clean(text_of(data, name)), name, source)


def _clean(text: str) -> bytes:
    return text.replace("\0", "\ufffd").encode("utf-8", "replace")
