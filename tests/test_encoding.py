"""Bytes to clean UTF-8: who is believed, what is decoded how, what is refused."""

from __future__ import annotations

import codecs
import gzip
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanscrape.alphabet import guess
from cleanscrape.charset import encoding_name, text_of
from cleanscrape.encoding import Decoded, declared_inside, decode, transport_label
from cleanscrape.errors import UndecodableSource

RUSSIAN = "Комиссия по речному флоту обсудила вчера расписание паромов и цены на проезд."
GERMAN = "Die Bürger von Außenstedt hören ab März täglich neue Gerüchte über die Brücke."


def page(text: str, encoding: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><p>{text}</p></body></html>".encode(encoding)


def test_valid_utf_8_is_the_same_object() -> None:
    data = page(GERMAN, "utf-8", '<meta charset="utf-8">')
    decoded = decode(data)
    assert decoded.utf8 is data
    assert (decoded.encoding, decoded.source) == ("utf-8", "meta")


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32le"),
    ],
)
def test_a_byte_order_mark_wins(mark: bytes, codec: str, name: str) -> None:
    data = mark + page(RUSSIAN, codec, '<meta charset="koi8-r">')
    assert decode(data, "windows-1251") == Decoded(page(RUSSIAN, "utf-8", '<meta charset="koi8-r">'), name, "bom")


def test_a_fault_after_a_mark_becomes_a_replacement() -> None:
    assert decode(codecs.BOM_UTF8 + b"a\xffb") == Decoded("a\ufffdb".encode(), "utf-8", "bom")


@pytest.mark.parametrize(
    "charset", ["windows-1251", " CP1251 ", "text/html; charset=windows-1251", 'a/b; CHARSET="x-cp1251"']
)
def test_the_transport_comes_before_the_page(charset: str) -> None:
    data = page(RUSSIAN, "windows-1251", '<meta charset="koi8-r">')
    decoded = decode(data, charset)
    assert RUSSIAN in decoded.utf8.decode()
    assert (decoded.encoding, decoded.source) == ("windows-1251", "transport")


@pytest.mark.parametrize("charset", ["", "text/html", "rot13", "hex", "utf-7", "charset=", "hz-gb-2312"])
def test_a_transport_that_names_no_encoding_says_nothing(charset: str) -> None:
    decoded = decode(page(RUSSIAN, "koi8-r", '<meta charset="koi8-r">'), charset)
    assert (decoded.encoding, decoded.source) == ("koi8-r", "meta")


def test_a_clients_default_gives_way_to_the_page() -> None:
    decoded = decode(page(RUSSIAN, "koi8-r", '<meta charset="koi8-r">'), "ISO-8859-1")
    assert (decoded.encoding, decoded.source) == ("koi8-r", "meta")
    assert decode(page(GERMAN, "latin-1"), "ISO-8859-1").encoding == "windows-1252"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('<meta charset="koi8-r">', "koi8-r"),
        ("<META CHARSET=koi8-r />", "koi8-r"),
        ("<meta\tname=x content='>' charset = 'koi8-r'>", "koi8-r"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ("<meta content='text/html;charset=\"koi8-r\"' http-equiv=content-type>", "koi8-r"),
        ('<meta name="a" content="charset=koi8-r">', ""),
        ('<!-- <meta charset="koi8-r"> --><meta charset="gb2312">', "gbk"),
        ('<!--><meta charset="koi8-r">-->', "koi8-r"),
        ('<!-- <meta charset="koi8-r">', ""),
        ('<meta charset="no-such"><meta charset="koi8-r">', "koi8-r"),
        ('<meta charset="utf-16">', "utf-8"),
        ('<meta charset="x-user-defined">', "windows-1252"),
        ('</head><body><meta charset="koi8-r">', ""),
        ('<?xml version="1.0" encoding="windows-1251"?><html>', "windows-1251"),
        ('<?xml version="1.0" encoding="windows-1251"?><meta charset="koi8-r">', "koi8-r"),
    ],
)
def test_what_the_page_declares(head: str, name: str) -> None:
    assert declared_inside(head.encode()) == name


def test_a_late_declaration_counts_where_it_is_needed() -> None:
    head = "<script>" + "x = 1;\n" * 2000 + '</script><meta charset="iso-8859-5">'
    decoded = decode(page(RUSSIAN, "iso-8859-5", head))
    assert (decoded.encoding, decoded.source) == ("iso-8859-5", "meta")


