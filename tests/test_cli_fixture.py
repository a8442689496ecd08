"""`cleanscrape fixture add` and `cleanscrape fixture update`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleanscrape.cli import commands

URL = "https://www.urdupoint.com/en/world/harbour-council-906868.html"
PAGE = str(Path(__file__).parent / "fixtures" / "urdupoint.com" / "article" / "page.html")


def run(*arguments: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(commands, ["fixture", *arguments], input=answer)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "pages"


def test_add_writes_a_page_with_invented_words_and_its_expectation(folder: Path) -> None:
    result = run("add", PAGE, "--url", URL, "--folder", str(folder), "--yes")
    assert result.exit_code == 0, result.output
    case = folder / "urdupoint.com" / "article"
    assert "Velmora" not in (case / "page.html").read_text("utf-8")
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    assert expected["url"].startswith("https://www.urdupoint.com/en/")
    assert expected["profile"]["layout"] == "news_article"
    assert f'+ "headline": "{expected["headline"]}"' in result.output
    assert "every label, every field" in result.output


def test_add_writes_nothing_without_a_yes(folder: Path) -> None:
    result = run("add", PAGE, "--url", URL, "--folder", str(folder), answer="n\n")
    assert "Write " in result.output
    assert "written" not in result.output
    assert not list(folder.rglob("*.*"))
    result = run("add", PAGE, "--url", URL, "--folder", str(folder), answer="y\n")
    assert result.output.rstrip().endswith("article: written")


def test_add_finds_a_free_name_and_overwrites_none(folder: Path) -> None:
    for _ in range(2):
        run("add", PAGE, "--url", URL, "--folder", str(folder), "--yes")
    assert sorted(path.name for path in (folder / "urdupoint.com").iterdir()) == ["article", "article-2"]
    run("add", PAGE, "--url", URL, "--folder", str(folder), "--case", "story", "--yes")
    before = (folder / "urdupoint.com" / "story" / "page.html").read_bytes()
    again = run("add", PAGE, "--url", URL, "--folder", str(folder), "--case", "story", "--yes")
    assert again.exit_code != 0
    assert (folder / "urdupoint.com" / "story" / "page.html").read_bytes() == before


def test_update_shows_what_changes_and_writes_it_when_that_is_agreed_to(folder: Path) -> None:
    run("add", PAGE, "--url", URL, "--folder", str(folder), "--yes")
    path = folder / "urdupoint.com" / "article" / "expected.json"
    right = json.loads(path.read_text("utf-8"))
    assert "nothing has changed" in run("update", str(folder)).output
    path.write_text(json.dumps({**right, "headline": "Another"}), "utf-8")
    refused = run("update", str(folder), answer="n\n")
    assert '- "headline": "Another"' in refused.output
    assert json.loads(path.read_text("utf-8"))["headline"] == "Another"
    run("update", str(folder), "--yes")
    assert json.loads(path.read_text("utf-8")) == right


def test_update_asks_for_the_address_that_it_cannot_know(folder: Path) -> None:
    run("add", PAGE, "--url", URL, "--folder", str(folder), "--yes")
    path = folder / "urdupoint.com" / "article" / "expected.json"
    path.unlink()
    result = run("update", str(path.parent), "--yes")
    assert result.exit_code != 0
    assert "--url" in str(result.exception)
    run("update", str(path.parent), "--url", URL, "--yes")
    assert json.loads(path.read_text("utf-8"))["url"] == URL


def test_update_of_an_empty_folder_says_so(folder: Path) -> None:
    folder.mkdir()
    assert "no cases" in str(run("update", str(folder)).exception)


def test_add_says_where_the_profile_does_not_hold(folder: Path, tmp_path: Path) -> None:
    profiles = tmp_path / "profiles"
    profiles.mkdir()
    layout = '[[layouts]]\nid = "old"\nmarkers = "div.gone"\nbody = "div.gone"\n'
    text = f'name = "UrduPoint"\nhosts = ["urdupoint.com"]\n{layout}'
    (profiles / "urdupoint.com.toml").write_text(text, encoding="utf-8")
    result = run("add", PAGE, "--url", URL, "--folder", str(folder), "--profiles", str(profiles), "--yes")
    assert "cleanscrape: profile UrduPoint: no layout's markers are all in the page" in result.output
