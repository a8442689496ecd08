"""The encodings of the web: from a label to a name, from bytes in an encoding to text.

Labels and names are those of the WHATWG Encoding Standard (https://encoding.spec.whatwg.org). Python's
codecs do the decoding; where they know less than the standard, this module makes up for it.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

_UTF_8_LABELS = frozenset({"utf-8", "utf8"})
# Where Python's codec of that name is another one, or none. GB18030 holds all of GBK.
_CODECS = {
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "gbk": "gb18030",
    "iso-8859-8-i": "iso8859_8",
    "macintosh": "mac_roman",
    "shift_jis": "cp932",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac_cyrillic",
}
_WIDE = frozenset({"utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be"})
MULTI_BYTE = frozenset({"big5", "euc-jp", "euc-kr", "gb18030", "gbk", "iso-2022-jp", "shift_jis"})
"""The names of the encodings that spend more than one byte on a character, without those of Unicode."""

# Bytes that Python's tables lack or have otherwise.
_PATCHES = {"koi8-u": {0xAE: "\u045e", 0xBE: "\u040e"}, "windows-1255": {0xCA: "\u05ba"}}
# What the standard's table for JIS X 0208 has where Python's EUC-JP has a look-alike.
_JIS_LOOKALIKES = (
    ("\u301c", "\uff5e"),
    ("\u2016", "\u2225"),
    ("\u2212", "\uff0d"),
    ("\xa2", "\uffe0"),
    ("\xa3", "\uffe1"),
    ("\xac", "\uffe2"),
)
_ESCAPE = rb"\x1b(\$[@B]|\([BJI])"
_TO_UPPER_HALF = bytes(b | 0x80 if 0x21 <= b <= 0x7E else b for b in range(256))
# Of a page's bytes: with more faults than this it is read without the repairs below, each of which takes a
# microsecond. It is in another encoding then.
_REPAIRED_SHARE = 0.01


def encoding_name(label: str) -> str | None:
    """The standard's name for the encoding that `label` asks for; None where it asks for none that is safe.

    >>> encoding_name(" Latin1"), encoding_name("x-sjis"), encoding_name("rot13")
    ('windows-1252', 'shift_jis', None)
    """
    label = label.strip("\t\n\f\r ").lower()
    if label in _UTF_8_LABELS:
        return "utf-8"
    import webencodings  # few pages need its table

    name = webencodings.LABELS.get(label)
    return None if name == "replacement" else name


def text_of(data: bytes, name: str) -> str:
    """Decode `data` as browsers do; what is no character becomes U+FFFD.

    Args:
        data: the bytes, without a byte order mark.
        name: the standard's name of the encoding.
    """
    if name == "iso-2022-jp":
        data, name = _as_euc(data), "euc-jp"
    if name in _WIDE:
        return data.decode(name, "replace")
    if name not in MULTI_BYTE:
        return codecs.charmap_decode(data, "replace", upper_half(name))[0]
    codec = _CODECS.get(name, name)
    text = data.decode(codec, "replace")
    if codec in _REPAIRS and 0 < text.count("\ufffd") <= max(8, _REPAIRED_SHARE * len(data)):
        text = data.decode(codec, _HANDLER)
    if name == "euc-jp":
        for theirs, ours in _JIS_LOOKALIKES:
            text = text.replace(theirs, ours)
    return text


@lru_cache(maxsize=64)
def upper_half(name: str) -> str:
    """The 256 characters of a single-byte encoding; U+FFFD for bytes that it leaves out."""
    if name == "x-user-defined":
        return "".join(chr(b) if b < 0x80 else chr(0xF700 + b) for b in range(256))
    patches = _PATCHES.get(name, {})
    codec = _CODECS.get(name, name)
    return "".join(patches.get(b) or _char(b, codec) for b in range(256))


def _char(byte: int, codec: str) -> str:
    char = bytes([byte]).decode(codec, "replace")
    # The standard gives a control character where Windows leaves a hole.
    return chr(byte) if char == "\ufffd" and 0x80 <= byte < 0xA0 else char


def _as_euc(data: bytes) -> bytes:
    """ISO-2022-JP, which shifts between character sets by escapes, as EUC-JP."""
    parts = re.split(_ESCAPE, data)
    out = [parts[0]]
    for escape, part in zip(parts[1::2], parts[2::2], strict=True):
        if escape in {b"$@", b"$B"}:
            part = part.translate(_TO_UPPER_HALF)
        elif escape == b"(I":
            part = re.sub(rb"[!-_]", lambda m: b"\x8e" + m[0].translate(_TO_UPPER_HALF), part)
        out.append(part)
    return b"".join(out)


def _gb18030_repair(fault: bytes) -> tuple[str, int] | None:
    """A byte that was the euro sign before GB18030 had one."""
    return ("€", 1) if fault[0] == 0x80 else None


def _euc_jp_repair(fault: bytes) -> tuple[str, int] | None:
    """A pair of NEC's row 13 or of IBM's characters, which Python has in Shift_JIS and not in EUC-JP."""
    if len(fault) < 2 or min(fault) < 0xA1:
        return None
    row, cell = fault[0] - 0xA1, fault[1] - 0xA1
    lead = row // 2 + (0x81 if row < 62 else 0xC1)
    trail = cell + (0x9F if row % 2 else 0x40 if cell < 63 else 0x41)
    char = bytes((lead, trail)).decode("cp932", "replace")
    return char if len(char) == 1 else "\ufffd", 2


_REPAIRS = {"gb18030": _gb18030_repair, "euc-jp": _euc_jp_repair}
_HANDLER = "cleanscrape.charset"


def _handle(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    repair = _REPAIRS[error.encoding.replace("_", "-")]
    repaired = repair(error.object[error.start : error.start + 2])
    return (repaired[0], error.start + repaired[1]) if repaired else ("\ufffd", error.end)


codecs.register_error(_HANDLER, _handle)
