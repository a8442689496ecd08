"""The report in a browser: its switches work, it asks for nothing, it fits a phone, all of it can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import PROGRAM, Browser

import cleanscrape

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="there is no chromium: apt-get install chromium")

URL = "https://www.urdupoint.com/en/world/harbour-council-906868.html"
FIXTURES = Path(__file__).parent / "fixtures" / "urdupoint.com"
SHOWN = "[...document.querySelectorAll('.run')].filter(run => run.offsetParent).map(run => run.id)"
# The contrast of every text with what is behind it (WCAG 2.2, 1.4.3): [ratio, colour, ground, text], the least first.
CONTRASTS = """(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92
    : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = rgb(getComputedStyle(e).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const e of document.body.querySelectorAll("*")) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!own || !e.offsetParent || e.closest("svg, script")) continue;
    const [front, back] = [rgb(getComputedStyle(e).color), ground(e)];
    const [high, low] = [light(front), light(back)].sort((a, b) => b - a);
    found.push([(high + 0.05) / (low + 0.05), front.join(), back.join(), e.textContent.slice(0, 40)]);
  }
  return found.sort((a, b) => a[0] - b[0]);
})()"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as one:
        yield one


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = (FIXTURES / "article" / "page.html").read_bytes()
    path = tmp_path_factory.mktemp("explain") / "report.html"
    path.write_text(cleanscrape.render_report(cleanscrape.explain(page, URL)), encoding="utf-8")
    return path


@pytest.fixture
def desktop(browser: Browser, path: Path) -> Browser:
    browser.size(1280, 900)
    browser.open(path)
    return browser


@pytest.fixture
def phone(browser: Browser, path: Path) -> Browser:
    browser.size(360, 740)
    browser.open(path)
    return browser


def test_it_asks_for_nothing_and_says_nothing_on_the_console(desktop: Browser, path: Path) -> None:
    desktop.run("document.querySelectorAll('button').forEach(button => button.click())")
    assert list(desktop.requests.values()) == [path.as_uri()]
    assert desktop.log == []


def test_its_policy_stops_other_scripts_and_pictures(desktop: Browser) -> None:
    desktop.run("document.body.append(Object.assign(document.createElement('script'), {text: 'document.title = 1'}))")
    desktop.run("document.body.append(Object.assign(document.createElement('img'), {src: 'http://127.0.0.1/x.png'}))")
    assert desktop.run("document.title").startswith("How cleanscrape read Harbour Council")
    assert len([line for line in desktop.log if "Content Security Policy" in line]) == 2
    assert len(desktop.requests) == 1


def test_a_switch_hides_its_kind_and_shows_it_again(desktop: Browser) -> None:
    everything = desktop.run(SHOWN)
    switch = "document.querySelector('[data-kind=recent-stories]')"
    stories = desktop.run("[...document.querySelectorAll('.run.k-recent-stories')].map(run => run.id)")
    assert len(stories) == 2
    desktop.run(f"{switch}.click()")
    assert desktop.run(f"{switch}.getAttribute('aria-pressed')") == "false"
    assert desktop.run(SHOWN) == [run for run in everything if run not in stories]
    assert desktop.run("document.getElementById('status').textContent") == "32 of 46 pieces shown"
    desktop.run(f"{switch}.click()")
    assert desktop.run(SHOWN) == everything
    assert desktop.run("document.getElementById('status').textContent") == "all 46 pieces shown"


def test_the_article_alone(desktop: Browser) -> None:
    desktop.run("document.querySelector('[data-preset=kept]').click()")
    shown = desktop.run(SHOWN)
    assert shown == desktop.run("[...document.querySelectorAll('.run.kept')].map(run => run.id)")
    assert len(shown) == 7
    desktop.run("document.querySelector('[data-kind=dateline]').click()")
    assert desktop.run("document.querySelector('#p16 .text').innerText").startswith("It is impossible to name the day")


def test_why_is_told_by_pointer_click_and_key(desktop: Browser) -> None:
    told = "document.querySelector('#why .facts-of-run').innerText"
    desktop.run("document.querySelector('#p15').scrollIntoView({behavior: 'instant', block: 'center'})")
    x, y = desktop.run("(b => [b.x + 9, b.y + 9])(document.querySelector('#p15 .text').getBoundingClientRect())")
    desktop.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
    assert "div.detail_txt > h2" in desktop.run(told)
    desktop.run("document.querySelector('#p22 .text').click()")
    assert "div.widget:has(> a.relc_box)" in desktop.run(told)
    assert desktop.run("document.querySelector('#p22 .note').getAttribute('aria-expanded')") == "true"
    assert desktop.run("document.querySelector('.chosen').id") == "p22"
    desktop.press("Escape")
    assert desktop.run("document.querySelector('.chosen').id") == "p10"  # the example that it begins with
    assert desktop.run("document.querySelector('#p22 .note').getAttribute('aria-expanded')") == "false"


