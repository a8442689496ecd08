from __future__ import annotations

import re
from dataclasses import replace

import pytest
from invented import HOST, renamed, story, url
from test_profile_reference import ROOT, SHIPPED

from cleanscrape import Profile, check, learn
from cleanscrape.profile import Contract, load
from cleanscrape.profile.selector import Selector
from cleanscrape.profile.usual import Usual


@pytest.fixture(scope="module")
def profile() -> Profile:
    return learn([(story(0), url(0)), (story(1), url(1))])


def test_another_story_of_the_site_is_healthy(profile: Profile) -> None:
    health = check(profile, [(story(2), url(2))])
    assert (health.site, health.verdict, health.problems) == (HOST, "healthy", ())
    (page,) = health.pages
    assert (page.name, page.layout, page.verdict, page.agreement) == (url(2), "article", "healthy", 1.0)


def test_each_selector_is_counted(profile: Profile) -> None:
    health = check(profile, [(story(n), url(n)) for n in range(3)])
    uses = {use.key: use for use in health.selectors}
    assert (uses["article.body"].pages, uses["article.body"].found, uses["article.body"].matches) == (3, 3, 3)
    assert uses["article.drop.newsletter"].source == "div.signup-box"


def test_a_new_design_breaks_it(profile: Profile) -> None:
    health = check(profile, [(renamed(story(2)), url(2))])
    assert health.verdict == "broken"
    assert "no layout's markers are all in the page" in health.problems[0]
    assert health.pages[0].layout is None


def test_a_new_frame_around_the_same_body_degrades_it(profile: Profile) -> None:
    page = renamed(story(2)).replace("c-prose", "story-text").replace("c-title", "story-headline")
    health = check(profile, [(page.replace("c-when", "story-date"), url(2))])
    assert health.verdict == "degraded"
    assert "the frame has changed" in health.problems[0]


STANDING = ("html", "body", "header", "h1", "footer", "p", "a", "main", "div")
"""Elements that the invented pages have whatever their names are."""


def framed(profile: Profile, *frame: str) -> Profile:
    return replace(profile, layouts=(replace(profile.layouts[0], frame=tuple(map(Selector, frame))),))


def of_another_kind(n: int) -> str:
    return story(n).replace("story-text", "c-prose")


def test_a_page_of_another_kind_in_a_frame_that_stands_is_noted(profile: Profile) -> None:
    health = check(framed(profile, *STANDING), [(of_another_kind(2), url(2))])
    assert (health.verdict, health.pages[0].layout) == ("healthy", None)
    (problem,) = health.pages[0].problems
    assert problem.text.startswith("a page of another kind: no layout's markers are all in the page")


def test_where_more_than_an_eighth_of_the_frame_is_gone_too_the_design_has_changed(profile: Profile) -> None:
    assert check(framed(profile, *STANDING, "nav.x"), [(of_another_kind(2), url(2))]).verdict == "healthy"
    health = check(framed(profile, *STANDING, "nav.x", "nav.y"), [(of_another_kind(2), url(2))])
    assert (health.verdict, "the design has changed" in health.problems[0]) == ("broken", True)


def test_a_small_frame_does_not_tell_another_kind_from_a_new_design(profile: Profile) -> None:
    assert check(framed(profile, *STANDING[:7]), [(of_another_kind(2), url(2))]).verdict == "broken"


def test_pages_that_no_layout_reads_break_a_profile_where_they_are_most(profile: Profile) -> None:
    pages = [(of_another_kind(n), url(n)) for n in range(3)]
    health = check(framed(profile, *STANDING), [*pages, (story(0), url(0)), (story(1), url(1))])
    assert health.verdict == "broken"
    assert health.problems == ("no layout reads 3 of 5 pages, though its frame stands",)


def test_a_live_blog_whose_text_stands_elsewhere_is_of_another_kind(profile: Profile) -> None:
    page = story(2).replace('<div class="story-text"', '<div class="story-text"></div><div class="live"')
    health = check(framed(profile, *STANDING), [(page, url(2))])
    assert health.verdict == "healthy"
    assert "stands elsewhere" in health.pages[0].problems[0].text


def test_the_design_has_changed_where_half_of_the_frame_is_gone(profile: Profile) -> None:
    third = framed(profile, "header#masthead", "footer.imprint", "div.gone")
    assert check(third, [(story(2), url(2))]).verdict == "healthy"
    half = framed(profile, "header#masthead", "footer.imprint", "div.gone", "div.gone-too")
    health = check(half, [(story(2), url(2))])
    assert (health.verdict, "2 of 4 of its elements are gone" in health.problems[0]) == ("degraded", True)


