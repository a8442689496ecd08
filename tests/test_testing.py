"""The pytest plugin: one test a field a page, from a project's own folders."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cleanscrape
from cleanscrape.fixture import Case, cases_in

FIXTURES = Path(__file__).parent / "fixtures"
SETTINGS = """
[pytest]
addopts = -p cleanscrape.testing -p no:cacheprovider
cleanscrape_fixtures = pages
cleanscrape_profiles = sites
"""
PROFILE = """
name = "The Example"
hosts = ["example.org"]

[[layouts]]
id = "story"
headline = "h2.own"
body = "div.own"
"""
PAGE = """<!doctype html><title>Not this</title><h1>Nor this one here</h1><h2 class=own>Rain stops play</h2>
<div class=own><p>The match at the river ground was called off on Monday after three hours of rain, said the club.</p>
<p>Spectators were told to keep their tickets, which stay good for the replay in the second week of June.</p></div>"""
LISTING = "<html><title>World</title><ul>" + "<li><a href='/a'>A story</a></li>" * 20 + "</ul></html>"


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.setenv("PYTHONPATH", str(Path(cleanscrape.__file__).parents[1]))
    pytester.makeini(SETTINGS)
    profiles = pytester.mkdir("sites")
    (profiles / "example.org.toml").write_text(PROFILE)
    return pytester


def add(project: pytest.Pytester, name: str, page: str, **expected: object) -> Case:
    folder = project.path / "pages" / "example.org" / name
    folder.mkdir(parents=True)
    (folder / "page.html").write_text(page)
    from cleanscrape.fixture.case import profiles_in

    case = Case(folder, profiles_in(project.path / "sites"))
    case.write({**case.found("https://example.org/story"), **expected})
    return case


def test_one_test_a_field_by_the_projects_own_profile(project: pytest.Pytester) -> None:
    case = add(project, "story", PAGE)
    assert case.expected is not None
    assert case.expected["headline"] == "Rain stops play"
    result = project.runpytest("-v")
    result.assert_outcomes(passed=20)
    result.stdout.fnmatch_lines(["*example.org/story @ headline PASSED*"])


def test_a_field_that_differs_fails_with_a_diff_and_the_command(project: pytest.Pytester) -> None:
    add(project, "story", PAGE, headline="Sun stops play")
    result = project.runpytest()
    result.assert_outcomes(passed=19, failed=1)
    result.stdout.fnmatch_lines(
        [
            "*headline is not as expected",
            '-*"Sun stops play"',
            '+*"Rain stops play"',
            "*cleanscrape fixture update *",
        ]
    )


def test_a_missing_expectation_fails_and_names_the_command(project: pytest.Pytester) -> None:
    case = add(project, "story", PAGE)
    (case.folder / "expected.json").unlink()
    result = project.runpytest()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*has no expectation*cleanscrape fixture update *story --url URL"])


def test_a_field_that_is_not_expected_fails(project: pytest.Pytester) -> None:
    case = add(project, "story", PAGE)
    expected = dict(case.expected or {})
    del expected["tags"]
    case.write(expected)
    result = project.runpytest()
    result.assert_outcomes(passed=19, failed=1)
    result.stdout.fnmatch_lines(["*says nothing of tags*"])


def test_a_page_that_is_no_article_must_give_its_error(project: pytest.Pytester) -> None:
    case = add(project, "listing", LISTING)
    assert case.expected is not None
    assert case.expected["error"] == "NotAnArticle"
    project.runpytest().assert_outcomes(passed=2)
    case.write({**case.expected, "kind": "product"})
    result = project.runpytest()
    result.assert_outcomes(passed=1, failed=1)


def test_an_article_where_an_error_is_expected_fails(project: pytest.Pytester) -> None:
    case = add(project, "story", PAGE)
    case.write({"url": "https://example.org/story", "error": "NotAnArticle", "kind": "product"})
    result = project.runpytest()
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(["*an article ('Rain stops play') came, not NotAnArticle*"])


def test_an_expectation_that_is_no_json_fails(project: pytest.Pytester) -> None:
    case = add(project, "story", PAGE)
    (case.folder / "expected.json").write_text("{")
    result = project.runpytest()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*expected.json is no JSON*"])


def test_other_pages_are_left_alone_and_the_plugin_sleeps_unless_asked(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(cleanscrape.__file__).parents[1]))
    (pytester.mkdir("elsewhere") / "page.html").write_text(PAGE)
    pytester.runpytest("-p", "cleanscrape.testing").assert_outcomes()
    pytester.makepyfile("def test_it(): import sys; assert 'cleanscrape' not in sys.modules")
    pytester.runpytest_subprocess().assert_outcomes(passed=1)


def test_this_projects_own_pages_are_collected(request: pytest.FixtureRequest) -> None:
    assert request.config.pluginmanager.hasplugin("cleanscrape.testing")
    cases = cases_in(FIXTURES)
    assert len(cases) >= 2
    assert all((case.folder / "expected.json").is_file() for case in cases)
    assert all(json.loads((case.folder / "expected.json").read_text("utf-8"))["url"] for case in cases)
