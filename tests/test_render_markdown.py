from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cleanscrape.article import Article, Block, Byline, Dateline, Image, Timestamp
from cleanscrape.render.inline import escaped, pieces
from cleanscrape.render.markdown import render_markdown

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
FIVE = dt.timezone(dt.timedelta(hours=5))


def body(*blocks: Block) -> str:
    return render_markdown(Article(body=blocks))


def paragraph(html: str) -> str:
    return body(Block("paragraph", text="?", html=html)).removesuffix("\n")


def item(text: str, level: int = 1, ordinal: int | None = None) -> Block:
    return Block("list", text=text, level=level, ordinal=ordinal)


def shown(markdown: str) -> list[str]:
    """The words of each block, as a reader of Markdown shows them, white space folded."""
    return [" ".join(words.split()) for words in _shown(markdown) if words.strip()]


def _shown(markdown: str) -> Iterator[str]:
    for token in READER.parse(markdown):
        assert token.type not in ("html_block", "code_block")
        if token.type == "fence":
            yield token.content
        elif token.type == "inline":
            parts = [" " if part.type in ("softbreak", "hardbreak") else part.content for part in token.children or ()]
            yield "".join(part for part in parts if part not in ("<sub>", "</sub>", "<sup>", "</sup>"))


# What stands where


def test_the_header() -> None:
    article = Article(
        headline="Quay *opens*",
        dek="Boats & trains.",
        byline=Byline("By Nora Lind"),
        published=Timestamp(dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=FIVE)),
        body=(Block("paragraph", text="One."),),
    )
    header = "# Quay \\*opens\\*\n\n_Boats & trains._\n\nBy Nora Lind · 2024-05-06 07:08+05:00\n\n"
    assert render_markdown(article) == header + "One.\n"
    assert render_markdown(article, header=False) == "One.\n"


@pytest.mark.parametrize(
    ("article", "markdown"),
    [
        (Article(), ""),
        (Article(headline="Only"), "# Only\n"),
        (Article(headline="Python and C #"), "# Python and C \\#\n"),
        (Article(byline=Byline("Nora Lind")), "Nora Lind\n"),
        (Article(published=Timestamp(dt.date(2024, 5, 6))), "2024-05-06\n"),
        (Article(published=Timestamp(dt.datetime(2024, 5, 6, 7, 8, tzinfo=dt.UTC))), "2024-05-06 07:08+00:00\n"),
    ],
)
def test_a_header_in_part(article: Article, markdown: str) -> None:
    assert render_markdown(article) == markdown


@pytest.mark.parametrize(
    ("block", "markdown"),
    [
        (Block("heading", text="Part", level=3), "### Part\n"),
        (Block("heading", text="Part", level=1), "## Part\n"),
        (Block("heading", text="Part"), "## Part\n"),
        (Block("heading", text="One\ntwo", html="One<br>two", level=2), "## One two\n"),
        (Block("heading", text="Part #", html="<b>Part #</b>", level=2), "## Part \\#\n"),
        (Block("heading", text="A b c", html="<b>A</b> b <b>c</b>", level=2), "## **A** b **c**\n"),
        (Block("heading", text="**", level=2), "## \\*\\*\n"),
        (Block("caption", text="The quay."), "_The quay._\n"),
        (Block("code", text="a = 1\n  b"), "```\na = 1\n  b\n```\n"),
        (Block("code", text="```\na\n````"), "`````\n```\na\n````\n`````\n"),
        (Block("code", text="a\r\nb\n"), "```\na\nb\n```\n"),
        (Block("table", text="a\tb\nc\td|e"), "| a | b |\n| --- | --- |\n| c | d\\|e |\n"),
        (Block("table", text="a\nc\td"), "| a |  |\n| --- | --- |\n| c | d |\n"),
        (
            Block(
                "table", text="?", html="<table><tr><th>a</th></tr><tr><td><b>1</b> <code>x|y</code></td></tr></table>"
            ),
            "| a |\n| --- |\n| **1** x\\|y |\n",
        ),
        (Block("table", text="", html="<table></table>"), ""),
        (Block("paragraph", text="", html="<b></b>"), ""),
        (Block("paragraph", text=" "), ""),
        (Block("unheard-of", text="One."), "One.\n"),
    ],
)
def test_a_block(block: Block, markdown: str) -> None:
    assert body(block) == markdown


def test_quotes_in_a_row_are_one() -> None:
    quotes = (Block("quote", text="One."), Block("quote", text="Two", html="Two<br>lines."))
    assert body(*quotes, Block("paragraph", text="Three.")) == "> One.\n>\n> Two\\\n> lines.\n\nThree.\n"


