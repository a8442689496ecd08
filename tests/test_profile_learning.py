from __future__ import annotations

from pathlib import Path

import pytest
from invented import HOST, paragraphs, renamed, story, url
from lxml import html

import cleanscrape
from cleanscrape import NothingLearned, Profile, check, learn
from cleanscrape.article import Tier
from cleanscrape.page import Page
from cleanscrape.profile import loads
from cleanscrape.profile.learning.names import is_hashed, names_of
from cleanscrape.profile.writing import profile_toml
from cleanscrape.rules.body import weighed_body
from cleanscrape.tree import cut_tree


@pytest.fixture(scope="module")
def learned() -> Profile:
    return learn([(story(0), url(0)), (story(1), url(1))])


def sources(profile: Profile, key: str) -> list[str]:
    return [selector.source for selector in getattr(profile.layouts[0], key)]


def test_what_two_pages_teach(learned: Profile) -> None:
    assert (learned.name, learned.hosts, learned.language) == ("The Harbour Courier", (HOST,), "en")
    assert learned.tier is Tier.LEARNED
    assert len(learned.layouts) == 1
    assert sources(learned, "body") == sources(learned, "markers") == ["div.story-text"]
    assert sources(learned, "headline") == ["h1.story-headline"]
    assert sources(learned, "byline") == ["a[rel='author']"]
    assert sources(learned, "published") == ["p.story-date > time"]
    assert [(d.kind, [s.source for s in d.selectors]) for d in learned.layouts[0].drop] == [
        ("newsletter", ["div.signup-box"])
    ]
    assert "Sign up for our newsletter" in learned.contract.never
    assert learned.contract.require == ("headline", "published")
    assert "aside.most-read" in sources(learned, "frame")


def test_of_compiled_names_the_frame_keeps_what_stands_before_the_hash() -> None:
    pages = [(story(n).replace('"most-read"', '"MostRead_root__2gF81"'), url(n)) for n in (0, 1)]
    assert "aside[class*='MostRead_root__']" in sources(learn(pages), "frame")


def test_each_selector_says_what_it_rests_on(learned: Profile) -> None:
    layout = learned.layouts[0]
    assert layout.headline[0].remark == "2 of 2 pages, as JSON-LD and meta and title"
    assert layout.body[0].remark == "2 of 2 pages"
    assert layout.drop[0].selectors[0].remark == "2 of 2"
    alone = learn([(story(0), url(0))])
    assert "one page alone" in alone.remarks[-1]
    assert alone.contract.require == ("headline",)


def test_the_profile_is_written_and_loads_again(learned: Profile) -> None:
    text = profile_toml(learned)
    assert loads(text) == learned
    assert 'headline = "h1.story-headline"  # 2 of 2 pages, as JSON-LD and meta and title' in text
    assert len(text.splitlines()) < 50


def test_the_profile_in_the_documentation_is_the_one_that_is_learned(learned: Profile) -> None:
    document = (Path(__file__).parent.parent / "docs" / "add-a-site.md").read_text(encoding="utf-8")
    assert f"```toml\n{profile_toml(learned)}```" in document


def test_it_reads_another_story_of_the_site(learned: Profile) -> None:
    article = cleanscrape.extract(story(2), url(2), profile=learned)
    assert article.profile.name == "The Harbour Courier"
    assert article.text.split("\n\n") == list(paragraphs(2))
    assert article.headline == "Museum finds lost ledger behind a cupboard"
    assert article.authors == ("Ilsa Tamber",)
    assert article.warnings == ()


def test_a_box_that_the_lesson_did_not_have_is_weighed(learned: Profile) -> None:
    box = '<div class="teaser-list"><h4>Read also</h4><ul>' + "".join(
        f'<li><a href="/x/{n}">Harbour story number {n} of this week</a></li>' for n in range(4)
    )
    article = cleanscrape.extract(story(2, extra=box + "</ul></div>"), url(2), profile=learned)
    assert learned.layouts[0].weigh
    assert article.text.split("\n\n") == list(paragraphs(2))


def test_a_page_whose_body_stands_elsewhere_is_left_to_the_generic_rules(learned: Profile) -> None:
    page = story(2).replace(
        '<div class="story-text"', '<div class="story-text"><p>Read on below.</p></div><div class="y"'
    )
    article = cleanscrape.extract(page, url(2), profile=learned)
    assert article.text.split("\n\n")[-6:] == list(paragraphs(2))
    assert article.profile.tier is Tier.GENERIC
    assert "of what the rules take for the body stands elsewhere" in article.warnings[0]


def test_the_same_pages_teach_the_same(learned: Profile) -> None:
    again = learn([(story(0), url(0)), (story(1), url(1))])
    assert profile_toml(again) == profile_toml(learned)


