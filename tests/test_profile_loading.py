from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from cleanscrape.article import Tier
from cleanscrape.errors import BadProfile
from cleanscrape.label import Label
from cleanscrape.profile import Contract, Drop, Layout, Profile, Selector, load, loads, profile_from

WHOLE = """
name = "The Example Courier"
hosts = ["example.com", "Bücher.example"]
language = "en-IE"
timezone = "Europe/Dublin"
tier = "learned"

[[layouts]]
id = "story"
markers = ["article.story", "h1"]
headline = "h1"
published = ["time::attr(datetime)", "time"]
body = "//article"
drop.related = ["aside", "div.more"]
drop.footer = "div.foot"

[[layouts]]
id = "any"
language = "ga"

[contract]
min_paragraphs = 2
max_paragraphs = 90
min_words = 30
never = ["All rights"]
require = ["headline"]
"""
HEAD = 'name = "A"\nhosts = ["example.com"]\n'
LAYOUT = HEAD + '[[layouts]]\nid = "a"\n'


def test_a_whole_profile() -> None:
    assert loads(WHOLE) == Profile(
        "The Example Courier",
        hosts=("example.com", "xn--bcher-kva.example"),
        language="en-IE",
        timezone="Europe/Dublin",
        tier=Tier.LEARNED,
        layouts=(
            Layout(
                "story",
                markers=(Selector("article.story"), Selector("h1")),
                headline=(Selector("h1"),),
                published=(Selector("time::attr(datetime)"), Selector("time")),
                body=(Selector("//article"),),
                drop=(
                    Drop(Label.RELATED, selectors=(Selector("aside"), Selector("div.more"))),
                    Drop(Label.FOOTER, selectors=(Selector("div.foot"),)),
                ),
            ),
            Layout("any", language="ga"),
        ),
        contract=Contract(
            min_paragraphs=2, max_paragraphs=90, min_words=30, never=("All rights",), require=("headline",)
        ),
    )


def test_selectors_and_profile_know_where_they_come_from() -> None:
    profile = loads(WHOLE, file="example.com.toml")
    assert profile.origin == "example.com.toml"
    assert profile.site == "example.com"
    assert profile.layouts[0].published[1].where == "example.com.toml: layouts[0].published[1]"
    assert profile.layouts[0].drop[1].selectors[0].where == "example.com.toml: layouts[0].drop.footer"