def test_all_of_it_is_reached_by_keyboard(desktop: Browser) -> None:
    desktop.press("Tab")
    assert desktop.run("document.activeElement.className") == "skip"
    desktop.press("Enter")
    assert desktop.run("location.hash") == "#page"
    desktop.press("Tab")
    assert desktop.run("document.activeElement.closest('.run').id") == "p0"
    assert desktop.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert "#skiplink" in desktop.run("document.querySelector('#why .facts-of-run').innerText")
    desktop.press("Enter")
    assert desktop.run("document.activeElement.getAttribute('aria-expanded')") == "true"
    runs = desktop.run("document.querySelectorAll('.run').length")
    assert desktop.run("document.querySelectorAll('.run > button.note').length") == runs
    assert desktop.run('document.querySelectorAll(\'[tabindex]:not([tabindex="0"]):not([tabindex="-1"])\').length') == 0


def test_a_field_leads_to_its_piece_even_where_its_kind_is_hidden(desktop: Browser) -> None:
    desktop.run("document.querySelector('[data-preset=gone]').click()")
    assert "p10" not in desktop.run(SHOWN)
    desktop.run("document.querySelector('#fields a[href=\"#p10\"]').click()")
    assert "p10" in desktop.run(SHOWN)


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1280])
@pytest.mark.parametrize("addresses", [False, True], ids=["", "addresses"])
def test_nothing_is_wider_than_the_screen(browser: Browser, path: Path, width: int, addresses: bool) -> None:
    browser.size(width, 740)
    browser.open(path)
    if addresses:
        browser.run("document.getElementById('addresses').click()")
    assert browser.run("document.documentElement.scrollWidth") <= width


def test_on_a_phone_a_tap_brings_the_reasons_and_closes_them(phone: Browser) -> None:
    shown = "getComputedStyle(document.getElementById('why')).display"
    assert phone.run(shown) == "none"
    phone.run("document.querySelector('#p16 .text').click()")
    assert phone.run(shown) == "block"
    bottom = phone.run("document.getElementById('why').getBoundingClientRect().bottom")
    assert bottom == pytest.approx(740, abs=1)
    phone.run("document.querySelector('#why .shut').click()")
    assert phone.run(shown) == "none"


def test_what_is_tapped_is_large_enough(phone: Browser) -> None:
    sizes = phone.run("[...document.querySelectorAll('button')].filter(b => b.offsetParent)"
                      ".map(b => b.getBoundingClientRect()).map(r => Math.min(r.width, r.height))")  # fmt: skip
    assert min(sizes) >= 24  # WCAG 2.2, 2.5.8


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("profile", [cleanscrape.AUTO, None], ids=["profile", "generic"])
def test_every_text_stands_out(browser: Browser, tmp_path: Path, dark: bool, profile: None) -> None:
    page = (FIXTURES / "article" / "page.html").read_bytes()
    path = tmp_path / "report.html"
    path.write_text(cleanscrape.render_report(cleanscrape.explain(page, URL, profile=profile)), encoding="utf-8")
    browser.size(1280, 900, dark=dark)
    browser.open(path)
    browser.run("document.querySelector('#p1 .text, #p0 .text').click()")
    contrasts = browser.run(CONTRASTS)
    assert len(contrasts) > 150
    assert contrasts[0][0] >= 4.5, contrasts[:3]


def test_every_kind_stands_out_in_both_schemes(browser: Browser, path: Path) -> None:
    """Each kind's name on its own tint and on the page, whether or not the fixture has the kind."""
    for dark in (False, True):
        browser.size(1280, 900, dark=dark)
        browser.open(path)
        browser.run(
            "(page => { const labels = [...document.styleSheets[0].cssRules].map(rule => rule.selectorText || '')"
            ".filter(text => /^\\.k-[a-z-]+$/.test(text));"
            "for (const label of labels) { const run = document.querySelector('.run').cloneNode(true);"
            "run.className = `run gone ${label.slice(1)}`; page.append(run); } })(document.querySelector('main'))"
        )
        assert browser.run("document.querySelectorAll('.run.gone').length") > 28
        contrasts = browser.run(CONTRASTS)
        assert contrasts[0][0] >= 4.5, contrasts[:3]
