from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest
from misbehaving import STORY, Seen, Server, in_turn, loopback, page, reply, to

from cleanscrape import (
    BadSetting,
    Fetcher,
    FetchLimits,
    ForbiddenAddress,
    Manners,
    MissingExtra,
    NotCached,
    NotFound,
    PageCache,
    Retries,
    TooLarge,
)  # fmt: skip
from cleanscrape.fetch.network import Network

ALONE = Manners(delay=0, robots=False)


def fetcher(folder: Path, *, offline: bool = False, fresh: float = 600, limits: FetchLimits | None = None) -> Fetcher:
    return Fetcher(
        network=loopback(),
        manners=ALONE,
        retries=Retries(1),
        limits=limits,
        cache=PageCache(folder, offline=offline, fresh=fresh),
    )


def test_a_fresh_page_is_not_asked_for_again(server: Server, tmp_path: Path) -> None:
    server.handlers["/x"] = page()
    with fetcher(tmp_path) as f:
        first = f.fetch(server.url("/x")).fetched
        again = f.fetch(server.url("/x")).fetched
    with fetcher(tmp_path) as f:
        later = f.fetch(server.url("/x")).fetched
    assert first is not None
    assert again is not None
    assert later is not None
    assert (first.from_cache, again.from_cache, later.from_cache) == (False, True, True)
    assert later.content == first.content == STORY.encode()
    assert later.headers["content-type"] == "text/html; charset=utf-8"
    assert abs((later.at - first.at).total_seconds()) < 5
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    ("headers", "conditions"),
    [
        ({"ETag": '"v1"', "Cache_Control": "max-age=0"}, {"if-none-match": '"v1"'}),
        ({"ETag": '"v1"', "Cache_Control": "no-cache"}, {"if-none-match": '"v1"'}),
        (
            {"Last_Modified": "Mon, 06 May 2024 12:00:00 GMT", "Cache_Control": "max-age=0"},
            {"if-modified-since": "Mon, 06 May 2024 12:00:00 GMT"},
        ),
    ],
)
def test_a_stale_page_is_asked_about(
    headers: dict[str, str], conditions: dict[str, str], server: Server, tmp_path: Path
) -> None:
    def conditional(connection: object, seen: Seen) -> None:
        if all(seen.headers.get(name) == value for name, value in conditions.items()):
            reply(connection, b"", status="304 Not Modified", **headers)  # type: ignore[arg-type]
        else:
            reply(connection, STORY, **headers)  # type: ignore[arg-type]

    server.handlers["/x"] = conditional
    with fetcher(tmp_path) as f:
        f.fetch(server.url("/x"))
        again = f.fetch(server.url("/x")).fetched
        assert again is not None
        assert again.content == STORY.encode()
        assert again.status == 200
    assert len(server.seen) == 2
    assert "if-none-match" not in server.seen[0].headers


def test_a_changed_page_replaces_the_old_one(server: Server, tmp_path: Path) -> None:
    new = STORY.replace("stays in port", "sails again")
    server.handlers["/x"] = in_turn(page(ETag='"v1"', Cache_Control="max-age=0"), page(new, Cache_Control="max-age=60"))
    with fetcher(tmp_path) as f:
        assert b"stays in port" in f.fetch(server.url("/x")).utf8
        assert b"sails again" in f.fetch(server.url("/x")).utf8
        assert b"sails again" in f.fetch(server.url("/x")).utf8
    assert len(server.seen) == 2


@pytest.mark.parametrize("control", ["no-store", "no-store, max-age=600"])
def test_what_must_not_be_kept(control: str, server: Server, tmp_path: Path) -> None:
    server.handlers["/x"] = page(Cache_Control=control)
    with fetcher(tmp_path) as f:
        f.fetch(server.url("/x"))
        f.fetch(server.url("/x"))
    assert len(server.seen) == 2
    with fetcher(tmp_path, offline=True) as f, pytest.raises(NotCached):
        f.fetch(server.url("/x"))


def test_what_a_password_opens_is_not_kept(server: Server, tmp_path: Path) -> None:
    server.handlers["/x"] = page(Cache_Control="max-age=600")
    with fetcher(tmp_path) as f:
        f.fetch(server.url("/x").replace("://", "://zelda:secret@"))
        f.fetch(server.url("/x"))
        assert f.fetch(server.url("/x").replace("://", "://zelda:secret@")).fetched is not None
    assert len(server.seen) == 3
    assert b"secret" not in (tmp_path / "pages.sqlite").read_bytes()