@pytest.mark.parametrize(
    ("items", "lines"),
    [
        ([item("a"), item("b")], ["- a", "- b"]),
        ([item("a"), item("b", 2), item("c", 3), item("d")], ["- a", "  - b", "    - c", "- d"]),
        ([item("a", 1), item("b", 4), item("c", 2)], ["- a", "  - b", "  - c"]),
        ([item("a", 3), item("b", 1)], ["- a", "- b"]),
        ([item("a", 1, 1), item("b", 1, 2)], ["1. a", "2. b"]),
        ([item("a", 1, 9), item("b", 1, 10), item("c", 2)], ["9. a", "10. b", "    - c"]),
        ([item("a", 1, 1), item("b", 2, 1), item("c", 1, 2)], ["1. a", "   1. b", "2. c"]),
        ([item("a"), item("b", 2, 5)], ["- a", "", "  5. b"]),
        ([item("a", 1, 1), item("b", 1, 1)], ["1. a", "1) b"]),
        ([item("a", 1, 1), item("b", 1, 4), item("c", 1, 5)], ["1. a", "", "4) b", "5) c"]),
        ([item("a", 1, 1), item("b")], ["1. a", "- b"]),
        ([item("a", 1, -1), item("b", 1, 1_000_000_000)], ["- a", "- b"]),
        ([item("a"), item(""), item("b")], ["- a", "- b"]),
        ([item("1. a"), item("- b")], ["- 1\\. a", "- \\- b"]),
    ],
)
def test_a_list(items: list[Block], lines: list[str]) -> None:
    assert body(*items) == "\n".join(lines) + "\n"


def test_the_numbers_of_a_list_parse_back() -> None:
    markdown = body(*(item("x", 1, number) for number in (3, 4, 1, 2, 9)))
    lists = [token for token in READER.parse(markdown) if token.type == "ordered_list_open"]
    assert [token.attrs.get("start", 1) for token in lists] == [3, 1, 9]


def test_a_break_in_an_item_stays_in_it() -> None:
    assert body(Block("list", text="?", html="a<br>- b", level=1, ordinal=1)) == "1. a\\\n   \\- b\n"


def test_images_and_captions() -> None:
    article = Article(
        body=(Block("paragraph", text="One."), Block("caption", text="The quay. Photo: P. P.")),
        images=(
            Image("https://example.org/1.jpg", alt="A [boat]", caption="Lead.", credit="N. L.", is_lead=True),
            Image("https://example.org/2_(b).jpg", caption="The quay.", credit="Photo: P. P."),
            Image("javascript:alert(1)", caption="No picture."),
        ),
    )
    first = "![A \\[boat\\]](https://example.org/1.jpg)"
    second = "![](https://example.org/2_\\(b\\).jpg)"
    assert render_markdown(article) == "One.\n\n_The quay. Photo: P. P._\n"
    assert render_markdown(article, captions=False) == "One.\n"
    assert render_markdown(article, images=True).split("\n\n") == [
        first, "_Lead. N. L._", "One.", second, "_The quay. Photo: P. P._", "_No picture._\n",
    ]  # fmt: skip
    assert render_markdown(article, images=True, captions=False).split("\n\n") == [first, "One.", second + "\n"]


def test_the_dateline_comes_back_on_demand() -> None:
    article = Article(dateline=Dateline("OST*"), body=(Block("paragraph", text="One.", html="<b>One.</b>"),))
    assert render_markdown(article) == "**One.**\n"
    assert render_markdown(article, dateline=True) == "OST\\* — **One.**\n"