def test_a_profile_can_be_sent_to_another_process() -> None:
    profile = loads(WHOLE)
    assert pickle.loads(pickle.dumps(profile)) == profile
    assert hash(profile) == hash(loads(WHOLE))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name = ", "is no TOML: Invalid value (at end of document)"),
        ("a = 1\nb = = 2", "is no TOML: Invalid value (at line 2, column 5)"),
        ("a = " + "[" * 5000, "is no TOML: it nests too deep"),
        (LAYOUT + 'headlin = "h1"', "layouts[0].headlin = 'h1': is no key: did you mean 'headline'?"),
        (
            LAYOUT + 'qqq = "h1"',
            "layouts[0].qqq = 'h1': is no key: it is one of id, markers, language, headline, dek, byline, "
            "published, modified, body, weigh, keep, tags, section, breadcrumbs, images, lead_image, caption, credit, "
            "next_page, single_page, frame, drop",
        ),
        (
            LAYOUT + 'timezone = "UTC"',
            "layouts[0].timezone = 'UTC': is no key: it belongs at the top of the file, above the first table",
        ),
        (
            LAYOUT + "[contract]\nbody = 'p'",
            "contract.body = 'p': is no key: it belongs in [[layouts]]",
        ),
        (
            LAYOUT + 'drop.relatd = ["p"]',
            "layouts[0].drop.relatd = ['p']: 'relatd' is no boilerplate kind: did you mean 'related'?",
        ),
        (
            LAYOUT + 'drop.paragraph = "p"',
            "layouts[0].drop.paragraph = 'p': 'paragraph' is no boilerplate kind: it is one of "
            "navigation, recent-stories, related, link-farm, footer, share, newsletter, advertisement, "
            "comments, author-bio, consent, media-chrome, timestamp, other",
        ),
        (LAYOUT + 'drop = "p"', "layouts[0].drop = 'p': must be a table, not a string"),
        (LAYOUT + 'body = "div["', "layouts[0].body = 'div[': Expected ident or '*', got <EOF at 4>"),
        (
            LAYOUT + 'drop.related = ["p", "p:foo"]',
            "layouts[0].drop.related[1] = 'p:foo': The pseudo-class :foo is unknown",
        ),
        (
            LAYOUT + "body = 3",
            "layouts[0].body = 3: must be a string or a list of strings, not a number",
        ),
        (
            LAYOUT + 'body = ["p", 3.5]',
            "layouts[0].body = ['p', 3.5]: must be a string or a list of strings, not a list",
        ),
        (LAYOUT + "body = []", "layouts[0].body = []: is empty: leave the key out"),
        (
            HEAD + '[[layouts]]\nid = "a b"',
            "layouts[0].id = 'a b': must be made of letters, digits, '_', '-' and '.'",
        ),
        (
            HEAD + "[[layouts]]",
            "layouts[0].id: is missing: it is a name: letters, digits, `_`, `-`, `.`",
        ),
        (
            LAYOUT + 'markers = "p"\n[[layouts]]\nid = "a"',
            "layouts[1].id = 'a': another layout has this id",
        ),
        (
            LAYOUT + '[[layouts]]\nid = "b"',
            "layouts[0].markers: is missing: without it this layout fits every page, and must be the last",
        ),
        (HEAD + "layouts = 3", "layouts = 3: must be tables, each under [[layouts]]"),
        (HEAD, "layouts: is missing: a profile has [[layouts]], or a [capture], or both"),
        (LAYOUT.replace('"A"', '" "'), "name = ' ': is empty"),
        (
            LAYOUT.replace('"A"', "2020-01-01"),
            "name = datetime.date(2020, 1, 1): must be a string, not a date or time",
        ),
        (LAYOUT.replace('name = "A"', ""), "name: is missing: it is a string"),
        (
            LAYOUT.replace('["example.com"]', "[]"),
            "hosts = []: is empty: name the site's host, as in ['example.com']",
        ),
        (
            LAYOUT.replace('["example.com"]', '"example.com"'),
            "hosts = 'example.com': must be a list of strings, not a string",
        ),
        (
            LAYOUT.replace("example.com", "https://example.com/"),
            "hosts[0] = 'https://example.com/': is more than a host name: write 'example.com'",
        ),
        (
            LAYOUT.replace("example.com", "*.example.com"),
            "hosts[0] = '*.example.com': is no host name, as in 'example.com': write 'example.com'",
        ),
        (
            LAYOUT.replace("example.com", "com"),
            "hosts[0] = 'com': is no host name, as in 'example.com'",
        ),
        (
            'language = "en_ie"\n' + LAYOUT,
            "language = 'en_ie': is no language tag: did you mean 'en-IE'?",
        ),
        (
            'language = "English"\n' + LAYOUT,
            "language = 'English': is no language tag: write one of BCP 47, as in 'en', 'pt-BR' or 'zh-Hant'",
        ),
        (
            'timezone = "Europe/Dublyn"\n' + LAYOUT,
            "timezone = 'Europe/Dublyn': is no time zone: did you mean 'Europe/Dublin'?",
        ),
        (
            'timezone = "../etc"\n' + LAYOUT,
            "timezone = '../etc': is no time zone: write one of the IANA data, as in 'Asia/Karachi'",
        ),
        (
            'tier = "generic"\n' + LAYOUT,
            "tier = 'generic': is not known: it is one of tested, learned, imported",
        ),
        (
            LAYOUT + "[contract]\nmin_words = true",
            "contract.min_words = True: must be a whole number, not a truth value",
        ),
        (LAYOUT + "[contract]\nmin_words = -1", "contract.min_words = -1: must not be negative"),
        (
            LAYOUT + "[contract]\nmin_paragraphs = 3\nmax_paragraphs = 2",
            "contract.max_paragraphs = 2: is less than min_paragraphs",
        ),
        (LAYOUT + '[contract]\nnever = [""]', "contract.never[0] = '': is empty"),
        (
            LAYOUT + '[contract]\nrequire = ["bylin"]',
            "contract.require[0] = 'bylin': is not known: did you mean 'byline'?",
        ),
        (
            HEAD + '[capture]\nfields = "By {author}"',
            "capture.fields = 'By {author}': {author} is not known: it is one of headline, dek, byline, "
            "published, modified, caption, credit",
        ),
        (
            HEAD + '[capture]\nstop_at = "By {byline}"',
            "capture.stop_at = 'By {byline}': reads a field, and nothing is read here: write * for any text",
        ),
        (HEAD + '[capture]\nstop_at = "*"', "capture.stop_at = '*': would match every line"),
        (
            HEAD + '[capture.sections]\n"Read \\"also\\"" = "realted"',
            "capture.sections.\"Read \\\"also\\\"\" = 'realted': is not known: did you mean 'related'?",
        ),
    ],
)
def test_what_is_refused_and_how_it_is_said(text: str, problem: str) -> None:
    with pytest.raises(BadProfile) as caught:
        loads(text, file="x.toml")
    assert str(caught.value) == f"x.toml: {problem}"


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(BadProfile) as caught:
        loads('nam = "A"\nhosts = ["com"]\n[[layouts]]\nid = 3\nbody = "p["', file="x.toml")
    assert str(caught.value).splitlines() == [
        "x.toml: nam = 'A': is no key: did you mean 'name'?",
        "x.toml: hosts[0] = 'com': is no host name, as in 'example.com'",
        "x.toml: layouts[0].id = 3: must be a string, not a number",
        "x.toml: layouts[0].body = 'p[': Expected ident or '*', got <EOF at 2>",
        "x.toml: name: is missing: it is a string",
    ]


