from __future__ import annotations

import json
from pathlib import Path

import pytest
from misbehaving import STORY, Server, page, raw, to

from cleanscrape import Extractor
from cleanscrape.cli import BAD_USE, FAILED, NO_ARTICLE, OK, run
from cleanscrape.cli.saving import file_name

MENU = "<html><body><nav><a href='/'>Home</a> <a href='/x'>World</a></nav></body></html>"
HEADLINE = "Ferry stays in port\n"


@pytest.fixture
def site(server: Server) -> Server:
    server.handlers |= {
        "/a": page(),
        "/b": page(STORY.replace("stays in port", "sails again")),
        "/moved": to("/a"),
        "/menu": page(MENU),
        "/broken": raw(),
        "/private": page(),
        "/robots.txt": page("User-agent: *\nDisallow: /private\n"),
        "/front": page(STORY.replace("</head>", "<link rel=alternate type=application/rss+xml href=/feed></head>")),
        "/feed": page("<rss><item><title>A</title><link>/a</link><pubDate>Wed, 08 May 2024 09:00:00 GMT</pubDate>"
                      "</item>"
                      "<item><link>/b</link></item></rss>"),
    }  # fmt: skip
    return server


def fetching(server: Server, *paths: str) -> list[str]:
    """These paths of the server, and files by their names."""
    urls = [path if Path(path).is_file() else f"http://127.0.0.1:{server.port}{path}" for path in paths]
    return [*urls, "--allow", "127.0.0.1", "--delay", "0"]


def test_one_address(site: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*fetching(site, "/moved"), "--only", "headline"]) == OK
    assert capsys.readouterr() == (HEADLINE, "")
    assert site.paths() == ["/robots.txt", "/moved", "/a"]


def test_several_in_their_order(site: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved = tmp_path / "page.html"
    saved.write_text(STORY)
    assert run([*fetching(site, "/b", "/a", str(saved)), "--only", "headline"]) == OK
    out, err = capsys.readouterr()
    base = f"http://127.0.0.1:{site.port}"
    assert out == (
        f"==> {base}/b <==\nFerry sails again\n\n==> {base}/a <==\n{HEADLINE}\n==> {saved} <==\n{HEADLINE}\n"
    )
    assert err == ""


def test_one_that_fails_does_not_stop_the_rest(site: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*fetching(site, "/private", "/a", "/menu", "/nothing"), "--only", "headline"]) == FAILED
    out, err = capsys.readouterr()
    assert HEADLINE in out
    lines = err.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("cleanscrape: http://127.0.0.1:") for line in lines)
    assert "robots.txt has no cleanscrape read it" in lines[0]
    assert "/menu: the page is no article" in lines[1]
    assert "status 404" in lines[2]


def test_exit_codes(site: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(fetching(site, "/menu")) == NO_ARTICLE
    assert run(fetching(site, "/menu", "/a")) == NO_ARTICLE
    assert run(fetching(site, "/nothing")) == FAILED
    assert run([*fetching(site, "/a"), "no-such-file.html"]) == FAILED
    assert run([*fetching(site, "/a"), "--offline"]) == BAD_USE
    assert run([*fetching(site, "/a"), "--allow", "a b"]) == BAD_USE
    assert run([*fetching(site, "/a"), "--contact", "a\nb"]) == BAD_USE
    assert run(["feeds", *fetching(site, "/menu")]) == FAILED
    assert "Traceback" not in capsys.readouterr().err


def test_json_is_a_line_a_page(site: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*fetching(site, "/a", "/b"), "--format", "json"]) == OK
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["headline"] for line in lines] == ["Ferry stays in port", "Ferry sails again"]