@pytest.mark.parametrize(
    ("charset", "label"),
    [
        (None, ""),
        ("text/html", ""),
        ("gbk", "gbk"),
        ("text/html;charset=gbk;q=1", "gbk"),
        ('x; charset="a b"', "a b"),
    ],
)
def test_transport_label(charset: str | None, label: str) -> None:
    assert transport_label(charset) == label


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("latin1", "windows-1252"),
        ("US-ASCII", "windows-1252"),
        ("windows-31j", "shift_jis"),
        ("ks_c_5601-1987", "euc-kr"),
        ("gb2312", "gbk"),
        ("big5-hkscs", "big5"),
        ("tis-620", "windows-874"),
        ("iso-8859-9", "windows-1254"),
        ("x-mac-cyrillic", "x-mac-cyrillic"),
        ("unicode-1-1-utf-8", "utf-8"),
        ("iso-2022-kr", None),
        ("base64", None),
    ],
)
def test_labels(label: str, name: str | None) -> None:
    assert encoding_name(label) == name


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("windows-1252", b"\x80\x81\x8d\x8f\x90\x9d\x93", "€\x81\x8d\x8f\x90\x9d“"),
        ("windows-1251", b"\x98\xe6", "\x98ж"),
        ("windows-1253", b"\x81\xaa\xd2\xe1", "\x81\ufffd\ufffdα"),
        ("windows-1255", b"\xca\xd9\xe0", "\u05ba\ufffdא"),
        ("koi8-u", b"\xae\xbe\xa4", "ўЎє"),
        ("x-mac-cyrillic", b"\xb6\xff", "ґ€"),
        ("macintosh", b"\xdb\x8e", "€é"),
        ("iso-8859-8-i", b"\xe0", "א"),
        ("x-user-defined", b"a\x80\xff", "a\uf780\uf7ff"),
        ("gbk", b"\x80\xc4\xe3\xff<", "€你\ufffd<"),
        ("gb18030", b"\x81\x30\x81\x30", "\x80"),
        ("shift_jis", b"\x87\x40\x81<", "①\ufffd<"),
        ("euc-jp", b"\xad\xa1\xa1\xc1\xa4\xa2\xa4<", "①～あ\ufffd<"),
        ("euc-jp", b"\xfe\xfe\x8e\xb1", "\ufffdｱ"),
        ("iso-2022-jp", b'a\x1b$B$"-j\x1b(I1\x1b(B<p>', "aあ㈱ｱ<p>"),
        ("big5", b"\xa7\x41\x81<", "你\ufffd<"),
        ("euc-kr", b"\xb0\xa1\x81\x41", "가갂"),
        ("utf-16le", b"a\0\0\xd8b\0", "a\ufffdb"),
    ],
)
def test_decoding_is_the_webs(name: str, data: bytes, text: str) -> None:
    assert text_of(data, name) == text


DETECTED = {
    "windows-1252": "L'été dernier, la mairie a décidé où garer les vélos : près de l'église, à côté du lac.",
    "windows-1251": RUSSIAN,
    "koi8-r": RUSSIAN,
    "iso-8859-5": RUSSIAN,
    "ibm866": RUSSIAN,
    "windows-1250": "Starosta řekl, že most přes řeku bude ještě týden zavřený a škola začne později.",
    "iso-8859-2": "Wójt powiedział, że ścieżka nad rzeką będzie zamknięta jeszcze przez tydzień.",
    "windows-1254": "Belediye başkanı köprünün yarın açılacağını ve yolun ışıklandırıldığını söyledi.",
    "windows-1253": "Ο δήμαρχος είπε ότι η γέφυρα θα μείνει κλειστή για μία ακόμη εβδομάδα.",
    "windows-1255": "ראש העיר אמר אתמול כי הגשר מעל הנחל ייפתח מחדש בשבוע הבא.",
    "windows-1256": "قال رئيس البلدية إن الجسر فوق النهر سيفتح من جديد في الأسبوع المقبل.",
    "windows-874": "นายกเทศมนตรีกล่าวว่าสะพานข้ามแม่น้ำจะเปิดอีกครั้งในสัปดาห์หน้า",
    "windows-1257": "Meras pranešė, kad tiltas per upę bus uždarytas dar savaitę, o mokykla pradės vėliau.",
    "shift_jis": "町長は昨日、川にかかる橋が来週から再び通れるようになると話した。",
    "euc-jp": "町長は昨日、川にかかる橋が来週から再び通れるようになると話した。",
    "iso-2022-jp": "町長は昨日、川にかかる橋が来週から再び通れるようになると話した。",
    "gbk": "市长昨天表示，河上的大桥下个星期将重新开放，学校也会晚一点开学。",
    "big5": "市長昨天表示，河上的大橋下個星期將重新開放，學校也會晚一點開學。",
    "euc-kr": "시장은 어제 강을 건너는 다리가 다음 주에 다시 열린다고 말했다.",
}


@pytest.mark.parametrize("name", DETECTED)
def test_undeclared_bytes_are_told_by_their_letters(name: str) -> None:
    codec = {"shift_jis": "cp932", "windows-874": "cp874"}.get(name, name)
    decoded = decode(page(DETECTED[name], codec))
    assert decoded.utf8.decode() == page(DETECTED[name], "utf-8").decode()
    assert (decoded.encoding, decoded.source) == (name, "detected")


