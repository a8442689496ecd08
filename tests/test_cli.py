from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import cleanscrape
from cleanscrape.cli import BAD_USE, FAILED, NO_ARTICLE, OK, run

PAGE = str(Path(__file__).parent / "fixtures" / "urdupoint.com" / "article" / "page.html")
URL = "https://www.urdupoint.com/en/world/harbour-council-906868.html"
HEADLINE = "Harbour Council Of Velmora Says Impossible To Name Day When Ferry Ban Ends"


def test_prints_what_a_person_reads(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([PAGE, "--url", URL]) == OK
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0] == HEADLINE
    assert lines[2:5] == [
        "By Ilsa Tamber",
        "Published 2020-04-28T15:32:00+05:00",
        "VELMORA (UrduPoint News / Sputnik - 28th April, 2020)",
    ]
    assert lines[6].startswith("It is impossible to name the day")
    assert "Recent Stories" not in out
    assert err == ""


@pytest.mark.parametrize(
    ("form", "start"),
    [("markdown", f"# {HEADLINE}"), ("html", "<article"), ("json", '{\n  "url"'), ("jsonld", '{\n  "@context"')],
)
def test_formats(form: str, start: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([PAGE, "--url", URL, "--format", form]) == OK
    assert capsys.readouterr().out.startswith(start)


@pytest.mark.parametrize(
    ("field", "printed"),
    [
        ("headline", f"{HEADLINE}\n"),
        ("authors", "Ilsa Tamber\n"),
        ("byline", "Ilsa Tamber\n"),
        ("published", "2020-04-28T15:32:00+05:00\n"),
        ("dateline", "VELMORA (UrduPoint News / Sputnik - 28th April, 2020)\n"),
        ("tags", "Speaker\nVelmora\nApril\nHarbour\n"),
        ("license", "\n"),
    ],
)
def test_one_field(field: str, printed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([PAGE, "--url", URL, "--only", field]) == OK
    assert capsys.readouterr().out == printed


def test_one_field_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([PAGE, "--url", URL, "--only", "dateline", "--format", "json"]) == OK
    assert json.loads(capsys.readouterr().out)["agencies"] == ["UrduPoint News", "Sputnik"]


def test_the_rest_of_the_page_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([PAGE, "--url", URL, "--removed"]) == OK
    out = capsys.readouterr().out
    assert "[recent-stories]\nRecent Stories\n" in out
    assert "[link-farm]\nSite Links:" in out


def test_writes_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "out.txt"
    assert run([PAGE, "--url", URL, "--only", "headline", "--output", str(path)]) == OK
    assert path.read_text() == f"{HEADLINE}\n"
    assert capsys.readouterr().out == ""


def test_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(PAGE).read_bytes())))
    assert run(["-", "--url", URL, "--only", "headline"]) == OK
    assert capsys.readouterr().out == f"{HEADLINE}\n"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["no-such-file.html"], BAD_USE, "there is no file no-such-file.html"),
        (
            ["https://example.org/x", "--url", "https://example.org/x"],
            BAD_USE,
            "--url is the address of one saved page",
        ),
        (["http://127.0.0.1:8999/x"], FAILED, "127.0.0.1 is refused: the address is loopback"),
        (["explain", "https://example.org/x"], BAD_USE, "https://example.org/x --save DIR keeps it as one"),
        ([PAGE, "--format", "pdf"], BAD_USE, "'pdf' is not one of"),
        ([PAGE, "--only", "colour"], BAD_USE, "'colour' is not one of"),
        ([PAGE, "--profile", "no-such.toml"], FAILED, "no-such.toml"),
    ],
)
def test_bad_use(arguments: list[str], code: int, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("cleanscrape: ")
    assert message in err
    assert err.count("\n") == 1


def test_no_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "menu.html"
    path.write_text("<html><body><nav><a href='/'>Home</a> <a href='/x'>World</a></nav></body></html>")
    assert run([str(path)]) == NO_ARTICLE
    assert capsys.readouterr().err.startswith("cleanscrape: the page is no article")


def test_a_traceback_only_with_debug(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text("")
    assert run([str(path)]) == FAILED
    with pytest.raises(Exception, match="empty"):
        run([str(path), "--debug"])


def test_generic_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([PAGE, "--url", URL, "--profile", "none", "--only", "headline"]) == OK
    assert capsys.readouterr().out == f"{HEADLINE}\n"


def test_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "cleanscrape", "--version"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stdout == f"cleanscrape, version {cleanscrape.__version__}\n"