def test_long_values_are_cut_in_messages() -> None:
    with pytest.raises(BadProfile) as caught:
        loads(LAYOUT + f'bod = "{"p" * 500}"', file="x.toml")
    assert str(caught.value) == f"x.toml: layouts[0].bod = '{'p' * 68}…: is no key: did you mean 'body'?"


def test_without_check_selectors_are_compiled_when_they_are_used() -> None:
    profile = loads(LAYOUT + 'body = "div["', file="x.toml", check=False)
    with pytest.raises(BadProfile) as caught:
        profile.layouts[0].body[0].check()
    assert str(caught.value) == "x.toml: layouts[0].body = 'div[': Expected ident or '*', got <EOF at 4>"


def test_load_reads_utf_8_with_and_without_a_mark(tmp_path: Path) -> None:
    file = tmp_path / "example.com.toml"
    file.write_bytes(b"\xef\xbb\xbf" + WHOLE.encode())
    assert load(file) == loads(WHOLE)
    assert load(str(file)).origin == str(file)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"name = '\xff'", "is no UTF-8 at byte 8: TOML is written in UTF-8"),
        (None, "cannot be read (No such file or directory): give the path of a TOML file"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, content: bytes | None, problem: str) -> None:
    file = tmp_path / "example.com.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(BadProfile) as caught:
        profile_from(file)
    assert str(caught.value) == f"{file}: {problem}"


def test_profile_from_an_object_or_a_path(tmp_path: Path) -> None:
    profile = loads(WHOLE)
    assert profile_from(profile) is profile
    file = tmp_path / "any.toml"
    file.write_text(LAYOUT)
    first = profile_from(file)
    assert profile_from(str(file)) is first
    file.write_text(LAYOUT.replace('"A"', '"B"'))
    os.utime(file, ns=(1, 1))
    assert profile_from(file).name == "B"
