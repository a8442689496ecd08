"""What a page was read as: the report is read off the same labels as the article."""

from __future__ import annotations

from pathlib import Path

import pytest

import cleanscrape
from cleanscrape.explain.report import REPORTED, UNLABELLED
from cleanscrape.extract import Lookup
from cleanscrape.label import BODY, Label
from cleanscrape.profile import loads

URL = "https://www.urdupoint.com/en/world/harbour-council-906868.html"
LINKS = "<ul>" + "<li><a href='/rope'>Rope</a>" * 5 + "</ul>"
BROKEN = """
name = "Strict"
hosts = ["urdupoint.com"]
[[layouts]]
id = "story"
markers = "div.news_article"
headline = ["h2.gone", "div.news_article > h1"]
body = "div.detail_txt"
[contract]
min_paragraphs = 50
"""


@pytest.fixture
def report(fixture_page: bytes) -> cleanscrape.Report:
    return cleanscrape.explain(fixture_page, URL)


@pytest.mark.parametrize("profile", [cleanscrape.AUTO, None], ids=["profile", "generic"])
def test_its_labels_are_those_of_the_article(fixture_page: bytes, profile: Lookup | None) -> None:
    article = cleanscrape.extract(fixture_page, URL, profile=profile)
    report = cleanscrape.explain(fixture_page, URL, profile=profile)
    raw = article.dateline.raw if article.dateline else ""
    assert raw
    assert [p.text[p.dateline :].strip() for p in report.pieces if p.label in BODY] == [b.text for b in article.body]
    gone = [piece for piece in report.pieces if not piece.is_kept]
    assert "\n".join(piece.text for piece in gone) == "\n".join(part.text for part in article.removed)
    assert {(piece.label, piece.by) for piece in gone} == {(part.kind, part.rule) for part in article.removed}
    assert (report.profile, report.confidence) == (article.profile, article.confidence)


def test_each_field_has_its_witness_and_its_pieces(report: cleanscrape.Report, fixture_page: bytes) -> None:
    sources = cleanscrape.extract(fixture_page, URL).sources
    assert [each.name for each in report.fields] == list(REPORTED)
    assert {each.name: each.by for each in report.fields if each.values} == {
        name: source.by for name, source in sources.items() if name in REPORTED
    }
    fields = {each.name: each for each in report.fields}
    assert fields["published"].values == ("2020-04-28T15:32:00+05:00",)
    assert fields["tags"].values == ("Speaker", "Velmora", "April", "Harbour")
    assert (fields["license"].values, fields["license"].by) == ((), None)
    for each in report.fields:
        assert all(each.name in report.pieces[index].prints for index in each.pieces)
    (headline,) = fields["headline"].pieces
    assert report.pieces[headline].text == report.headline == fields["headline"].values[0]


def test_the_dateline_is_marked_in_its_paragraph(report: cleanscrape.Report) -> None:
    (opening,) = [piece for piece in report.pieces if piece.dateline]
    assert opening.text[: opening.dateline] == "VELMORA (UrduPoint News / Sputnik - 28th April, 2020)"
    assert (opening.label, opening.prints) == ("paragraph", ("dateline",))


def test_a_profiles_label_names_the_selector_that_found_it(report: cleanscrape.Report) -> None:
    said = {piece.text: (piece.label, piece.by, piece.selector, piece.evidence) for piece in report.pieces}
    drop = "UrduPoint/news_article.drop.recent-stories"
    assert said["Recent Stories"] == ("recent-stories", drop, "div.widget:has(> a.relc_box)", "")
    selector = "div.widget:has(> h3:contains('More Stories From'))"
    assert said["More Stories From World"] == ("recent-stories", drop, selector, "")
    body = next(piece for piece in report.pieces if piece.label == "paragraph")
    assert (body.by, body.selector) == ("UrduPoint/news_article.body", "div.detail_txt")


