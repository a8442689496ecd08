"""Pages of an invented site, for the tests of learning and checking: one design, any number of stories."""

from __future__ import annotations

HOST = "harbour-courier.example"
_STORIES = (
    ("Council votes to raise the sea wall by two metres", "Mira Tolben", "2031-03-04", "Harbour", (
        "The town council of Velmora voted on Tuesday to raise the old sea wall by two metres before winter.",
        "Engineers had warned for two years that the northern end would not hold against a storm like the last.",
        "The work is to begin in May, and the fish market will move to the upper quay until the stones are set again.",
        "Several traders told the council that they feared for their summer trade, and asked for lower rents.",
        "A first estimate puts the cost at nine million crowns, of which the province has promised to carry a half.",
        "The mayor said that she would walk along the finished wall on the first of November, whatever the weather.",
    )),
    ("Ferry crews return to work after a night of talks", "Odo Brannik", "2031-05-19", "Transport", (
        "Crews of the island ferries went back to work on Monday after talks that lasted until four in the morning.",
        "They will be paid for the hours that a boat waits in port, which was the heart of the quarrel since March.",
        "The company keeps the right to change the timetable in fog, but has to say so on the evening before it sails.",
        "About two hundred people had spent the night in the hall of the port, where volunteers handed out blankets.",
        "Neither side would call it a victory, and both thanked the harbour master for the soup and for her patience.",
        "The first boat left at seven with lorries of milk on board, and the queue had gone by the middle of the day.",
    )),
    ("Museum finds lost ledger behind a cupboard", "Ilsa Tamber", "2031-08-27", "Culture", (
        "Restorers at the sea museum have found a ledger that was thought to have burnt in the great fire of 1904.",
        "It lay behind an oak cupboard that nobody had moved since the building was a customs house, a century ago.",
        "The pages list every cargo of two winters, with the names of the captains and what each of them had to pay.",
        "Historians hope to learn from it how the town was fed in the year when the straits were closed by the ice.",
        "The book will be dried slowly and then photographed, so that readers can turn its leaves on a screen at home.",
        "Until the autumn it stays in a cool room, and only two people hold the key, the director told this paper.",
    )),
)  # fmt: skip


def url(number: int) -> str:
    """The address of a story."""
    return f"https://www.{HOST}/news/{_STORIES[number][3].lower()}/story-{number + 41}.html"


def paragraphs(number: int) -> tuple[str, ...]:
    """The paragraphs of a story."""
    return _STORIES[number][4]


def story(number: int, *, extra: str = "") -> str:
    """The page of a story; `extra` stands within its body, after the second paragraph."""
    headline, author, day, section, texts = _STORIES[number]
    body = "".join(f"<p>{text}</p>" + (extra if at == 1 else "") for at, text in enumerate(texts))
    others = "".join(f'<li><a href="/n/{n}">{_STORIES[n][0]}</a></li>' for n in range(3) if n != number)
    return f"""<!doctype html><html lang="en"><head><title>{headline} | The Harbour Courier</title>
<meta property="og:site_name" content="The Harbour Courier"><meta property="og:title" content="{headline}">
<link rel="canonical" href="{url(number)}">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{headline}",
"datePublished": "{day}T08:00:00+01:00", "author": {{"@type": "Person", "name": "{author}"}}}}</script></head><body>
<header id="masthead"><a class="masthead-logo" href="/">The Harbour Courier</a>
<nav class="site-menu"><a href="/harbour">Harbour</a><a href="/sport">Sport</a></nav></header>
<main class="story-page"><p class="story-kicker">{section}</p><h1 class="story-headline">{headline}</h1>
<p class="story-byline">By <a rel="author" href="/team/{number}">{author}</a></p>
<p class="story-date"><time datetime="{day}T08:00:00+01:00">{day}</time></p>
<div class="story-text" id="story-{number + 41}">{body}
<div class="signup-box"><h3>Sign up for our newsletter</h3><p>One letter a week with all that moves the harbour.</p>
<form><input name="mail"><button>Subscribe now</button></form></div></div>
<section class="more-stories"><h2>Related articles</h2><ul>{others}</ul></section></main>
<aside class="most-read"><h2>Most read</h2><ul>{others}</ul></aside>
<footer class="imprint"><p>© 2031 The Harbour Courier. All rights reserved.</p>
<a href="/terms">Terms of use</a></footer>
</body></html>"""


def renamed(page: str) -> str:
    """The page in another design: other names, another nesting."""
    for old, new in (
        ("story-page", "c-view"), ("story-text", "c-prose"), ("story-headline", "c-title"), ("story-byline", "c-by"),
        ("story-date", "c-when"), ("signup-box", "c-letter"), ("more-stories", "c-next"), ("most-read", "c-top"),
        ("imprint", "c-foot"), ("masthead", "c-head"), ("site-menu", "c-menu"), ("story-kicker", "c-kick"),
    ):  # fmt: skip
        page = page.replace(old, new)
    return page.replace("<main ", "<div><main ").replace("</main>", "</main></div>")