def test_a_sign_or_two_are_windows_1252() -> None:
    assert decode(b"<p>It\x92s the mayor\x92s bridge</p>").encoding == "windows-1252"
    assert guess(b"\xa9", 0) == "windows-1252"


def test_the_pages_language_settles_few_letters() -> None:
    data = '<html lang="pl"><p>rzeka Ślęża</p></html>'.encode("iso-8859-2")
    assert decode(data).encoding == "iso-8859-2"


@pytest.mark.parametrize(("codec", "name"), [("utf-16-le", "utf-16le"), ("utf-16-be", "utf-16be")])
def test_utf_16_without_a_mark(codec: str, name: str) -> None:
    decoded = decode(page(RUSSIAN, codec))
    assert decoded == Decoded(page(RUSSIAN, "utf-8"), name, "detected")


def test_utf_16_that_is_none_is_overruled() -> None:
    assert decode(page(GERMAN, "utf-8"), "utf-16").encoding == "utf-8"


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "gbk", "shift_jis"])
def test_valid_utf_8_overrules(declared: str) -> None:
    decoded = decode(page(RUSSIAN, "utf-8"), declared)
    assert (decoded.encoding, decoded.source) == ("utf-8", "detected")


def test_a_lone_fault_does_not_save_a_wrong_declaration() -> None:
    data = page(RUSSIAN, "utf-8") + b"\xe9"
    assert decode(data, "windows-1252").utf8.decode() == page(RUSSIAN, "utf-8").decode() + "\ufffd"


def test_a_few_characters_that_happen_to_be_utf_8_do_not_overrule() -> None:
    data = "<p>联通</p>".encode("gbk")
    assert decode(data, "gbk").utf8.decode() == "<p>联通</p>"


def test_ascii_keeps_what_was_declared() -> None:
    data = b"<p>plain</p>"
    decoded = decode(data, "windows-1250")
    assert decoded.utf8 is data
    assert (decoded.encoding, decoded.source) == ("windows-1250", "transport")
    assert decode(data) == Decoded(data, "utf-8", "detected")


def test_lone_faults_do_not_overrule_utf_8() -> None:
    data = page(GERMAN, "utf-8", '<meta charset="utf-8">').replace(b"Die", b"D\xffe")
    decoded = decode(data)
    assert decoded.utf8.decode().count("\ufffd") == 1
    assert (decoded.encoding, decoded.source) == ("utf-8", "meta")


def test_utf_8_that_holds_nowhere_is_overruled() -> None:
    decoded = decode(page(GERMAN, "latin-1", '<meta charset="utf-8">'))
    assert GERMAN in decoded.utf8.decode()
    assert (decoded.encoding, decoded.source) == ("windows-1252", "detected")


def test_a_multi_byte_encoding_that_does_not_hold_is_overruled() -> None:
    decoded = decode(page(DETECTED["windows-1250"], "windows-1250", '<meta charset="euc-kr">'))
    assert (decoded.encoding, decoded.source) == ("windows-1250", "detected")


def test_zero_bytes_become_replacements() -> None:
    assert decode(b"<p>a\0b</p>").utf8 == "<p>a\ufffdb</p>".encode()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (gzip.compress(b"<p>hidden</p>"), "gzip"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"PK\x03\x04\x14\0", "ZIP"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\0\0\0\x20ftypmp42", "MP4"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "WebP"),
        (b"\0" * 500, "control characters"),
        (bytes(range(256)) * 40, "control characters"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(UndecodableSource, match=what):
        decode(data)


@pytest.mark.parametrize("text", ["", "GIF is a format", "PK", "RIFF about music", "ID3 tags", "BM"])
def test_text_that_begins_like_a_file_is_text(text: str) -> None:
    assert decode(text.encode()).utf8.decode() == text


@pytest.mark.parametrize(
    "data",
    [
        b"<meta " * 200_000,
        b"<!--" * 200_000,
        b'<meta charset="' * 100_000,
        b"\xe9" * 1_000_000,
        b"\x81\x30" * 500_000,
        b"\xa4\xff" * 500_000,
        b'<meta charset="gbk">' + b"\x80" * 1_000_000,
        b"<html " + b"lang " * 200_000 + b"\xe9\xff\xfe",
    ],
)
def test_hostile_bytes_give_an_answer(data: bytes) -> None:
    assert decode(data).utf8.decode()


def test_memory_is_bounded() -> None:
    data = "a😀".encode() * 1_000_000
    tracemalloc.start()
    decode(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2 * len(data)


@given(st.binary(max_size=80), st.none() | st.sampled_from(["gbk", "euc-jp", "iso-2022-jp", "utf-16", "windows-1253"]))
def test_any_bytes_give_an_answer_or_are_refused(data: bytes, charset: str | None) -> None:
    try:
        utf8 = decode(data, charset).utf8
    except UndecodableSource:
        return
    assert "\0" not in utf8.decode()