def test_two_designs_are_two_layouts() -> None:
    profile = learn([(story(0), url(0)), (renamed(story(1)), url(1))])
    assert [layout.body[0].source for layout in profile.layouts] == ["div.story-text", "div.c-prose"]
    for number, page in ((0, story(0)), (1, renamed(story(1))), (2, story(2)), (2, renamed(story(2)))):
        article = cleanscrape.extract(page, url(number), profile=profile)
        assert article.text.split("\n\n") == list(paragraphs(number))
        assert article.profile.name == "The Harbour Courier"


def test_names_of_machines_are_not_used() -> None:
    page = story(0).replace('class="story-text"', 'class="css-1x2y3z" data-testid="article-text"')
    page = page.replace('class="story-headline"', 'class="Headline-dDoYjY kzbXyQ"')
    layout = learn([(page, url(0))]).layouts[0]
    assert layout.body[0].source == "div[data-testid='article-text']"
    assert layout.headline[0].source == "h1[class*='Headline-']"


@pytest.mark.parametrize(
    "name", ["css-1x2y3z", "_3fQ9k", "dDoYjY", "sc-1i4xxi7", "cZIpQC", "IlZu4", "2tOYT", "post-906868"]
)
def test_hashed(name: str) -> None:
    assert is_hashed(name)


@pytest.mark.parametrize(
    "name", ["article-body", "articleBody", "story_text", "h-card", "detail_txt", "o-article__main"]
)
def test_not_hashed(name: str) -> None:
    assert not is_hashed(name)


def test_names_of_two_letters_are_not_used() -> None:
    page = story(0).replace('class="story-text" id="story-41"', 'class="ec ld"')
    assert learn([(page, url(0))]).layouts[0].body[0].source == "main.story-page > div"


def test_numbered_ids_are_not_used() -> None:
    from lxml import html

    element = html.fromstring('<div id="story-4711" class="mt-4 story-text">x</div>')
    assert names_of(element)[0].css == "div.story-text"
    assert not any("4711" in name.css for name in names_of(element))


def test_a_name_that_is_the_story_s_own_is_not_used() -> None:
    page = story(0).replace('<a rel="author"', '<a class="mira-tolben"')
    assert "mira-tolben" not in profile_toml(learn([(page, url(0))]))


def test_an_entry_of_the_menu_is_no_section() -> None:
    page = story(0).replace('"NewsArticle",', '"NewsArticle", "articleSection": "Harbour",')
    assert [s.source for s in learn([(page, url(0))]).layouts[0].section] == ["p.story-kicker"]
    page = page.replace('<p class="story-kicker">Harbour</p>', "").replace("<a href=", '<a class="entry" href=')
    assert learn([(page, url(0))]).layouts[0].section == ()


def test_pages_that_teach_nothing() -> None:
    with pytest.raises(NothingLearned, match="none of the pages is an article"):
        learn([("<ul>" + "<li><a href='/a'>News</a></li>" * 30 + "</ul>", "https://example.com/")])
    with pytest.raises(NothingLearned, match="give the address"):
        learn([(story(0).replace('rel="canonical"', 'rel="other"'), None)])
    with pytest.raises(NothingLearned, match="none of the pages"):
        learn([])


def test_a_page_that_is_no_article_is_passed_over_and_named() -> None:
    profile = learn([("<p>Not found</p>", f"https://{HOST}/404"), (story(0), url(0))])
    assert profile.remarks[0] == f"https://{HOST}/404: no article is found in it; it taught nothing"


def test_the_frame_of_the_body_is_no_lesson() -> None:
    """A line that stands in the body of every page is the site's, not the story's."""
    line = "<p>The Harbour Courier is printed on the quay and brought to the islands by the first boat of the day.</p>"
    profile = learn([(story(n, extra=line), url(n)) for n in (0, 1)])
    health = check(profile, [(story(2), url(2))])
    assert health.verdict == "healthy"


def with_picture(number: int, page: str) -> str:
    """The page with a picture above its body, whose caption and credit have names of their own."""
    picture = (
        f'<figure><img src="/img/pier-{number}.jpg" width="900" height="600" alt="A pier"><div class="pic-words">'
        f'<p class="pic-line">Waves at the old pier on the evening of day {number}.</p>'
        f'<p class="pic-maker">Photo: Bela Torvin</p></div></figure>'
    )
    return page.replace('<div class="story-text"', f'{picture}<div class="story-text"')


def test_captions_and_credits_are_learned() -> None:
    profile = learn([(with_picture(n, story(n)), url(n)) for n in (0, 1)])
    assert sources(profile, "credit") == ["p.pic-maker"]
    article = cleanscrape.extract(with_picture(2, story(2)), url(2), profile=profile)
    assert [(image.caption, image.credit) for image in article.images] == [
        ("Waves at the old pier on the evening of day 2.", "Bela Torvin")
    ]
    assert [block.text for block in article.body if block.kind == "caption"] == [article.images[0].caption]
    assert article.text.split("\n\n") == list(paragraphs(2))


