"""Headline, byline and day of text captures: small captures of our own. All names are invented."""

from __future__ import annotations

import datetime as dt

import pytest

import cleanscrape

_BODY = "\n".join(
    f"{words} The old mill on the river has stood empty for years, and nobody in the village knew what to do with it."
    for words in (
        "A carpenter came along from the next valley last spring and asked for the key to the door.",
        "He looked at the beams, counted the broken windows and went back to his workshop for a ladder.",
        "Since then there has been light behind the windows again, and on market days people queue for bread.",
        "The council, which had wanted to sell the house to a brewery, has put off its vote until the autumn.",
    )
)
_MENU = "\n".join(("Home", "News", "Sport", "Weather in the valley", "Letters to the editor", "Log in", "Log in"))


def read(*above: str, first: str = "A mill in the valley finds its baker - Example Times") -> cleanscrape.Article:
    return cleanscrape.extract("\n".join((first, _MENU, *above, _BODY, "About us", "Imprint")), profile=None)


@pytest.mark.parametrize(
    ("first", "printed"),
    [
        ("A mill in the valley finds its baker - Example Times", "A mill in the valley finds its baker"),
        ("Mill in the valley finds baker | Business | Example Times", "A mill in the valley finds its baker"),
        ("Example Times", "A mill in the valley finds its baker"),
        ("Finds baker - Example Times", "Finds baker"),
    ],
)
def test_headline_is_the_line_that_reads_as_the_title(first: str, printed: str) -> None:
    assert read(printed, "The village has waited for years.", first=first).headline == printed


def test_headline_is_not_what_the_menu_says_twice() -> None:
    menu = ("Subscribe now for one month", "Subscribe now for one month")
    assert read(*menu, "A mill in the valley finds its baker").headline == "A mill in the valley finds its baker"


@pytest.mark.parametrize(
    "line",
    [
        "By Ilse Brandmoor",
        "Ilse Brandmoor",
        "Ilse Brandmoor Science Editor",
        "Ilse Brandmoor2 minutes ago",
        "Ilse Brandmoor|Published 4 months ago",
        "Qorvinia Brandmoor\n9 May 2022, 10:15",  # no known given name, but the day beside it
    ],
)
def test_byline_runs_into_what_stands_beside_it(line: str) -> None:
    article = read("A mill in the valley finds its baker", line, "Listen", "Share", "Tweet")
    assert [author.split()[-1] for author in article.authors] == ["Brandmoor"]


@pytest.mark.parametrize("line", ["Qorvinia Brandmoor", "Ilse Brandmoor leaves the council", "South Carolina", "Share"])
def test_line_that_names_nobody(line: str) -> None:
    assert read("A mill in the valley finds its baker", line).authors == ()


@pytest.mark.parametrize("line", ["9 May 2022 10:15 (Updated 11:30)", "9 May 2022 Updated at 11:30", "9 May 2022"])
def test_an_hour_of_its_own_makes_no_day_one_of_change(line: str) -> None:
    article = read("A mill in the valley finds its baker", "By Ilse Brandmoor", line)
    assert article.published is not None
    assert article.published.day == dt.date(2022, 5, 9)
    assert read("A mill in the valley finds its baker", "9 May 2022 (updated)").published is None
