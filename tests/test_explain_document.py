"""The report as an HTML page: whole, safe, and fit for every reader."""

from __future__ import annotations

import re
import time
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import cleanscrape
from cleanscrape.explain.passage import runs
from cleanscrape.explain.report import UNLABELLED
from cleanscrape.explain.wording import KINDS, WITNESSES, witness
from cleanscrape.label import Label

URL = "https://www.urdupoint.com/en/world/harbour-council-906868.html"
SENTENCES = "".join(
    f"<p>The keeper of the pier said on day {day} that the rope would hold until the spring tide, and no longer.</p>"
    for day in range(4)
)
HOSTILE = f"""<html lang="en&quot; onload=alert(1)"><head><title>Rope</title>
<link rel="canonical" href="javascript:alert(2)"></head><body onload="alert(3)">
<h1>The <b onclick="alert(4)">rope</b> &lt;/script&gt;&lt;script&gt;alert(5)&lt;/script&gt; of Velmora</h1>
<p class="byline">By <a href="javascript:alert(6)">Ann &lt;img src=x onerror=alert(7)&gt; Droe</a></p>
{SENTENCES}
<p>A line with &lt;style&gt;* {{display: none}}&lt;/style&gt; and <a href='https://example.org/"onmouseover="alert(8)'>a
quoted address</a> &amp;lt;script&amp;gt; and <a href="data:text/html,x">data</a> &#0; &#x1b;[31m.</p>
<div class='"><script>alert(9)</script>' id="p1"><a href="//example.org/a'b">Most read &lt;!-- </a></div>
<footer id='why'>© 2021 The Daily --&gt; Example. All rights reserved.</footer></body></html>"""


def document(page: bytes | str, url: str | None = URL, **options: Any) -> tuple[str, Any]:
    text = cleanscrape.render_report(cleanscrape.explain(page, url, **options))
    return text, html.document_fromstring(text)


@pytest.fixture(scope="module", params=["profile", "generic", "hostile"])
def shown(request: pytest.FixtureRequest) -> tuple[str, Any]:
    page = Path(__file__).parent / "fixtures" / "urdupoint.com" / "article" / "page.html"
    if request.param == "hostile":
        return document(HOSTILE, "https://example.org/rope", profile=None)
    return document(page.read_bytes(), profile=None if request.param == "generic" else cleanscrape.AUTO)


def test_nothing_of_the_page_can_run(shown: tuple[str, Any]) -> None:
    _, tree = shown
    assert len(tree.xpath("//script")) == len(tree.xpath("//style")) == 1
    names = {name for element in tree.iter("*") for name in element.attrib}
    assert not {name for name in names if name.startswith("on")}
    assert not names & {"src", "srcset", "style", "action", "formaction", "background", "poster", "srcdoc"}
    assert all(re.fullmatch(r"#[\w-]+", address) for address in tree.xpath("//@href"))
    assert not tree.xpath("//img | //iframe | //object | //embed | //form | //link | //base | //input | //video")


def test_its_policy_lets_its_own_style_and_script_run_alone(shown: tuple[str, Any]) -> None:
    text, tree = shown
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert rules[f"{tag}-src"] == f"'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'"
    assert text.index("Content-Security-Policy") < text.index("<style>")


def test_a_hostile_page_is_words() -> None:
    text, tree = document(HOSTILE, "https://example.org/rope", profile=None)
    assert tree.xpath("string(//h1)") == "The rope </script><script>alert(5)</script> of Velmora"
    assert "<script>alert" not in text
    assert "javascript:" not in " ".join(tree.xpath("//@title"))
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text)
    assert tree.get("lang") == "en"


def test_every_word_of_the_page_is_there(fixture_page: bytes) -> None:
    report = cleanscrape.explain(fixture_page, URL)
    tree = html.document_fromstring(cleanscrape.render_report(report))
    parts = [" ".join(part.text_content().split()) for part in tree.xpath("//div[@class='text']")]
    expected = ["".join(piece.text for piece in run.pieces) for run in runs(report.pieces)]
    assert [part.replace(" ", "") for part in parts] == [part.replace(" ", "") for part in expected]


def test_references_within_it_lead_somewhere(shown: tuple[str, Any]) -> None:
    _, tree = shown
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    for name in ("aria-controls", "aria-describedby", "aria-labelledby"):
        assert all(target in ids for value in tree.xpath(f"//@{name}") for target in value.split())
    assert all(address[1:] in ids for address in tree.xpath("//@href"))


def test_it_has_landmarks_headings_and_names(shown: tuple[str, Any]) -> None:
    _, tree = shown
    assert [len(tree.xpath(f"//{tag}")) for tag in ("main", "h1", "header")] == [1, 1, 1]
    assert tree.xpath("//nav/@aria-label") == ["This report"]
    assert all(section.get("aria-labelledby") for section in tree.xpath("//body//section[not(@class='alert')]"))
    assert tree.xpath("//body/*[1]/@class") == ["skip"]
    assert all(button.text_content().strip() for button in tree.xpath("//button"))
    assert all(button.get("type") == "button" for button in tree.xpath("//button"))
    assert tree.xpath("//svg/@role") == ["img"]
    for run in tree.xpath("//main/div[starts-with(@class, 'run ')]"):
        said = run.get("aria-label")
        assert said.endswith(("part of the article", "set aside"))
        assert said.startswith(run.xpath("string(.//span[@class='tag'])"))


