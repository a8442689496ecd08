from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from cleanscrape.article import (
    Access,
    Article,
    Author,
    Block,
    Byline,
    Dateline,
    Image,
    Link,
    ProfileUse,
    Removed,
    Source,
    Tier,
    Timestamp,
)
from cleanscrape.label import BODY, BOILERPLATE
from cleanscrape.render.json import render_json
from cleanscrape.render.schema import REFINED, json_schema

DOCUMENTED = Path(__file__).parent.parent / "docs" / "article.schema.json"
COMMAND = "python -m cleanscrape.render.schema > docs/article.schema.json"

FULL = Article(
    url="https://example.org/a",
    canonical_url="https://example.org/a",
    headline="Quay opens",
    dek="Boats run again.",
    description="A report.",
    byline=Byline(
        "By Nora Lind", authors=(Author("Nora Lind", url=None, role="Editor"),), organisations=("Nordpress",)
    ),
    dateline=Dateline("OSTHAVEN, May 6", location="OSTHAVEN", agencies=("Nordpress",), date="--05-06"),
    published=Timestamp(dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.UTC), raw="May 6", source="meta"),
    modified=Timestamp(dt.date(2024, 5, 7)),
    body=tuple(
        Block(kind, text="One.", level=1, links=(Link("https://example.org/", "One"),)) for kind in sorted(BODY)
    ),
    images=(Image("https://example.org/1.jpg", alt="A boat", is_lead=True),),
    section="Harbour",
    breadcrumbs=("News",),
    tags=("boats",),
    language="en",
    site="Post",
    publisher="Media",
    license="CC",
    access=Access.FREE,
    kind="liveblog",
    confidence=0.5,
    pages=("https://example.org/a?p=2",),
    removed=tuple(Removed(kind, text="No.", rule="rules.x") for kind in sorted(BOILERPLATE)),
    sources={"headline": Source("meta")},
    profile=ProfileUse(Tier.TESTED, name="post"),
    warnings=("Too short.",),
)


@pytest.fixture(scope="module")
def validator() -> Any:
    return Draft202012Validator(json_schema(), format_checker=FormatChecker())


def test_the_documented_schema_is_the_codes() -> None:
    assert json.loads(DOCUMENTED.read_text(encoding="utf-8")) == json_schema(), f"run: {COMMAND}"


def test_the_command_writes_the_documented_schema() -> None:
    command = [sys.executable, "-W", "error", "-m", "cleanscrape.render.schema"]
    written = subprocess.run(command, capture_output=True, check=True)
    assert written.stdout == DOCUMENTED.read_bytes(), f"run: {COMMAND}"
    assert written.stderr == b""


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("article", [Article(), FULL], ids=["empty", "full"])
def test_a_rendered_article_keeps_to_it(validator: Any, article: Article) -> None:
    validator.validate(json.loads(render_json(article)))


def test_it_names_every_field() -> None:
    definitions = json_schema()["$defs"]
    for kind in (Article, Author, Block, Byline, Dateline, Image, Link, ProfileUse, Removed, Source, Timestamp):
        names = [field.name for field in dataclasses.fields(kind)]
        assert list(definitions[kind.__name__]["properties"]) == names == definitions[kind.__name__]["required"]


def test_every_refined_field_is_a_field() -> None:
    assert all(name in {field.name for field in dataclasses.fields(kind)} for kind, name in REFINED)


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("headline", 1),
        ("tags", "boats"),
        ("tags", [None]),
        ("access", "open"),
        ("confidence", 1.5),
        ("published", "2024-05-06"),
        ("published", {"value": "6 May", "raw": "", "source": ""}),
        ("published", {"value": 20240506, "raw": "", "source": ""}),
        ("byline", {"raw": "By Nora Lind"}),
        ("body", [{"kind": "footer", "text": "", "level": 0, "ordinal": None, "links": [], "html": ""}]),
        ("body", [{"kind": "list", "text": "", "level": -1, "ordinal": None, "links": [], "html": ""}]),
        ("removed", [{"kind": "paragraph", "text": "", "links": [], "path": None, "rule": "x"}]),
        ("dateline", {"raw": "OST", "location": None, "agencies": [], "date": "May 6", "reporter": None}),
        ("sources", {"headline": "meta"}),
        ("profile", {"tier": "best", "name": None, "layout": None}),
    ],
)
def test_what_is_no_article_is_refused(validator: Any, member: str, value: object) -> None:
    data = json.loads(render_json(FULL))
    assert validator.is_valid(data)
    assert not validator.is_valid({**data, member: value})


@pytest.mark.parametrize("date", ["2020-04-29", "--04-29", "---29", None])
def test_a_datelines_day_may_be_partial(validator: Any, date: str | None) -> None:
    validator.validate(json.loads(render_json(Article(dateline=Dateline("OST", date=date)))))


@pytest.mark.parametrize("member", [field.name for field in dataclasses.fields(Article)])
def test_every_field_must_be_there(validator: Any, member: str) -> None:
    data = json.loads(render_json(FULL))
    del data[member]
    assert not validator.is_valid(data)


def test_the_reference_has_a_row_for_every_field_in_order() -> None:
    reference = DOCUMENTED.with_name("article.md").read_text(encoding="utf-8")
    table = reference.partition("## All fields")[2].partition("## Body")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == [field.name for field in dataclasses.fields(Article)]
