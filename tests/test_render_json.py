from __future__ import annotations

import dataclasses
import datetime as dt
import json
from types import MappingProxyType

import pytest

from cleanscrape.article import Access, Article, Block, Link, ProfileUse, Removed, Source, Tier, Timestamp
from cleanscrape.render.json import render_json


def test_an_empty_article_has_every_field_in_order() -> None:
    assert render_json(Article()) == (
        '{"url":null,"canonical_url":null,"headline":null,"dek":null,"description":null,"byline":null,'
        '"dateline":null,"published":null,"modified":null,"body":[],"images":[],"section":null,"breadcrumbs":[],'
        '"tags":[],"language":null,"site":null,"publisher":null,"license":null,"access":"unknown","kind":"article",'
        '"confidence":1.0,"pages":[],"removed":[],"sources":{},"profile":{"tier":"generic","name":null,"layout":null},'
        '"warnings":[]}'
    )
    assert list(json.loads(render_json(Article()))) == [field.name for field in dataclasses.fields(Article)]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (dt.date(2024, 5, 6), "2024-05-06"),
        (dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.UTC), "2024-05-06T07:08:09Z"),
        (dt.datetime(2024, 5, 6, 7, 8, tzinfo=dt.timezone(dt.timedelta(hours=5.5))), "2024-05-06T07:08:00+05:30"),
    ],
)
def test_a_timestamp(value: dt.date, written: str) -> None:
    data = json.loads(render_json(Article(published=Timestamp(value, raw="May 6", source="meta"))))
    assert data["published"] == {"value": written, "raw": "May 6", "source": "meta"}


def test_the_parts() -> None:
    article = Article(
        body=(
            Block("list", text="Å", level=1, ordinal=2, links=(Link("https://example.org/", "Å"),), html="<b>Å</b>"),
        ),
        removed=(Removed("footer", text="©", path="body > footer", rule="rules.footer"),),
        access=Access.METERED,
        profile=ProfileUse(Tier.TESTED, name="post", layout="new"),
    )
    data = json.loads(render_json(article))
    assert data["body"] == [
        {
            "kind": "list",
            "text": "Å",
            "level": 1,
            "ordinal": 2,
            "links": [{"url": "https://example.org/", "text": "Å"}],
            "html": "<b>Å</b>",
        }
    ]
    assert data["removed"] == [
        {"kind": "footer", "text": "©", "links": [], "path": "body > footer", "rule": "rules.footer"}
    ]
    assert data["access"] == "metered"
    assert data["profile"] == {"tier": "tested", "name": "post", "layout": "new"}


def test_the_keys_of_a_mapping_are_sorted() -> None:
    one, two = Source("meta", evidence="og:title"), Source("rules.dek")
    written = render_json(Article(sources={"headline": one, "dek": two}))
    assert written == render_json(Article(sources=MappingProxyType({"dek": two, "headline": one})))
    assert (
        '"sources":{"dek":{"by":"rules.dek","evidence":""},"headline":{"by":"meta","evidence":"og:title"}}' in written
    )


def test_text_is_written_as_it_is() -> None:
    assert '"headline":"Å א 😀"' in render_json(Article(headline="Å א 😀"))


def test_indented() -> None:
    written = render_json(Article(tags=("a",)), indent=2)
    assert written.startswith('{\n  "url": null,\n')
    assert json.loads(written) == json.loads(render_json(Article(tags=("a",))))


@pytest.mark.parametrize("indent", [0, 2])
def test_a_lone_surrogate_can_be_encoded(indent: int) -> None:
    article = Article(
        headline="a\ud83d",
        published=Timestamp(dt.date(2024, 5, 6)),
        sources=MappingProxyType({"b\udc00": Source("x"), "a": Source("y")}),
    )
    data = json.loads(render_json(article, indent=indent).encode())
    assert data["headline"] == "a\ufffd"
    assert data["published"]["value"] == "2024-05-06"
    assert list(data["sources"]) == ["a", "b\ufffd"]


def test_a_value_that_is_no_data_is_refused() -> None:
    with pytest.raises(NotImplementedError, match="holds no object"):
        render_json(Article(sources={"a": object()}))  # type: ignore[dict-item]