def test_errors_are_not_kept(server: Server, tmp_path: Path) -> None:
    server.handlers["/x"] = in_turn(page(status="500 Error"), page(status="403 No"), page())
    with fetcher(tmp_path) as f:
        for _ in range(2):
            with pytest.raises(Exception, match="status"):
                f.fetch(server.url("/x"))
        assert f.fetch(server.url("/x")).is_markup


def test_offline(server: Server, tmp_path: Path) -> None:
    server.handlers |= {
        "/x": to("/y"),
        "/y": page(Cache_Control="max-age=0", ETag="v"),
        "/gone": page(status="410 Gone"),
    }
    with fetcher(tmp_path) as f:
        f.fetch(server.url("/x"))
        with pytest.raises(NotFound):
            f.fetch(server.url("/gone"))
    asked = len(server.seen)
    offline = Fetcher(network=loopback(), cache=PageCache(tmp_path, offline=True))
    with offline as f:
        fetched = f.fetch(server.url("/x")).fetched
        assert fetched is not None
        assert (fetched.url, fetched.from_cache) == (server.url("/y"), True)
        with pytest.raises(NotFound):
            f.fetch(server.url("/gone"))
        with pytest.raises(NotCached, match="we are offline: fetch it once"):
            f.fetch(server.url("/z"))
        assert f.scrape(server.url("/y")).headline == "Ferry stays in port"
    assert len(server.seen) == asked


def test_a_cookies_circle_is_not_kept(server: Server, tmp_path: Path) -> None:
    def door(connection: object, seen: Seen) -> None:
        if "cookie" in seen.headers:
            reply(connection, STORY)  # type: ignore[arg-type]
        else:
            reply(connection, b"", status="302 Found", Location="/x", Set_Cookie="seen=yes; Path=/")  # type: ignore[arg-type]

    server.handlers["/x"] = door
    with fetcher(tmp_path) as f:
        assert f.fetch(server.url("/x")).is_markup


def test_guard_and_limits_hold_with_a_cache(server: Server, tmp_path: Path) -> None:
    server.handlers |= {"/big": page(b"<p>" + b"x" * 100_000), "/inside": to("http://10.0.0.1/")}
    limits = FetchLimits(wire_bytes=50_000, bytes=50_000)
    with fetcher(tmp_path, limits=limits) as f:
        with pytest.raises(TooLarge):
            f.fetch(server.url("/big"))
        with pytest.raises(ForbiddenAddress):
            f.fetch(server.url("/inside"))
        with pytest.raises(ForbiddenAddress):
            f.fetch(server.url("/inside"))
    with Fetcher(network=Network(), cache=tmp_path) as f, pytest.raises(ForbiddenAddress):
        f.fetch(f"http://127.0.0.1:{server.port}/big")


def test_a_page_that_is_kept_waits_for_no_turn(server: Server, tmp_path: Path) -> None:
    server.handlers["/x"] = page()
    with Fetcher(network=loopback(), manners=Manners(delay=60, robots=False), cache=tmp_path) as f:
        for _ in range(3):
            f.fetch(server.url("/x"))
    assert len(server.seen) == 1


def test_nothing_in_it_is_a_pickle(server: Server, tmp_path: Path) -> None:
    server.handlers["/x"] = page()
    with fetcher(tmp_path) as f:
        f.fetch(server.url("/x"))
    with sqlite3.connect(tmp_path / "pages.sqlite") as database:
        (value,) = database.execute("SELECT value FROM responses").fetchone()
    database.close()
    assert isinstance(value, str)
    assert value.lstrip().startswith("{")


@pytest.mark.parametrize("value", ["", "{", "[]", '{"status_code": "x"}', b"\x80\x04."])
def test_a_broken_entry_is_asked_for_anew(value: str | bytes, server: Server, tmp_path: Path) -> None:
    server.handlers["/x"] = page()
    with fetcher(tmp_path) as f:
        f.fetch(server.url("/x"))
    with sqlite3.connect(tmp_path / "pages.sqlite") as database:
        database.execute("UPDATE responses SET value = ?", (value,))
    database.close()
    with fetcher(tmp_path) as f:
        assert f.fetch(server.url("/x")).utf8 == STORY.encode()
    assert len(server.seen) == 2


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadSetting, match="cannot be a cache"):
        Fetcher(cache=tmp_path / "file")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "requests_cache", None)
    with pytest.raises(MissingExtra, match=r"pip install 'cleanscrape\[cache\]'"):
        Fetcher(cache=tmp_path)