def test_the_generic_way_shows_evidence_and_chances(fixture_page: bytes) -> None:
    report = cleanscrape.explain(fixture_page, URL, profile=None)
    said = {piece.text: piece for piece in report.pieces}
    stories = said["Twelve goats cross the Pell bridge in a storm"]
    assert (stories.by, stories.evidence, stories.selector) == ("rules.sections", "Recent Stories", None)
    assert all(piece.chance is not None and 0 <= piece.chance <= 1 for piece in report.pieces)
    assert min(p.chance or 0 for p in report.pieces if p.label == "paragraph") > max(
        p.chance or 0 for p in report.pieces if p.label in ("recent-stories", "navigation", "footer")
    )
    assert report.matches == ()
    assert report.chance is not None


def test_counts_are_in_the_order_of_labels(report: cleanscrape.Report) -> None:
    assert sum(report.counts.values()) == len(report.pieces)
    assert list(report.counts) == [label for label in Label if label in report.counts]
    assert report.counts["recent-stories"] == 14


def test_a_broken_contract_is_told_and_its_selectors_are_counted(fixture_page: bytes) -> None:
    report = cleanscrape.explain(fixture_page, URL, profile=loads(BROKEN))
    assert report.profile.tier is cleanscrape.Tier.GENERIC
    assert "min_paragraphs = 50: the body has 4" in report.warnings[0]
    assert [(each.key, each.selector, each.count, each.is_used) for each in report.matches] == [
        ("story.markers", "div.news_article", 1, True),
        ("story.headline", "h2.gone", 0, False),
        ("story.headline", "div.news_article > h1", 1, True),
        ("story.body", "div.detail_txt", 1, True),
    ]


def test_a_page_without_running_text_is_explained() -> None:
    report = cleanscrape.explain(LINKS, "https://example.org/")
    assert [(piece.text, piece.label, piece.is_kept) for piece in report.pieces] == [("Rope", UNLABELLED, False)] * 5
    assert report.headline is None
    with pytest.raises(cleanscrape.NotAnArticle) as caught:
        cleanscrape.extract(LINKS, "https://example.org/")
    assert str(caught.value) == report.refusal


def test_a_page_of_another_kind_is_explained() -> None:
    shop = "<nav><a href='/'>Home</a> <a href='/x'>World</a></nav><p>Rope for every boat.</p>"
    report = cleanscrape.explain(shop, "https://example.org/")
    assert report.refusal is not None
    assert report.refusal.startswith("the page is no article: it reads as a listing")
    assert report.chance is not None
    assert report.chance < 0.001


def test_a_capture_is_explained(fixture_capture: str) -> None:
    report = cleanscrape.explain(fixture_capture, URL)
    assert report.profile.layout == "capture"
    assert all(piece.path is None for piece in report.pieces)
    body = [piece for piece in report.pieces if piece.label == "paragraph"]
    assert {piece.by for piece in body} == {"UrduPoint/capture"}
    counts = {(each.key, each.selector): each.count for each in report.matches}
    assert counts["capture.start_after", "*Published *"] == 1
    assert counts["capture.sections", "Recent Stories"] == 1


def test_an_extractor_explains_with_its_own_settings(fixture_page: bytes) -> None:
    extractor = cleanscrape.Extractor(profile=None, limits=cleanscrape.Limits(bytes=100))
    with pytest.raises(cleanscrape.LimitExceeded):
        extractor.explain(fixture_page, URL)
    assert cleanscrape.Extractor(profile=None).explain(fixture_page, URL) == cleanscrape.explain(
        fixture_page, URL, profile=None
    )


def test_errors_are_those_of_extract(tmp_path: Path) -> None:
    with pytest.raises(cleanscrape.EmptySource):
        cleanscrape.explain("  ")
    with pytest.raises(cleanscrape.BadProfile):
        cleanscrape.explain(LINKS, profile=tmp_path / "no-such.toml")