def test_a_day_that_is_no_longer_printed_but_declared_is_noted_and_on_three_pages_degrades(profile: Profile) -> None:
    assert profile.layouts[0].published
    pages = [(story(n).replace("story-date", "x-when").replace("<time", "<b").replace("</time", "</b"), url(n))
             for n in range(3)]  # fmt: skip
    health = check(profile, pages[2:])
    assert health.verdict == "healthy"
    assert [problem.text for problem in health.pages[0].problems] == ["published: no selector finds it"]
    assert check(profile, pages).verdict == "degraded"


def test_a_day_that_is_lost_degrades_it(profile: Profile) -> None:
    page = re.sub(r'"datePublished": "[^"]*",|<p class="story-date">.*?</p>', "", story(2), flags=re.S)
    health = check(replace(profile, contract=Contract()), [(page, url(2))])
    assert health.problems == (f"{url(2)}: published: no selector finds it",)
    assert health.verdict == "degraded"


def test_a_headline_that_is_gone_degrades_it(profile: Profile) -> None:
    health = check(profile, [(story(2).replace("story-headline", "x-title"), url(2))])
    assert health.verdict == "degraded"
    assert health.problems == (f"{url(2)}: headline: no selector finds it",)


def test_a_body_that_has_moved_out_breaks_it(profile: Profile) -> None:
    page = story(2).replace(
        '<div class="story-text"', '<div class="story-text"><p>Read on below.</p></div><div class="y"'
    )
    health = check(profile, [(page, url(2))])
    assert health.verdict == "broken"


def test_where_the_generic_way_errs_its_agreement_is_given(profile: Profile) -> None:
    page = story(2).replace(
        '<div class="story-text"', '<div class="story-text"><p>Read on below.</p></div><div class="y"'
    )
    usual = replace(profile.usual, agreement=(0.0, 1.0))
    health = check(replace(profile, usual=usual, contract=Contract()), [(page, url(2))])
    assert not any("generic way takes for the body" in problem for problem in health.problems)


def test_a_broken_contract_breaks_it(profile: Profile) -> None:
    line = "<p>Whoever reads this may like to know that you can Sign up for our newsletter on the quay every day.</p>"
    layout = replace(profile.layouts[0], weigh=False)  # else the generic rules take the line for what it is
    health = check(replace(profile, layouts=(layout,)), [(story(2, extra=line), url(2))])
    assert health.verdict == "broken"
    assert "contract broken" in health.problems[0]


def test_one_odd_page_of_many_does_not_decide(profile: Profile) -> None:
    pages = [(story(n % 3), url(n % 3)) for n in range(5)]
    assert check(profile, [*pages, (renamed(story(2)), url(2))]).verdict == "healthy"
    assert check(profile, [*pages[:1], (renamed(story(2)), url(2))]).verdict == "broken"


def test_a_shape_that_is_unusual_on_one_page_is_noted_and_on_most_degrades(profile: Profile) -> None:
    narrow = replace(profile, usual=Usual(paragraphs=(20, 40)))
    health = check(narrow, [(story(2), url(2))])
    assert health.verdict == "healthy"
    assert [problem.text for problem in health.pages[0].problems] == ["unusual shape: paragraphs = 6, usual 20 to 40"]
    health = check(narrow, [(story(n), url(n)) for n in range(3)])
    assert (health.verdict, health.problems) == ("degraded", ("the bodies' shape is unusual on 3 of 3 pages",))


def test_what_is_no_article_says_nothing(profile: Profile) -> None:
    listing = "<h1>All stories</h1><ul>" + "<li><a href='/a'>Harbour news</a></li>" * 30 + "</ul>"
    health = check(profile, [(story(2), url(2)), (listing, None)])
    assert health.verdict == "healthy"
    assert health.pages[1].verdict is None
    assert check(profile, [(listing, None)]).verdict == "broken"
    assert check(profile, []).problems == ("none of the pages is an article",)


def test_the_shipped_profile_holds_on_its_fixtures() -> None:
    profile = load(SHIPPED)
    folder = ROOT / "tests" / "fixtures" / "urdupoint.com"
    pages = [(next(folder.glob(f"{case}/page.*")).read_bytes(), None) for case in ("article", "capture")]
    health = check(profile, pages)
    assert health.verdict == "healthy", health.problems
    assert [page.layout for page in health.pages] == ["news_article", None]
