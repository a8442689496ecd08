from __future__ import annotations

from lxml import etree

from cleanscrape.profile import Elements, Layout, Profile, Selector, choose_layout


def layout(name: str, *markers: str) -> Layout:
    return Layout(name, markers=tuple(map(Selector, markers)))


def profile(*layouts: Layout) -> Profile:
    return Profile("The Example Courier", hosts=("example.com",), layouts=layouts)


ROOT = etree.fromstring("<div class=story><h1>A</h1></div>", etree.HTMLParser())


def test_the_first_layout_whose_markers_are_all_there_is_chosen() -> None:
    new, old = layout("new", "article", "h1"), layout("old", "div.story", "h1")
    assert choose_layout(profile(new, old), ROOT) is old
    assert choose_layout(profile(old, new), Elements(ROOT)) is old


def test_no_layout_fits() -> None:
    assert choose_layout(profile(layout("new", "article")), ROOT) is None
    assert choose_layout(profile(), ROOT) is None


def test_a_layout_without_markers_fits_every_page() -> None:
    any_page = layout("any")
    assert choose_layout(profile(layout("new", "article"), any_page), ROOT) is any_page
