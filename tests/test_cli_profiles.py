from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from invented import HOST, renamed, story, url
from test_profile_reference import ROOT, SHIPPED

from cleanscrape.cli import BAD_USE, FAILED, OK, run
from cleanscrape.cli.profiles import BROKEN, DEGRADED
from cleanscrape.page import Page
from cleanscrape.profile import load

FIXTURES = str(ROOT / "tests" / "fixtures")


@pytest.fixture
def saved(tmp_path: Path) -> list[str]:
    files = []
    for number in range(3):
        file = tmp_path / f"{number}.html"
        file.write_text(story(number), encoding="utf-8")
        files.append(str(file))
    return files


@pytest.fixture
def profile(saved: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    file = tmp_path / f"{HOST}.toml"
    assert run(["learn", *saved[:2], "--url", url(0), "--url", url(1), "-o", str(file)]) == OK
    capsys.readouterr()
    return str(file)


def test_learn_prints_toml(saved: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["learn", saved[0]]) == OK  # its address is the canonical one
    out = capsys.readouterr().out
    assert f'hosts = ["{HOST}"]' in out
    assert out.startswith("# unsure: one page alone")


def test_learn_writes_a_profile_that_loads(profile: str) -> None:
    assert load(profile).layouts[0].body[0].source == "div.story-text"


def test_learn_says_what_is_wrong(saved: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["learn", saved[0], "nowhere.html"]) == BAD_USE
    assert run(["learn", *saved, "--url", url(0)]) == BAD_USE
    assert "give --url once for each of them" in capsys.readouterr().err
    Path(saved[0]).write_text("<p>Nothing</p>", encoding="utf-8")
    assert run(["learn", saved[0]]) == FAILED
    assert "none of the pages is an article" in capsys.readouterr().err


def test_check_is_healthy(profile: str, saved: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(profile, saved[2], url(2)) == OK
    out = capsys.readouterr().out
    assert HOST in out
    assert "healthy" in out


def checked(profile: str, page: str, address: str, *more: str) -> int:
    with pytest.raises(SystemExit) as exit_code:
        run(["profiles", "check", profile, "--page", page, "--url", address, *more])
    return int(exit_code.value.code or 0)


def test_check_says_how_bad_it_is(profile: str, saved: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path(saved[2]).write_text(renamed(story(2)), encoding="utf-8")
    assert checked(profile, saved[2], url(2)) == BROKEN
    assert "the design has changed" in capsys.readouterr().out
    Path(saved[2]).write_text(story(2).replace("story-headline", "t"), encoding="utf-8")
    assert checked(profile, saved[2], url(2), "--verbose") == DEGRADED
    assert "article.headline = 'h1.story-headline': on 0 of 1 pages, 0 matches" in capsys.readouterr().out


def test_pages_may_be_given_by_address(
    profile: str, saved: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def fetch(address: str) -> Page:
        asked.append(address)
        return Page(story(2), address)

    monkeypatch.setattr(sys.modules["cleanscrape.fetch"], "fetch", fetch)
    with pytest.raises(SystemExit) as exit_code:
        run(["profiles", "check", profile, "--page", url(2), "--page", saved[0], "--url", url(0), "--json"])
    assert exit_code.value.code == OK
    (health,) = json.loads(capsys.readouterr().out)
    assert [page["name"] for page in health["pages"]] == [url(2), url(0)]
    assert asked == [url(2)]


def test_check_as_json(profile: str, saved: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(profile, saved[2], url(2), "--json") == OK
    (health,) = json.loads(capsys.readouterr().out)
    assert (health["site"], health["verdict"]) == (HOST, "healthy")
    assert health["pages"][0]["layout"] == "article"
    assert {"key", "source", "pages", "found", "matches"} == set(health["selectors"][0])


def test_check_of_all_fixtures(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_code:
        run(["profiles", "check", "--fixtures", FIXTURES])
    assert exit_code.value.code == OK
    assert "urdupoint.com" in capsys.readouterr().out


def test_a_field_that_is_not_as_expected_degrades(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "urdupoint.com" / "article"
    shutil.copytree(Path(FIXTURES) / "urdupoint.com" / "article", case)
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    (case / "expected.json").write_text(json.dumps({**expected, "section": "Tides"}), encoding="utf-8")
    with pytest.raises(SystemExit) as exit_code:
        run(["profiles", "check", "--fixtures", str(tmp_path)])
    assert exit_code.value.code == DEGRADED
    assert "urdupoint.com/article: not as expected: section: look at the page" in capsys.readouterr().out


def test_check_without_pages_is_bad_use(profile: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["profiles", "check", profile, "--fixtures", str(tmp_path)]) == BAD_USE
    assert run(["profiles", "check", "--fixtures", str(tmp_path)]) == BAD_USE
    assert run(["profiles", "check", "nowhere.example"]) == BAD_USE
    assert "there is no profile for nowhere.example" in capsys.readouterr().err


def test_list_and_show(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["profiles", "list"]) == OK
    assert "urdupoint.com\tUrduPoint\ttested\turdu, news_article\n" in capsys.readouterr().out
    assert run(["profiles", "show", "www.urdupoint.com"]) == OK
    out = capsys.readouterr().out
    assert out.startswith("# ")
    assert 'id = "news_article"' in out


def test_lint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["profiles", "lint", str(SHIPPED)]) == OK
    bad = tmp_path / "example.com.toml"
    bad.write_text('name = "A"\nhosts = ["example.com"]\n[[layouts]]\nid = "a"\nbody = "div["\n', encoding="utf-8")
    with pytest.raises(SystemExit) as exit_code:
        run(["profiles", "lint", str(SHIPPED), str(bad)])
    assert exit_code.value.code == FAILED
    out, err = capsys.readouterr()
    assert "UrduPoint: 2 layouts, tier tested" in out
    assert "layouts[0].body" in err