def test_a_byline_of_more_people_than_are_declared_is_not_learned() -> None:
    together = story(0).replace(
        "Mira Tolben</a></p>", 'Mira Tolben</a> and <a rel="author" href="/team/9">Bela Torvin</a></p>'
    )
    profile = learn([(together, url(0))])
    assert profile.layouts[0].byline == ()
    assert "article, byline: 2 people are printed, 1 declared; left to the generic way" in profile.remarks


def test_the_site_bears_the_name_that_its_profile_gives_it(learned: Profile) -> None:
    page = story(2).replace('content="The Harbour Courier"', 'content="courier_web_3"')
    assert cleanscrape.extract(page, url(2), profile=None).site == "courier_web_3"
    article = cleanscrape.extract(page, url(2), profile=learned)
    assert article.site == "The Harbour Courier"
    assert article.sources["site"].by == "profile"
    nameless = loads(profile_toml(learned).replace('name = "The Harbour Courier"', f'name = "{HOST}"'))
    assert cleanscrape.extract(page, url(2), profile=nameless).site == "courier_web_3"


def test_a_bare_hash_beside_a_name_with_one_is_not_used() -> None:
    names = names_of(html.fromstring('<div class="StoryPage-cLMOOJ iquEmw story-main"></div>'))
    assert [name.css for name in names] == ["div.story-main", "div[class*='StoryPage-']", "div"]


def test_tags_alone_are_no_selector_of_a_field() -> None:
    crumbs = "<nav><ol><li>Home</li><li>Harbour</li></ol></nav>"
    page = story(0).replace('"NewsArticle",', '"NewsArticle", "articleSection": "Harbour",')
    page = page.replace('<p class="story-kicker">Harbour</p>', crumbs)
    layout = learn([(page, url(0))]).layouts[0]
    assert all("." in s.source or "#" in s.source for s in (*layout.section, *layout.breadcrumbs))


def test_paragraphs_that_were_always_body_are_kept(learned: Profile) -> None:
    assert sources(learned, "keep") == ["div.story-text > p"]
    assert learned.layouts[0].keep[0].remark == "all 12 pieces on 2 of 2"


def test_a_kept_paragraph_that_is_a_link_as_a_whole_is_weighed(learned: Profile) -> None:
    page = story(2, extra="<p><a href='/n/4'>Log in</a></p>")
    assert cleanscrape.extract(page, url(2), profile=learned).text.split("\n\n") == list(paragraphs(2))


def weighed(page: str, sure: str) -> list[str]:
    """The texts of the body that `div.story-text` offers, where one of its lines is sure."""
    source = Page(page)
    blocks = cut_tree(source.root, source.limits)
    box = next(node for node in blocks.nodes if "story-text" in node.tag.raw)
    known = {piece.index for piece in blocks.pieces if piece.text == sure}
    chosen, _ = weighed_body(blocks, range(box.first, box.end), printed=(), sure=known, is_news=source.linked.is_news)
    return [blocks.pieces[i].text for i in chosen]


def test_what_is_sure_is_not_weighed_as_long_as_the_body_goes_on() -> None:
    line = "<p><a href='/n/4'>Log in</a></p>"
    within, below = story(2, extra=line), story(2).replace('<div class="signup-box"', f'{line}<div class="signup-box"')
    assert weighed(within, "") == list(paragraphs(2))
    assert "Log in" in weighed(within, "Log in")
    assert weighed(below, "Log in") == list(paragraphs(2))


def test_elements_that_are_no_body_on_one_page_are_not_kept() -> None:
    page = story(0, extra="<p><a href='/n/9'>Read also: Ferry crews return to work after a night of talks</a></p>")
    assert sources(learn([(page, url(0))]), "keep") == []


def test_an_opening_above_the_container_is_body_where_the_rules_see_it(learned: Profile) -> None:
    opening = (
        "The oldest book of the customs house has come to light again, and it lists each cargo of two hard winters."
    )
    page = story(2).replace('<div class="story-text"', f'<p class="lead-in">{opening}</p><div class="story-text"')
    article = cleanscrape.extract(page, url(2), profile=learned)
    assert article.profile.tier is Tier.LEARNED
    assert article.text.split("\n\n") == [opening, *paragraphs(2)]


def test_a_heading_alone_is_no_box_to_drop() -> None:
    line = '<div class="between"><h3>Read also</h3></div>'
    layout = learn([(story(0, extra=line), url(0))]).layouts[0]
    assert [(d.kind, [s.source for s in d.selectors]) for d in layout.drop] == [("newsletter", ["div.signup-box"])]