# Words


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("a <em>b</em> <strong>c</strong> <i>d</i> <b>e</b>", "a _b_ **c** _d_ **e**"),
        ("<b><i>a</i></b>", "**_a_**"),
        ("<b>a <i>b</i> c</b>", "**a** **_b_** **c**"),
        ("<b>a</b><b>b</b>", "**ab**"),
        ("<b> a </b>b", "**a** b"),
        ("a<i>b</i>c", "a*b*c"),
        ("a<b><i>b</i></b>c", "a***b***c"),
        ("er<b>(in)</b>nen", "er(**in**)nen"),
        ("这<b>“重点”</b>吗", "这“**重点**”吗"),
        ("<b>Note:</b> b", "**Note:** b"),
        ("<b>Note:</b><i>b</i>", "**Note**:_b_"),
        ("<b>a</b><i>b</i>", "**a**_b_"),
        ("<b>a</b><i>b</i>c", "**a**bc"),
        ("<b>...</b>a", "...a"),
        ("<s>a</s> <del>b</del>", "~~a~~ ~~b~~"),
        ("10<sup>6</sup> H<sub>2</sub>O", "10<sup>6</sup> H<sub>2</sub>O"),
        ("<code>a*b</code> <code>a`b</code> <code>`</code>", "`a*b` ``a`b`` `` ` ``"),
        ("<b><code>a</code></b>", "**`a`**"),
        ("x<b><code>a</code></b>", "x`a`"),
        ("<u>a</u> <mark>b</mark> <abbr>c</abbr>", "a b c"),
        ('<a href="https://example.org/">a <b>b</b></a>', "[a **b**](https://example.org/)"),
        ('<b>a <a href="https://example.org/">b</a> c</b>', "**a** [**b**](https://example.org/) **c**"),
        ('a<a href="https://example.org/"> b </a>c', "a [b](https://example.org/) c"),
        ('<a href="https://example.org/"> </a>c', "c"),
        ('Oh!<a href="https://example.org/">b</a>', "Oh\\![b](https://example.org/)"),
        (
            '<a href="https://example.org/a_(b)?c&amp;copy;=1">b]</a>',
            "[b\\]](https://example.org/a_\\(b\\)?c\\&copy;=1)",
        ),
        ('<a href="https://example.org/a b|c">b</a>', "[b](https://example.org/a%20b%7Cc)"),
        ('<a href="javascript:alert(1)">b</a>', "b"),
        ('<a href="/news">b</a>', "b"),
        ("<br>a<br> b<br>", "a\\\nb"),
        ("<b>a<br>b</b>", "**a\\\nb**"),
        ("a<script>alert(1)</script>b", "ab"),
    ],
)
def test_marks(html: str, markdown: str) -> None:
    assert paragraph(html) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("1. a", "1\\. a"),
        ("1) a", "1\\) a"),
        ("1.5 a", "1.5 a"),
        ("- a", "\\- a"),
        ("-5 a", "-5 a"),
        ("---", "\\---"),
        ("+ a", "\\+ a"),
        ("# a", "\\# a"),
        ("#a", "#a"),
        ("> a", "\\> a"),
        ("a > b", "a > b"),
        ("===", "\\==="),
        ("a * b [c] <d> `e` \\ ~f~ |", "a \\* b \\[c\\] \\<d> \\`e\\` \\\\ \\~f\\~ \\|"),
        ("snake_case _a_ __", "snake_case \\_a\\_ \\_\\_"),
        ("R&D &amp; &#38; AT&T", "R&D \\&amp; \\&#38; AT\\&T"),
        ("![a](b)", "!\\[a\\](b)"),
        ("Oh!", "Oh!"),
        ("a\n b  c", "a b c"),
    ],
)
def test_special_characters(text: str, markdown: str) -> None:
    assert body(Block("paragraph", text=text)) == markdown + "\n"
    assert shown(markdown) == [" ".join(text.split())]


def test_a_lone_surrogate_can_be_encoded() -> None:
    assert body(Block("paragraph", text="a\ud83db")).encode() == "a\ufffdb\n".encode()


# All of it parses back to the same words

SPECIAL = list("ab1\\`*_{}[]()#+-.!<>&|~=:;\"'$^é中€“”… \u00a0א١😀\u0301")
TEXTS = st.lists(
    st.sampled_from(
        [
            *SPECIAL,
            "&amp;",
            "&copy",
            "1. ",
            "- ",
            "# ",
            "===",
            "---",
            "```",
            "~~",
            "![",
            "](",
            "<b>",
            "<!--",
            ":-",
            "\u2028",
        ]
    ),
    max_size=8,
).map("".join)


def marked(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = st.sampled_from(["b", "em", "code", "sub", "sup", "s", "u", 'a href="https://example.org/x_(y)&amp;copy;"'])
    return st.tuples(tags, st.lists(inner, max_size=4)).map(lambda t: f"<{t[0]}>{''.join(t[1])}</{t[0].split()[0]}>")


HTMLS = st.lists(st.recursive(TEXTS.map(escaped) | st.just("<br>"), marked, max_leaves=12), max_size=4).map("".join)
BLOCKS = st.builds(
    lambda kind, html, level, ordinal: Block(
        kind, text="".join(p.text for p in pieces(html)), html=html, level=level, ordinal=ordinal
    ),
    st.sampled_from(["paragraph", "heading", "list", "quote", "caption", "code"]),
    HTMLS,
    st.integers(0, 4),
    st.none() | st.integers(-1, 12),
)


def folded(texts: list[str]) -> list[str]:
    return [" ".join(text.split()) for text in texts if text.strip()]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS, TEXTS, st.lists(BLOCKS, max_size=5))
def test_blocks_parse_back_to_their_words(headline: str, dek: str, blocks: list[Block]) -> None:
    markdown = render_markdown(Article(headline=headline, dek=dek, body=tuple(blocks)))
    assert shown(markdown) == folded([headline, dek, *(block.text for block in blocks)])


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.lists(HTMLS, min_size=1, max_size=3), min_size=1, max_size=3))
def test_tables_parse_back_to_their_words(rows: list[list[str]]) -> None:
    html = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    markdown = body(Block("table", text="?", html=f"<table>{html}</table>"))
    assert shown(markdown) == folded(["".join(p.text for p in pieces(cell)) for row in rows for cell in row])


@pytest.mark.parametrize(
    "unit", ["<b>", "<b>x</i><i>y</b>", "<a ", '<a "', "&#", "*", "_ ", "`", "[", "<br>", "<td>", "#"]
)
@pytest.mark.parametrize("kind", ["paragraph", "heading", "table", "list"])
def test_hostile_input_is_rendered(unit: str, kind: str) -> None:
    text = unit * 5_000
    assert isinstance(body(Block(kind, text=text, html=text)), str)
