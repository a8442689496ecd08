"""Published and modified: each witness, and how they are weighed where they disagree."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import cleanscrape
from cleanscrape import Article
from cleanscrape.fields.address_day import day_in_address
from cleanscrape.fields.embedded_date import day_in_scripts, is_publication_name
from cleanscrape.fields.local_time import in_local_time

STORY = "".join(
    f"<p>The keeper of the pier told the council for the {count} time that the rope would hold until spring came.</p>"
    for count in ("first", "second", "third", "fourth", "fifth", "sixth")
)
URL = "https://example.org/news/the-pier-of-velmora"
HEADLINE = "<h1>The pier of Velmora</h1>"


def read(
    beside: str = "", *, head: str = "", above: str = "", after: str = "", url: str = URL, lang: str = "en-GB",
    title: str = "The pier of Velmora", fetched: dt.datetime | None = None,
) -> Article:  # fmt: skip
    html = (
        f'<html lang="{lang}"><head><title>{title}</title>{head}</head><body><main>'
        f"{above}{HEADLINE}{beside}<div>{STORY}</div>{after}</main></body></html>"
    )
    return cleanscrape.extract(html, url, profile=None, fetched=fetched)


def published(beside: str = "", **given: Any) -> str | None:
    found = read(beside, **given).published
    return found.isoformat() if found else None


def modified(beside: str = "", **given: Any) -> str | None:
    found = read(beside, **given).modified
    return found.isoformat() if found else None


def ld(**properties: str) -> str:
    said = ",".join(f'"{name}":"{value}"' for name, value in properties.items())
    return f'<script type="application/ld+json">{{"@type":"NewsArticle",{said}}}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


PRINT = "<p>3 November 2021</p>"


@pytest.mark.parametrize(
    ("beside", "day"),
    [
        (PRINT, "2021-11-03"),
        ('<p class="byline">By Ann Droe | 3 November 2021 | 4 min</p>', "2021-11-03"),
        ('<p>By Ann Droe</p><p><time datetime="2021-11-03T14:05+02:00">Wed</time></p>', "2021-11-03T14:05:00+02:00"),
        ("<aside>3 November 2021</aside>", "2021-11-03"),
        ("<figure><figcaption>3 November 2021</figcaption></figure>", "2021-11-03"),
        ("<p>(Velmora, 3 November 21)</p>", "2021-11-03"),
        ("<p>HarboursNOVEMBER 3, 2021</p>", "2021-11-03"),
        ("<p>Published</p><p>3 November 2021</p>", "2021-11-03"),
    ],
)
def test_print_beside_the_headline(beside: str, day: str) -> None:
    assert published(beside) == day


def test_print_above_a_headline_far_from_the_body() -> None:
    assert published(above=PRINT) == "2021-11-03"
    far = "<p>Fares</p>" * 30
    assert published(f'{far}<p class="postmetadata">3 November 2021</p>') == "2021-11-03"


def test_a_plain_date_line_goes_before_a_date_among_words() -> None:
    among = "<p>Bo Tarn becomes keeper on 1 March 2022</p>"
    assert published(f"{among}<p class='date'>3 November 2021</p>") == "2021-11-03"


def test_below_the_headline_goes_before_above_it() -> None:
    assert published("<p>Velmora Post 3 Nov 2021, 22:11 GMT</p>", above='<p class="date">Fri, 5 Nov 2021</p>') == (
        "2021-11-03T22:11:00+00:00"
    )


@pytest.mark.parametrize(
    "beside",
    [
        "<p>© 3 November 2021</p>",
        "<p>Termin: 3 November 2021</p>",
        "<p>Redeem by 3 November 2021</p>",
        "<blockquote><p>Bo Tarn (@botarn) 3 November 2021</p></blockquote>",
        "<figure><img src='a.jpg'><figcaption>The old pier on a calm day, 3 November 2021</figcaption></figure>",
    ],
)
def test_the_date_of_something_else_is_none(beside: str) -> None:
    assert published(beside) is None


@pytest.mark.parametrize(
    "label",
    ["Updated:", "Last updated on", "Letzte Änderung:", "Última actualización", "Ultimo aggiornamento", "更新日"],
)
@pytest.mark.parametrize("parts", ["<p>{0} 3.11.2021</p>", "<p>{0}</p><p>3.11.2021</p>"])
def test_a_date_of_a_change_is_never_the_published_one(label: str, parts: str) -> None:
    beside = parts.format(label)
    assert (published(beside), modified(beside)) == (None, "2021-11-03")


def test_published_and_modified_on_one_line() -> None:
    for line in ("3 November 2021 Updated 5 November 2021", "Updated: 5 November 2021. Published: 3 November 2021"):
        assert (published(f"<p>{line}</p>"), modified(f"<p>{line}</p>")) == ("2021-11-03", "2021-11-05")


def test_times_are_told_apart_by_their_names_and_labels() -> None:
    line = (
        '<p><time class="updated" datetime="2021-11-05T10:00Z">a</time>'
        '<time class="published" datetime="2021-11-03T10:00Z">b</time></p>'
    )
    assert (published(line), modified(line)) == ("2021-11-03T10:00:00+00:00", "2021-11-05T10:00:00+00:00")
    labelled = (
        '<p>Published <time datetime="2021-11-03">Nov 3</time> Updated <time datetime="2021-11-05">Nov 5</time></p>'
    )
    assert (published(labelled), modified(labelled)) == ("2021-11-03", "2021-11-05")


@pytest.mark.parametrize(
    "after",
    [
        "<p>Published on 3 November 2021 by the harbour office</p>",
        "<p>Dieser Artikel wurde am 3. November 2021 um 14:48 von Bo Tarn geschrieben</p>",
        "<div>Published</div><div>3 November 2021</div>",
    ],
)
def test_a_labelled_date_counts_anywhere(after: str) -> None:
    far = "<ul>" + "<li>Ferries and fares of the northern shore, all of them</li>" * 8 + "</ul>"
    assert published(after=f"{far}<footer>{after}</footer>", lang="de") == "2021-11-03"


def test_labelled_dates_that_differ_are_those_of_other_stories() -> None:
    after = "<p>Published on 3 November 2021</p><p>Something</p>" * 2 + "<p>Published on 4 November 2021</p>"
    far = "<ul>" + "<li><a href='/f'>Ferries and fares of the northern shore, all of them</a></li>" * 8 + "</ul>"
    assert published(after=far + after) is None


def test_what_is_declared_goes_before_a_later_print() -> None:
    head = ld(datePublished="2021-11-03T10:00:00+01:00", dateModified="2021-12-01T10:00:00+01:00")
    assert published("<p>1 December 2021</p>", head=head) == "2021-11-03T10:00:00+01:00"


def test_an_earlier_print_goes_before_what_is_declared() -> None:
    # Some sites renew the declared time whenever they publish a page again.
    assert published(PRINT, head=ld(datePublished="Jun 24, 2023")) == "2021-11-03"


def test_an_earlier_day_in_the_address_goes_before_what_is_declared() -> None:
    head = ld(datePublished="2023-06-24T10:00:00+01:00")
    assert published(head=head, url="https://example.org/2021/11/3/pier") == "2021-11-03"
    assert published(head=head, url="https://example.org/2023/06/24/pier") == "2023-06-24T10:00:00+01:00"


def test_of_two_declared_times_the_printed_one() -> None:
    head = ld(datePublished="2021-11-01T10:00:00Z") + meta("article:published_time", "2021-11-03T10:00:00Z")
    assert published(head=head) == "2021-11-01T10:00:00+00:00"
    assert published(PRINT, head=head) == "2021-11-03T10:00:00+00:00"
    changed = head + meta("article:modified_time", "2021-11-03T12:00:00Z")
    assert published(PRINT, head=changed) == "2021-11-01T10:00:00+00:00"


def test_a_vague_meta_goes_after_the_print() -> None:
    assert published(PRINT, head=meta("dc.date", "2021-12-24T10:00:00Z")) == "2021-11-03"
    assert published(PRINT, head=meta("dc.date", "2021-11-03T10:00:00Z")) == "2021-11-03T10:00:00+00:00"
    assert published(head=meta("dc.date", "2021-12-24T10:00:00Z")) == "2021-12-24T10:00:00+00:00"


def test_a_name_of_meta_that_only_this_site_uses() -> None:
    assert published(head=meta("w-published-date", "2021-11-03T10:00:00Z")) == "2021-11-03T10:00:00+00:00"
    names = {"w-published-date": True, "lens:uploaded": True, "unpublish_date": False, "publisher": False}
    assert {name: is_publication_name(name) for name in names} == names


def test_local_day_of_a_utc_stamp() -> None:
    head = ld(datePublished="2021-11-04T02:18:11Z")
    # From the printed clock, from another declared time, else the nearest zone with that day.
    assert published("<p>November 3, 2021 at 9:18 p.m.</p>", head=head) == "2021-11-03T21:18:11-05:00"
    declared = head + meta("article:modified_time", "2021-11-04T09:00:00-06:00")
    assert published(PRINT, head=declared) == "2021-11-03T20:18:11-06:00"
    assert published(PRINT, head=head) == "2021-11-03T23:18:11-03:00"
    assert published(head=head, url="https://example.org/2021/11/03/pier") == "2021-11-03T23:18:11-03:00"
    assert published("<p>4 November 2021</p>", head=head) == "2021-11-04T02:18:11+00:00"
    assert published(head=head) == "2021-11-04T02:18:11+00:00"


def test_local_time_is_the_same_instant() -> None:
    stamp = dt.datetime(2021, 11, 3, 22, 4, tzinfo=dt.UTC)
    for day in (dt.date(2021, 11, 3), dt.date(2021, 11, 4), dt.date(2021, 11, 5), None):
        assert in_local_time(stamp, day) == stamp
    own = stamp.astimezone(dt.timezone(dt.timedelta(hours=5, minutes=30)))
    assert in_local_time(own, dt.date(2021, 11, 3)).isoformat() == own.isoformat()
    assert in_local_time(stamp, None, stamps=[own]).isoformat() == own.isoformat()


def test_order_of_day_and_month_by_the_rest_of_the_page() -> None:
    line = '<p class="date">03/11/2021</p>'
    assert published(line, lang="en") == "2021-03-11"
    assert published(line, lang="en", url="https://example.org/blog/2021/november/pier") == "2021-11-03"
    assert published(line, lang="en", url="https://example.org/blog/2021/11/pier") == "2021-11-03"
    assert published(line, lang="en", after="<p>Fares of 25/10/2021</p>") == "2021-11-03"
    assert published(line, lang="en", after="<p>Fares of 10/25/2021</p>") == "2021-03-11"


@pytest.mark.parametrize("title", ["The pier of Velmora | Post | 03.11.2021", "03.11.2021 - The pier of Velmora"])
def test_a_day_set_apart_in_the_title(title: str) -> None:
    assert published(title=title, lang="de") == "2021-11-03"


def test_a_day_within_the_title_is_none() -> None:
    assert published(title="The pier of 03.11.2021 in Velmora", lang="de") is None


def test_the_day_of_the_dateline() -> None:
    html = f"<main>{HEADLINE}<div><p>VELMORA, Nov 3, 2021 (Reuters) - The pier is shut.</p>{STORY}</div></main>"
    article = cleanscrape.extract(html, URL, profile=None)
    assert article.dateline is not None
    assert article.published is not None
    assert article.published.isoformat() == "2021-11-03"


def test_data_in_scripts_are_the_last_witness() -> None:
    state = '<script>window.state = {"id": 4, "publishedAt": "2021-11-03T10:00:00Z"}</script>'
    assert published(head=state) == "2021-11-03T10:00:00+00:00"
    assert published(PRINT, head=state.replace("11-03", "11-09")) == "2021-11-03"
    assert day_in_scripts(b"&quot;datePublished&quot;:&quot;2021-11-03&quot;") == (dt.date(2021, 11, 3), "2021-11-03")
    assert day_in_scripts(rb"{\"published_at\":\"2021-11-03\"}") == (dt.date(2021, 11, 3), "2021-11-03")
    assert day_in_scripts(b'"publishDate":"2021-11-03" "publishDate":"2021-11-04"') is None
    assert day_in_scripts(b'"publisherDate":"2021-11-03"') is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2021/11/03/pier", "2021-11-03"),
        ("https://example.org/2021/11/3/pier", "2021-11-03"),
        ("https://example.org/2021-11/03/pier", "2021-11-03"),
        ("https://example.org/news/20211103-pier", "2021-11-03"),
        ("https://example.org/news/23-11-2021-pier", "2021-11-23"),
        ("https://example.org/news/03-11-2021-pier", None),  # the third of November, or the eleventh of March
        ("https://example.org/2021/11/3-piers", None),
        ("https://example.org/news/20211345", None),
        ("https://example.org/archive/20211103174457/pier", None),
        ("https://example.org/?day=2021/11/03", None),
        ("http://[x", None),
        (None, None),
    ],
)
def test_day_in_address(url: str | None, day: str | None) -> None:
    found = day_in_address(url)
    assert (found[0].isoformat() if found else None) == day


def test_relative_times_want_a_known_time_of_fetching() -> None:
    beside = '<p class="date">Published 3 hours ago</p>'
    assert read(beside).published is None
    found = read(beside, fetched=dt.datetime(2021, 11, 3, 17, 0, tzinfo=dt.UTC)).published
    assert found is not None
    assert found.isoformat() == "2021-11-03T14:00:00+00:00"


def test_the_line_that_prints_the_declared_day_is_labelled() -> None:
    article = read(PRINT, head=ld(datePublished="2021-11-03T10:00:00Z"))
    assert "3 November 2021" not in article.text
    assert "3 November 2021" not in [part.text for part in article.removed]
    assert article.published is not None
    assert article.published.source == "json-ld"


def test_a_line_below_that_says_first_published_goes_before_a_day_beside_the_headline() -> None:
    later = "<p class='byline'>30 September 2022, 11:07am</p>"
    first = "<p>This story was originally published on 26 September 2019 and has been looked through since.</p>"
    other = "<aside><h3>Papers of the pier</h3><p>Publication | 17 January 2017</p></aside>"
    assert published(later, after=first) == "2019-09-26"
    assert published(later, after=other) == "2022-09-30", "another story's"
    assert published("<p>Published 30 September 2022</p>", after=first) == "2022-09-30"


def test_a_labelled_day_some_pieces_below_the_body_is_earlier_than_a_renewed_declaration() -> None:
    between = "".join(f"<p>Pier notice number {count}</p>" for count in range(7))
    below = f"{between}<div>Published <time datetime='2025-08-13'>August 13, 2025</time></div>"
    assert published(head=ld(datePublished="2025-11-29T12:28:31-05:00"), after=below) == "2025-08-13"


def test_an_open_date_is_read_as_the_page_writes_it_for_machines() -> None:
    assert published("<p>02-12-2025</p>", lang="en") == "2025-02-12"
    card = "<aside><a href='/x'>The pier of Velmora</a> <i data-day='2025-12-02'></i></aside>"
    assert published("<p>02-12-2025</p>", lang="en", after=card) == "2025-12-02"
    both = card.replace("</aside>", "<i data-day='2025-02-12'></i></aside>")
    assert published("<p>02-12-2025</p>", lang="en", after=both) == "2025-02-12"


def test_the_imprint_of_a_korean_paper_dates_nothing() -> None:
    imprint = "<p>[ 발행인 : 홍길동 ] [ 등록번호 : 서울, 아00001 ] [ 등록년월일 : 2012년 11월 6일 ]</p>"
    assert published(after=imprint, lang="ko") is None


def test_a_month_that_is_padded_with_a_space() -> None:
    assert published("<p>By ANN DROE 10/ 5/11 09:19 PM</p>", lang="en-US") == "2011-10-05"


def test_the_day_of_a_translations_original_dates_nothing() -> None:
    assert published("<p>原文(投稿日：2021/11/03)へのリンク</p>", lang="ja") is None


def test_the_time_of_a_blog_in_an_abbreviation() -> None:
    stamp = '<p>By Ann Droe at <abbr class="published" title="2021-11-03T14:05:00+02:00">2:05 PM</abbr></p>'
    assert published(stamp) == "2021-11-03T14:05:00+02:00"
    assert published('<p>By Ann Droe of the <abbr title="2021 Harbour Union">HU</abbr></p>') is None
