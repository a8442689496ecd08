from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleanscrape
from cleanscrape import Article, Tier

FIXTURES = Path(__file__).parent / "fixtures"
URL = "https://www.urdupoint.com/en/world/harbour-council-906868.html"


def fold(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split()).casefold()


def held(article: Article) -> str:
    """All that the article holds of its page, as one folded text."""
    parts = [b.text for b in article.body] + [r.text for r in article.removed]
    parts += [article.headline or "", article.dek or "", article.byline.raw if article.byline else ""]
    parts += [t.raw for t in (article.published, article.modified) if t]
    parts += [article.dateline.raw if article.dateline else ""]
    return fold(" ".join(parts))


def visible_words(html: bytes | str) -> list[str]:
    page = cleanscrape.Page(html)
    if not page.is_markup:
        return [word for line in page.lines for word in line.split()]
    return [word for text in page.root.find("body").itertext() for word in text.split()]


def lost(html: bytes | str, article: Article) -> list[str]:
    kept = held(article)
    return [word for word in visible_words(html) if fold(word) not in kept]


@pytest.mark.parametrize("profile", [cleanscrape.AUTO, None], ids=["profile", "generic"])
@pytest.mark.parametrize("case", ["article/page.html", "capture/page.txt"])
def test_nothing_of_a_fixture_is_lost(case: str, profile: None) -> None:
    source = (FIXTURES / "urdupoint.com" / case).read_bytes()
    assert lost(source, cleanscrape.extract(source, URL, profile=profile)) == []


TAGS = st.sampled_from(
    "p div span li ul h1 h2 h3 a b em section article aside nav footer table tr td figure br".split()
)
WORDS = st.lists(st.sampled_from("tide rope goat pier lantern Share © 2020, said. council!".split()), min_size=1)


@st.composite
def markup(draw: st.DrawFn, depth: int = 4) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        text = " ".join(draw(WORDS))
        if depth and draw(st.booleans()):
            tag = draw(TAGS)
            parts.append(f"<{tag} class='{draw(st.sampled_from(['', 'related', 'byline', 'share', 'body']))}'>")
            parts.append(text + draw(markup(depth - 1)))
            parts.append(f"</{tag}>" if draw(st.booleans()) else "")
        else:
            parts.append(f"<p>{text}</p>")
    return "".join(parts)


ARTICLE = "<article><h1>Tide takes the pier of Velmora</h1>" + "".join(
    f"<p>In the night of the {day}th the tide took another piece of the old pier, said the keeper, who had warned "
    "the council since the spring that the rope would not hold.</p>"
    for day in (11, 12, 13)
)


@settings(max_examples=150, deadline=None)
@given(markup())
def test_nothing_of_any_page_is_lost(html: str) -> None:
    html = ARTICLE + html
    assert lost(html, cleanscrape.extract(html, profile=None)) == []


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gives_an_article_or_our_error(text: str) -> None:
    try:
        article = cleanscrape.extract(text, profile=None)
    except cleanscrape.CleanscrapeError:
        return
    assert article.text


def test_the_same_input_gives_the_same_output(fixture_page: bytes) -> None:
    first = cleanscrape.extract(fixture_page, URL, profile=None)
    assert cleanscrape.extract(fixture_page, URL, profile=None) == first


def test_generic_reads_the_page_without_its_profile(fixture_page: bytes) -> None:
    article = cleanscrape.extract(fixture_page, URL, profile=None)
    assert article.profile.tier is Tier.GENERIC
    assert article.headline == "Harbour Council Of Velmora Says Impossible To Name Day When Ferry Ban Ends"
    assert article.published is not None
    assert article.published.day.isoformat() == "2020-04-28"
    assert [b.text[:20] for b in article.body if b.kind == "paragraph"] == [
        "It is impossible to ",
        '"We cannot say today',
        "The ban on night cro",
    ]


def test_generic_reads_the_capture_without_its_profile(fixture_capture: str) -> None:
    article = cleanscrape.extract(fixture_capture, profile=None)
    assert article.headline == "Brannik Says Velmora's Pier Concerns Ignored By Ostrel, Quillen"
    assert article.published is not None
    assert article.published.day.isoformat() == "2022-02-08"
    for word in ("Horoscope", "Recent", "rope", "Reproduction", "goats"):
        assert word not in article.text


def test_a_broken_contract_hands_the_page_to_the_generic_way(fixture_page: bytes, tmp_path: Path) -> None:
    path = tmp_path / "urdupoint.com.toml"
    path.write_text(
        'name = "UrduPoint"\nhosts = ["urdupoint.com"]\n[[layouts]]\nid = "old"\nbody = "div.widget"\n'
        "[contract]\nmin_paragraphs = 40\n"
    )
    article = cleanscrape.extract(fixture_page, URL, profile=path)
    assert article.profile.tier is Tier.GENERIC
    assert len([b for b in article.body if b.kind == "paragraph"]) == 3
    assert len(article.warnings) == 1
    assert "min_paragraphs = 40" in article.warnings[0]


def test_a_page_in_no_layout_is_read_generically(fixture_page: bytes, tmp_path: Path) -> None:
    path = tmp_path / "urdupoint.com.toml"
    path.write_text(
        'name = "UrduPoint"\nhosts = ["urdupoint.com"]\n[[layouts]]\nid = "old"\nmarkers = "div.gone"\nbody = "div"\n'
    )
    article = cleanscrape.extract(fixture_page, URL, profile=path)
    assert article.profile.tier is Tier.GENERIC
    assert "no layout's markers" in article.warnings[0]


@pytest.mark.parametrize("source", [b"", "", " \n\t ", b"\xef\xbb\xbf", b"<!-- -->", b"<html></html>"])
def test_an_empty_source_is_refused(source: bytes | str) -> None:
    with pytest.raises((cleanscrape.EmptySource, cleanscrape.NotAnArticle)) as caught:
        cleanscrape.extract(source)
    assert re.search(r"pass|fetch|page", str(caught.value))


def test_a_source_of_another_type_is_refused() -> None:
    with pytest.raises(cleanscrape.BadSource, match="bytes or str, not list"):
        cleanscrape.extract(["<p>"])  # type: ignore[arg-type]


_PARAGRAPH = (
    "<p>The keeper of the pier said on Monday that the rope would hold until the spring tide, and not a day longer "
    "than that, whatever the council of the harbour said.</p>"
)


@pytest.mark.parametrize(
    "broken", ["http://[bad", "http://a:b@c:port/", "http://\x00/", "//", "http:///x?" + "&a" * 5000]
)
def test_a_broken_address_does_not_stop_the_way(broken: str) -> None:
    story = f'<link rel="canonical" href="{broken}"><h1>The pier of Velmora</h1>' + _PARAGRAPH * 3
    for url in (broken, None):
        assert cleanscrape.extract(story, url, profile=None).headline == "The pier of Velmora"