def test_the_legend_counts_every_piece(fixture_page: bytes) -> None:
    report = cleanscrape.explain(fixture_page, URL)
    _, tree = document(fixture_page)
    counted = {button.get("data-kind"): int(button.get("data-pieces")) for button in tree.xpath("//button[@data-kind]")}
    assert counted == {**report.counts, "dateline": 0}
    assert sum(counted.values()) == len(report.pieces) == int(tree.xpath("string(//main/@data-total)"))
    hidden_by = re.findall(r'\[data-off~="([\w-]+)"\] \.k-([\w-]+) \{ display: none', document(fixture_page)[0])
    assert hidden_by == [(label, label) for label in KINDS]


def test_selectors_stand_with_what_they_find(fixture_page: bytes) -> None:
    _, tree = document(fixture_page)
    finds = {row.xpath("string(code)"): row.xpath("string(span)") for row in tree.xpath("//section[@id='profile']//dd")}
    assert finds["div.widget:has(> h3:contains('Related Topics')) div.tagcloud > a"] == "finds 4"
    assert finds["div.detail_txt.urdu"] == "finds nothing"
    assert finds["p.art_info_bar"] == "finds 1, not used"


def test_links_are_text_with_their_address(fixture_page: bytes) -> None:
    _, tree = document(fixture_page)
    (day,) = tree.xpath("//main//span[@class='link'][text()='day']/@title")
    assert day == "https://www.urdupoint.com/islam/today-islamic-date.html"
    share = tree.xpath("//main//div[contains(@class, 'k-share')]//span[@class='link']")
    assert share == []  # their addresses are scripts


def test_structures_are_kept() -> None:
    table = "<table><tr><th>Town<th>Goats<tr><td>Pell<td>12<tr><td>Amber<td>7</table>"
    page = (
        f"<html lang=ur><article><h1>Rope and tide</h1>{SENTENCES}<h2>What is new</h2>{SENTENCES}"
        f"<ol><li>First the rope is dried for a day in the wind.<li>Then it is tarred.</ol>{table}"
        f"<blockquote>The tide asks nobody.</blockquote><pre>let rope\n  = tide</pre>{SENTENCES}</article>"
    )
    _, tree = document(page, None, profile=None)
    assert [e.text_content() for e in tree.xpath("//main//h3 | //main//h4")] == ["Rope and tide", "What is new"]
    assert [item.get("value") for item in tree.xpath("//main//ol/li")] == ["1", "2"]
    assert tree.xpath("//main//td/text()") == ["Town", "Goats", "Pell", "12", "Amber", "7"]
    assert tree.xpath("string(//main//pre)") == "let rope\n  = tide"
    assert tree.xpath("//main//blockquote/text()") == ["The tide asks nobody."]
    assert set(tree.xpath("//div[@class='text']/@lang")) == {"ur"}


def test_what_went_wrong_stands_at_the_top() -> None:
    _, tree = document("<ul>" + "<li><a href='/rope'>Rope</a>" * 5 + "</ul>", None)
    assert "the page is no article" in tree.xpath("string(//header//section[@class='alert'])")
    assert tree.xpath("//button[@data-kind]/@data-kind") == [UNLABELLED]


def test_every_label_has_words() -> None:
    assert list(KINDS) == [*Label, UNLABELLED]
    assert len({kind.title for kind in KINDS.values()}) == len(KINDS)


def test_every_author_of_labels_has_words(fixture_page: bytes) -> None:
    for profile in (cleanscrape.AUTO, None):
        report = cleanscrape.explain(fixture_page, URL, profile=profile)
        for by in {piece.by for piece in report.pieces} | {each.by for each in report.fields if each.by}:
            assert witness(by), by
    assert witness("rules.nobody") == ""
    assert all(WITNESSES.values())


def test_the_documentation_has_the_words_of_every_author() -> None:
    rows = "\n".join(f"| `{by}` | {said} |" for by, said in WITNESSES.items())
    document = (Path(__file__).parent.parent / "docs" / "explain.md").read_text(encoding="utf-8")
    assert f"| --- | --- |\n{rows}\n| `SITE/LAYOUT.KEY` |" in document, f"the table of docs/explain.md is now:\n{rows}"


def test_the_documentation_shows_it() -> None:
    docs = Path(__file__).parent.parent / "docs"
    assert "](explain.png)" in (docs / "explain.md").read_text(encoding="utf-8")
    picture = (docs / "explain.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 300_000


def test_without_a_profile_it_says_so(fixture_page: bytes) -> None:
    _, tree = document(fixture_page, profile=None)
    assert "No profile was asked" in tree.xpath("string(//section[@id='profile'])")


def test_the_same_page_gives_the_same_report(fixture_page: bytes) -> None:
    assert document(fixture_page)[0] == document(fixture_page)[0]


def test_a_large_page_is_written_in_linear_time_and_size() -> None:
    sizes, times = [], []
    for blocks in (3_000, 9_000):
        page = f"<h1>The pier of Velmora</h1>{SENTENCES}" + "<div><a href='/x'>tide of the day</a></div>" * blocks
        report = cleanscrape.explain(page, "https://example.org/story", profile=None)
        start = time.process_time()
        sizes.append(len(cleanscrape.render_report(report)))
        times.append(time.process_time() - start)
    assert sizes[1] < 4 * sizes[0]
    assert times[1] < 9 * times[0] + 0.5