def test_all_to_one_file(site: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "out.jsonl"
    assert run([*fetching(site, "/a", "/b"), "--format", "json", "--output", str(path)]) == OK
    assert len(path.read_text().splitlines()) == 2
    assert capsys.readouterr().out == ""


def test_pages_are_kept_as_they_were_fetched(site: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = STORY.replace("©", "\xa9").encode("windows-1252")
    site.handlers["/2024/a tale.html"] = site.handlers["/2024/a%20tale.html"] = page(
        body, Content_Type="text/html; charset=windows-1252"
    )
    assert run([*fetching(site, "/2024/a tale.html", "/menu"), "--save", str(tmp_path)]) == NO_ARTICLE
    capsys.readouterr()
    files = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*") if path.is_file())
    assert len(files) == 4
    assert all(name.startswith("127.0.0.1/") for name in files)
    assert files[0].startswith("127.0.0.1/2024-a-20tale-html-") or files[0].startswith("127.0.0.1/2024-a-tale-html-")
    kept = next(path for path in tmp_path.rglob("2024*.html"))
    assert kept.read_bytes() == body
    facts = json.loads(kept.with_suffix(".json").read_text())
    assert facts["status"] == 200
    assert facts["charset"] == "windows-1252"
    assert facts["at"].endswith(("Z", "+00:00"))
    article = Extractor().extract(kept.read_bytes(), facts["url"], charset=facts["headers"]["Content-Type"])
    assert article.headline == "Ferry stays in port"


@pytest.mark.parametrize(
    ("url", "start"),
    [
        ("https://example.org/", "index-"),
        ("https://example.org/../../etc/passwd", "etc-passwd-"),
        ("https://example.org/" + "long/" * 99, "long-long-"),
        ("https://example.org/%2e%2e%2fx?id=1", "x-"),
        ("https://example.org/ü/世界", "index-"),
    ],
)
def test_names_of_files(url: str, start: str) -> None:
    name = file_name(url)
    assert name.startswith(start)
    assert len(name) <= 80
    assert not set(name) & set("/\\.:")
    assert file_name(url + "?id=2") != name


def test_a_cache_and_offline(site: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cache = ["--cache", str(tmp_path), "--only", "headline"]
    assert run([*fetching(site, "/a"), *cache]) == OK
    asked = len(site.seen)
    assert run([*fetching(site, "/a"), *cache, "--offline"]) == OK
    assert capsys.readouterr().out == HEADLINE * 2
    assert run([*fetching(site, "/b"), *cache, "--offline"]) == FAILED
    assert "is not in the cache, and we are offline" in capsys.readouterr().err
    assert len(site.seen) == asked


def test_ignoring_robots_warns(site: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*fetching(site, "/private"), "--ignore-robots", "--only", "headline"]) == OK
    out, err = capsys.readouterr()
    assert out == HEADLINE
    assert err == "cleanscrape: robots.txt is not read: make sure that you may read these pages\n"
    assert site.paths() == ["/private"]


def test_who_we_say_we_are(site: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*fetching(site, "/a"), "--contact", "https://example.org/us"]) == OK
    assert capsys.readouterr().out
    assert site.seen[-1].headers["user-agent"].endswith("(+https://example.org/us)")


def test_no_password_is_printed(site: Server, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = fetching(site, "/nothing", "/menu", "/a")
    secret = [argument.replace("http://", "http://zelda:secret@") for argument in arguments]
    assert run(secret) == FAILED
    out, err = capsys.readouterr()
    assert "secret" not in out + err
    assert "zelda" not in out + err


def test_feeds(site: Server, capsys: pytest.CaptureFixture[str]) -> None:
    base = f"http://127.0.0.1:{site.port}"
    for start in ("/feed", "/front"):
        assert run(["feeds", *fetching(site, start)]) == OK
        assert capsys.readouterr().out == f"{base}/a\n{base}/b\n"
    assert run(["feeds", *fetching(site, "/feed"), "--details", "--limit", "1"]) == OK
    assert capsys.readouterr().out == f"{base}/a\t2024-05-08T09:00:00+00:00\tA\n"
    assert run(["feeds", *fetching(site, "/feed"), "--json"]) == OK
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert first == {"url": f"{base}/a", "published": "2024-05-08T09:00:00Z", "title": "A", "source": f"{base}/feed"}
