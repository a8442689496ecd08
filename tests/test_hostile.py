"""Pages made to hurt: an Article or one of our errors, in linear time, in bounded memory, without recursion."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

import cleanscrape

BODY = b"<h1>The pier of Velmora</h1>" + b"".join(
    b"<p>The keeper of the pier said on day %d that the rope would hold until the spring tide, and not a day longer "
    b"than that, whatever the council said.</p>" % day
    for day in range(5)
)

HOSTILE = {
    "a million open tags": BODY + b"<div>" * 1_000_000,
    "a million open inline tags": BODY + b"<b>" * 1_000_000,
    "a million closing tags": BODY + b"</div>" * 1_000_000,
    "ten thousand tables in one another": BODY + b"<table><tr><td>" * 10_000,
    "one long attribute": BODY + b'<p title="' + b"x" * 20_000_000 + b'">end</p>',
    "one long class": BODY + b'<p class="' + b"ad " * 3_000_000 + b'">end</p>',
    "one long text": BODY + b"<p>" + b"rope " * 1_000_000,
    "one long word": BODY + b"<p>" + b"a" * 5_000_000,
    "a hundred thousand links": BODY + b"<p>" + b'<a href="/x">tide</a> ' * 100_000,
    "a hundred thousand blocks": BODY + b"<div>tide</div>" * 100_000,
    "fifty thousand headings": BODY + b"<h2>Recent Stories</h2>" * 50_000,
    "line breaks": BODY + b"<div>" + b"x<br>" * 200_000,
    "NUL bytes": BODY.replace(b"rope", b"ro\x00pe") + b"\x00" * 100_000,
    "broken entities": BODY + b"<p>&#xFFFFFFFF; &bogus; &#0; &; &amp &#;" * 1000,
    "unclosed script": BODY + b"<script>" + b"<p>var" * 100_000,
    "unclosed comment": BODY + b"<!--" * 300_000,
    "many unclosed styles": BODY + b"<style>" * 200_000,
    "truncated in a tag": BODY + b'<p class="x',
    "truncated in a character": BODY + "<p>Straße – é".encode()[:-1],
    "broken JSON-LD": b'<script type="application/ld+json">{"@type": "NewsArticle", "headline": [[[[' + b"[" * 100_000
    + b"</script>" + BODY,
    "deep JSON-LD": b'<script type="application/ld+json">' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000
    + b"</script>" + BODY,
    "brackets": BODY + b"<" * 500_000 + b">" * 500_000,
    "spaces": BODY + b"<p>" + b" " * 5_000_000 + b"end",
    "digits": BODY + b"<p>" + b"12/11/2020 " * 200_000,
    "signs as a site's name": b'<meta property="og:site_name" content="' + b" -" * 1_000_000 + b'">' + BODY,
    "underscores as a title": b"<title>" + b"_" * 1_000_000 + b"</title>" + BODY,
    "commas": BODY + b"<p class=byline>By " + b"Ann Droe, " * 100_000,
}  # fmt: skip
# Each of these takes under 7 seconds of processor time on a slow machine; what is quadratic takes minutes.
SECONDS_A_MEGABYTE = 2.0
SECONDS_AT_LEAST = 12.0


@pytest.mark.parametrize("name", HOSTILE)
def test_ends_in_time(name: str) -> None:
    source = HOSTILE[name]
    start = time.process_time()
    try:
        article = cleanscrape.extract(source, "https://example.org/story", profile=None)
    except cleanscrape.CleanscrapeError as error:
        assert len(str(error)) > 20
    else:
        assert "The keeper of the pier said on day 3" in article.text
    assert time.process_time() - start < max(SECONDS_AT_LEAST, SECONDS_A_MEGABYTE * len(source) / 1e6)


def test_a_page_over_the_limit_is_refused() -> None:
    with pytest.raises(cleanscrape.LimitExceeded, match=r"limit is 1,000"):
        cleanscrape.extract(BODY * 10, limits=cleanscrape.Limits(1000))


def test_too_many_elements_are_refused() -> None:
    with pytest.raises(cleanscrape.LimitExceeded, match=r"Limits\(elements="):
        cleanscrape.extract(BODY + b"<p>x" * 5000, limits=cleanscrape.Limits(elements=1000))


def test_too_deep_a_page_is_refused() -> None:
    with pytest.raises(cleanscrape.LimitExceeded, match="nests"):
        cleanscrape.extract(BODY + b"<div>" * 3000 + b"x")


def test_a_deep_page_is_read() -> None:
    article = cleanscrape.extract(b"<div>" * 1500 + BODY, profile=None)
    assert "whatever the council said" in article.text


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_fifty_megabytes_in_one_attribute_stay_within_ten_times_their_memory() -> None:
    script = (
        "import re, cleanscrape\n"
        "body = b'<h1>Pier</h1>' + b'<p>The keeper said that the rope would hold, and the tide would turn.</p>' * 9\n"
        "source = body + b'<p title=\"' + b'x' * 50_000_000 + b'\">end</p>'\n"
        "try:\n"
        "    cleanscrape.extract(source, profile=None, limits=cleanscrape.Limits(100_000_000))\n"
        "except cleanscrape.CleanscrapeError:\n"
        "    pass\n"
        "print(int(re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())[1]) * 1024)\n"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(result.stdout) < 10 * 50_000_000
