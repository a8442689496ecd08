"""Where a link leads says what it is: ``facebook.com/sharer`` shares, a voucher shop is no story.

Only addresses that are unmistakable speak here, since they speak before headings: a list of the latest stories
may hold a paid link, and a foot may hold a row of vouchers.
"""

from __future__ import annotations

import re
from typing import Final

from cleanscrape.block import Piece
from cleanscrape.label import Label
from cleanscrape.reading import Reading

_HREF: Final = 'href="'
_LONGEST_ADDRESS: Final = 200  # characters of an address that are looked at
_MOSTLY: Final = 0.5  # share of a piece's letters that are links
_MOST_LINKS: Final = 12  # links of one piece that are looked at
_LONGEST_SHARE: Final = 60  # letters of a share link; a longer text is a story that a post is quoted in

_PLAIN: Final = re.compile(
    # The addresses that networks give for handing a page on, and their apps' schemes.
    r"(?P<share>facebook\.com/(?:sharer|share\.php|dialog/)|(?:twitter|x)\.com/(?:intent|share|home\?status)|"
    r"linkedin\.com/(?:share|cws)|pinterest\.[a-z.]+/pin/create|reddit\.com/submit|t\.me/share|telegram\.me/share|"
    r"wa\.me/\?|api\.whatsapp\.com/send|whatsapp://|fb-messenger:|viber:|tumblr\.com/(?:share|widgets)|vk\.com/share|"
    r"xing\.com/(?:spi|app/user)|getpocket\.com/save|line\.me/r/msg|lineit\.line\.me|service\.weibo\.com/share|"
    r"mailto:\?|share\.flipboard|connect\.ok\.ru|bsky\.app/intent|threads\.net/intent|buffer\.com/add)"
    # Servers that count clicks on advertisements.
    r"|(?P<advertisement>doubleclick\.net|googleadservices\.|googlesyndication\.|outbrain\.com|taboola\.com|"
    r"paid\.outbrain|revcontent\.|mgid\.com|adclick|/adserver|awin1\.com|amzn\.to/|[?&]tag=[\w-]+-2\d\b)"
    # Stores and counters of apps: invitations to the site's app.
    r"|(?P<newsletter>apps\.apple\.com/|itunes\.apple\.com/[^\"]*app|play\.google\.com/store/apps|app\.adjust\.com|"
    r"\.app\.link/|onelink\.me/)"
    # Vouchers, comparisons, product guides: what sites keep for people who come from search engines.
    r"|(?P<farm>gutschein|voucher-?code|//vouchers?\.|/vouchers?/|discount-?code|promo-?codes?|codes?-?promo|"
    r"code-?reduction|coupons?[./-]|/coupons?\b|rabatt-?code|/rabattkod|kortingscode|codici-?sconto|codigos?-descuento|"
    r"cupones|preisvergleich|/vergleich/|guides?-d?-?achat|guide-achat|/comparatif|kaufberatung)"
)
_KINDS: Final = {
    "share": Label.SHARE,
    "advertisement": Label.ADVERTISEMENT,
    "newsletter": Label.NEWSLETTER,
    "farm": Label.LINK_FARM,
}


def label_addresses(reading: Reading) -> None:
    """Label the open pieces whose links all lead to one unmistakable kind of address."""
    pieces = reading.blocks.pieces
    last = max(reading.chosen, default=0)
    for index in reading.labels.open():
        piece = pieces[index]
        if piece.outer is None and (not piece.links or piece.link_chars < _MOSTLY * len(piece.text)):
            continue
        kind, href = _of_links(piece)
        if kind is None or (kind is Label.SHARE and len(piece.text) > _LONGEST_SHARE * max(1, len(piece.links))):
            continue
        if kind is Label.LINK_FARM and index < last:
            continue  # in the menu it is an entry; in the article, a source
        reading.label((index,), kind, "rules.addresses", href)


def _of_links(piece: Piece) -> tuple[Label | None, str]:
    """The kind that the addresses of a piece agree on, and one of them."""
    kind: Label | None = None
    href = ""
    tags = [tag for tag, _ in piece.links[:_MOST_LINKS]] or [piece.outer or ""]
    for tag in tags:
        start = tag.find(_HREF)
        if start < 0:
            return None, ""
        href = tag[start + len(_HREF) : start + _LONGEST_ADDRESS]
        found = _PLAIN.search(href.split('"', 1)[0])
        if found is None:
            return None, ""
        this = _KINDS[found.lastgroup or ""]
        if kind is not None and this is not kind:
            return None, ""
        kind = this
    return kind, href.split('"', 1)[0][:80]
