"""Site configs of Full-Text RSS: the format, what becomes of each directive, and the pages that are then read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cleanscrape import BadProfile, Tier, extract
from cleanscrape.cli import commands
from cleanscrape.label import Label
from cleanscrape.profile import load
from cleanscrape.profile.ftr import Imported, Use, imported, read_site_config

CONFIG = """# The Harbour Gazette, invented
title: //h2[@class='own']
title: substring-before(//title, ' | The Harbour')
author://p[@class='who']/a
date: //time/@datetime
body: //div[@id='tale']
body: id('old-tale')
strip: //div[@class='tale-share']
strip: //p[contains(@class, 'tide')]
strip: //p/text()[contains(., 'Copy')]
strip_id_or_class: newsletter-box
strip_image_src: /spacer.
next_page_link: //a[@rel='next']/@href
single_page_link: //a[@class='whole']
if_page_contains: //div[@class='pager']
single_page_link: concat(//link/@href, '?print')
find_string: <foo
replace_string: <bar
replace_string(<a:b>): <p>
http_header(user-agent): Nobody/1.0
wrap_in(blockquote): //p
prune: no
tidy:no
autodetect_on_failure: yes
native_ad_clue: //meta[@name='paid']
login_uri: https://example.org/in
strip: //div[
gurgle: yes
just a line
test_url: https://example.org/tides
test_contains: nothing of it
"""
PAGE = """<!doctype html><title>Tides | The Harbour</title><h1>The Harbour Gazette</h1>
<h2 class=own>Tides turn late</h2>
<p class=who>By <a href=/p>Ann Droe</a></p><time datetime="2021-03-04T10:00:00+01:00">today</time>
<div id=tale><p>The tide at the old pier turned two hours late on Monday, and the harbour master could not say why.</p>
<div class=tale-share><p>Share this tale with all of your friends at the pier, they will thank you.</p></div>
<p>Boats that were to leave at noon left in the evening, and the lamps at the lighthouse were lit before.</p>
<p class="low tide-table">High water at the pier is at nine, low water at three, says the harbour office.</p>
</div>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "example.org.txt").write_text(CONFIG, "utf-8")
    return tmp_path / "in"


@pytest.fixture
def found(folder: Path) -> Imported:
    return imported([read_site_config(folder / "example.org.txt")])


def run(*arguments: str) -> str:
    result = CliRunner().invoke(commands, ["profiles", "import-ftr", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_every_directive_is_accounted_for(found: Imported) -> None:
    lines = [at for at, line in enumerate(CONFIG.splitlines(), 1) if not line.startswith("#")]
    assert [note.line for _, note in found.notes] == lines
    assert all(note.why for _, note in found.notes if note.use is not Use.USED)


@pytest.mark.parametrize(
    ("directive", "uses"),
    [
        ("title", [Use.USED, Use.USED]),
        ("body", [Use.USED, Use.USED]),
        ("strip", [Use.USED, Use.USED, Use.UNUSED, Use.BAD]),
        ("strip_id_or_class", [Use.USED]),
        ("single_page_link", [Use.USED, Use.UNUSED]),
        ("if_page_contains", [Use.USED]),
        ("replace_string", [Use.UNUSED, Use.UNUSED]),
        ("http_header", [Use.UNUSED]),
        ("prune", [Use.ALWAYS]),
        ("tidy", [Use.ALWAYS]),
        ("autodetect_on_failure", [Use.ALWAYS]),
        ("native_ad_clue", [Use.UNUSED]),
        ("login_uri", [Use.UNUSED]),
        ("gurgle", [Use.UNKNOWN]),
        ("just a line", [Use.UNKNOWN]),
        ("test_url", [Use.USED]),
    ],
)
def test_what_becomes_of_a_directive(found: Imported, directive: str, uses: list[Use]) -> None:
    assert [note.use for _, note in found.notes if note.directive == directive] == uses


def test_the_profile_says_what_the_site_config_said(found: Imported) -> None:
    profile = found.profile
    assert profile is not None
    assert profile.tier is Tier.IMPORTED
    assert profile.hosts == ("example.org",)
    layout = profile.layouts[0]
    assert [each.source for each in layout.headline] == ["//h2[@class='own']", "//title"]
    assert [each.source for each in layout.body] == ["//div[@id='tale']", "//*[@id = 'old-tale']"]
    assert [each.source for each in layout.markers] == ["//div[@id='tale'] | //*[@id = 'old-tale']"]
    assert [each.source for each in layout.single_page] == ["(//a[@class='whole'])[//div[@class='pager']]"]
    drops = {drop.kind: [each.source for each in drop.selectors] for drop in layout.drop}
    assert drops[Label.SHARE] == ["//div[@class='tale-share']"]
    assert drops[Label.NEWSLETTER] == ["//*[contains(@class, 'newsletter-box') or contains(@id, 'newsletter-box')]"]
    assert drops[Label.OTHER] == ["//p[contains(@class, 'tide')]"]
    assert found.pages == ("https://example.org/tides",)


def test_a_page_is_read_by_an_imported_profile(folder: Path, tmp_path: Path) -> None:
    run(str(folder), "-o", str(tmp_path / "out"))
    article = extract(PAGE, "https://www.example.org/tides", profile=tmp_path / "out" / "example.org.toml")
    assert article.profile.tier is Tier.IMPORTED
    assert article.headline == "Tides turn late"
    assert article.authors == ("Ann Droe",)
    assert article.published is not None
    assert article.published.isoformat() == "2021-03-04T10:00:00+01:00"
    assert [block.text.split()[0] for block in article.body] == ["The", "Boats"]
    assert {"share", "other"} <= {each.kind for each in article.removed}


def test_a_broken_expression_is_named_by_file_and_line_and_stops_nothing(folder: Path, tmp_path: Path) -> None:
    output = run(str(folder), "-o", str(tmp_path / "out"))
    line = CONFIG.splitlines().index("strip: //div[") + 1
    assert f"{folder / 'example.org.txt'}:{line}: strip: refused: " in output
    assert "1 profiles of 1 hosts" in output
    assert load(tmp_path / "out" / "example.org.toml").name == "example.org"


def test_the_host_and_its_subdomains_become_one_profile(folder: Path, tmp_path: Path) -> None:
    (folder / ".example.org.txt").write_text("body: //main\n", "utf-8")
    (folder / "global.txt").write_text("title: //h1\nstrip_image_src: ads.example.net\n", "utf-8")
    (folder / "sport.example.net.txt").write_text("title: //h1\n", "utf-8")
    report = json.loads(run(str(folder), "-o", str(tmp_path / "out"), "--json"))
    assert [each["host"] for each in report] == [None, "example.org", "sport.example.net"]
    assert [bool(each["profile"]) for each in report] == [False, True, False]
    assert "names no body" in report[2]["why"]
    profile = load(tmp_path / "out" / "example.org.toml")
    assert [layout.id for layout in profile.layouts] == ["site", "subdomains"]


def test_profiles_that_are_there_are_not_overwritten_unasked(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "example.org.toml").write_text("mine", "utf-8")
    assert "is there already" in run(str(folder), "-o", str(out))
    assert (out / "example.org.toml").read_text("utf-8") == "mine"
    run(str(folder), "-o", str(out), "--force")
    assert load(out / "example.org.toml").tier is Tier.IMPORTED


@pytest.mark.parametrize(("name", "content"), [("readme.txt", b"body: //p"), ("example.net.txt", b"\0\1")])
def test_files_that_are_no_site_configs_are_named(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadProfile, match=name):
        read_site_config(tmp_path / name)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(commands, ["profiles", "import-ftr", str(tmp_path), "-o", str(tmp_path)])
    assert isinstance(result.exception, BadProfile)
    assert "holds no site configs" in str(result.exception)
