"""`cleanscrape explain` on a terminal, in a pipe, and as JSON."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

import cleanscrape
from cleanscrape.cli import BAD_USE, OK, run
from cleanscrape.explain.table import print_report

PAGE = str(Path(__file__).parent / "fixtures" / "urdupoint.com" / "article" / "page.html")
URL = "https://www.urdupoint.com/en/world/harbour-council-906868.html"


def printed(report: cleanscrape.Report, width: int, *, terminal: bool = False) -> str:
    file = io.StringIO()
    console = Console(file=file, width=width, force_terminal=terminal, color_system="standard" if terminal else None)
    print_report(report, console)
    return file.getvalue()


def test_pieces_fields_and_selectors(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", PAGE, "--url", URL]) == OK
    out, err = capsys.readouterr()
    assert err == ""
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[0] == "The page, piece by piece"
    assert lines[2].startswith("0 navigation Skip to main content drop.navigation #skiplink")
    assert any(line.startswith("16 paragraph VELMORA (UrduPoint News") and "div.detail_txt" in line for line in lines)
    assert any(line.startswith("published 2020-04-28T15:32:00+05:00 published") for line in lines)
    assert "license not found" in lines
    assert "urdu.markers div.detail_txt.urdu nothing" in lines
    assert lines[-1] == "Read by the profile UrduPoint, layout news_article; 7 of 46 pieces kept, confidence 1.00"


def test_no_colour_in_a_pipe_and_colour_on_a_terminal(fixture_page: bytes) -> None:
    report = cleanscrape.explain(fixture_page, URL)
    assert "\x1b" not in printed(report, 100)
    assert "\x1b[34mheadline" in printed(report, 100, terminal=True)


@pytest.mark.parametrize("width", [30, 50, 79, 120, 300])
def test_no_line_is_wider_than_the_terminal(fixture_page: bytes, width: int) -> None:
    report = cleanscrape.explain(fixture_page, URL, profile=None)
    tables = printed(report, width).splitlines()[:-1]  # the last line wraps by itself
    assert max(map(len, tables)) <= width
    assert sum("paragraph" in line for line in tables) == 3


def test_a_page_cannot_steer_the_terminal() -> None:
    line = "<p>The keeper of the pier said on day one that the rope would hold until the spring tide came in.</p>"
    page = f"<h1>Rope &#x1b;[2J&#x9b;31m \u202eedit [red]bold[/red] :smile:</h1>{line * 5}"
    out = printed(cleanscrape.explain(page, profile=None), 200)
    assert not {"\x1b", "\x9b", "\u202e"} & set(out)
    assert "[red]bold[/red] :smile:" in out


def test_one_kind_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", PAGE, "--url", URL, "--kind", "comments", "--kind", "share"]) == OK
    pieces = capsys.readouterr().out.split("The fields of the article")[0].splitlines()[2:]
    assert [line.split()[1] for line in pieces] == ["share", "comments"]


def test_json_is_the_report(capsys: pytest.CaptureFixture[str], fixture_page: bytes) -> None:
    assert run(["explain", PAGE, "--url", URL, "--json"]) == OK
    data = json.loads(capsys.readouterr().out)
    report = cleanscrape.explain(fixture_page, URL)
    assert [piece["label"] for piece in data["pieces"]] == [piece.label for piece in report.pieces]
    assert data["profile"] == {"tier": "tested", "name": "UrduPoint", "layout": "news_article"}
    assert data["matches"][0] == {
        "key": "urdu.markers", "selector": "div.news_article > h1", "count": 1, "is_used": False,
    }  # fmt: skip
    assert run(["explain", PAGE, "--url", URL, "--json", "--kind", "comments"]) == OK
    assert [piece["text"] for piece in json.loads(capsys.readouterr().out)["pieces"]] == ["Your Thoughts and Comments"]


def test_html_goes_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str], fixture_page: bytes) -> None:
    path = tmp_path / "page.html"
    assert run(["explain", PAGE, "--url", URL, "--html", str(path)]) == OK
    assert path.read_text(encoding="utf-8") == cleanscrape.render_report(cleanscrape.explain(fixture_page, URL))
    assert capsys.readouterr().out == ""


def test_a_page_that_is_no_article_is_explained_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "menu.html"
    path.write_text("<ul>" + "<li><a href='/rope'>Rope</a>" * 5 + "</ul>")
    assert run(["explain", str(path)]) == OK
    out = capsys.readouterr().out
    assert "unlabelled" in out
    assert "No article: the page is no article" in out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--html", "x.html", "--json"], "leave out --json and --kind"),
        (["--html", "x.html", "--kind", "share"], "leave out --json and --kind"),
        (["--kind", "menu"], "'menu' is not one of"),
    ],
)
def test_bad_use(options: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", PAGE, *options]) == BAD_USE
    assert message in capsys.readouterr().err


def test_rich_is_loaded_only_for_tables() -> None:
    code = (
        "import sys; from cleanscrape.cli import run; "
        f"run(['explain', {PAGE!r}, '--json']); sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
