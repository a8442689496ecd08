"""Where a link leads says what it is: ``facebook.com/sharer`` shares, a voucher shop is no story.

Only addresses that are unmistakable speak here, since they speak before headings: a list of the latest stories
may hold a paid link, and a foot may hold a row of vouchers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from cleanscrape.block import Piece
from cleanscrape.label import Label
from cleanscrape.reading import Reading

_HREF: Final = 'href="'
_LONGEST_ADDRESS: Final = 200  # characters of an address that are looked at
_LONGEST_TAG: Final = 600  # characters of a link's start tag that are looked at
_MOSTLY: Final = 0.5  # share of a piece's letters that are links
_MOST_LINKS: Final = 12  # links of one piece that are looked at
_LONGEST_SHARE: Final = 60  # letters of a share link; a longer text is a story that a post is quoted in

_SCHEMES: Final = ("whatsapp:", "fb-messenger:", "viber:", "mailto:?", "sms:?")
# What networks give for handing a page on, by host; the path begins so. Their other pages are sources and profiles.
_SHARERS: Final[dict[str, tuple[str, ...]]] = {
    "facebook.com": ("sharer", "share.php", "dialog/"),
    "twitter.com": ("intent/", "share", "home?status"),
    "x.com": ("intent/", "share"),
    "linkedin.com": ("sharearticle", "sharing/", "cws/"),
    "reddit.com": ("submit",),
    "t.me": ("share/",),
    "telegram.me": ("share/",),
    "wa.me": ("?",),
    "whatsapp.com": ("send",),
    "pinterest.com": ("pin/create",),
    "tumblr.com": ("share", "widgets/share"),
    "vk.com": ("share",),
    "xing.com": ("spi/", "app/user"),
    "getpocket.com": ("save",),
    "line.me": ("r/msg", "lineit", "share"),
    "weibo.com": ("share",),
    "bsky.app": ("intent/",),
    "threads.net": ("intent/",),
    "flipboard.com": ("bookmarklet", "share"),
}
# Counters of clicks on advertisements; stores and counters of apps, which are invitations to the site's own.
_HOSTS: Final[dict[str, Label]] = {
    **dict.fromkeys(
        ("doubleclick.net", "googleadservices.com", "googlesyndication.com", "outbrain.com", "taboola.com",
         "revcontent.com", "mgid.com", "awin1.com", "amzn.to", "zergnet.com", "adform.net", "plista.com",
         "tradedoubler.com", "tradetracker.net", "financeads.net", "shareasale.com", "anrdoezrs.net", "dpbolvw.net",
         "jdoqocy.com", "linksynergy.com", "skimresources.com", "adservice.google.com"),
        Label.ADVERTISEMENT,
    ),
    **dict.fromkeys(
        ("apps.apple.com", "itunes.apple.com", "play.google.com", "adjust.com", "onelink.me", "app.link",
         "appgallery.huawei.com"),
        Label.NEWSLETTER,
    ),
}  # fmt: skip
# Vouchers, comparisons, product guides: what sites keep for people who come from search engines.
FARMS: Final = (
    "gutschein", "voucher", "discount-code", "discountcode", "promo-code", "promocode", "code-promo", "codes-promo",
    "codepromo", "code-reduction", "coupon", "rabattcode", "rabatt-code", "rabattkod", "kortingscode", "codici-sconto",
    "codice-sconto", "codigo-descuento", "codigos-descuento", "cupones", "preisvergleich", "/vergleich/",
    "guide-d-achat", "guides-d-achat", "guide-achat", "/comparatif", "kaufberatung", "indirim-kodu",
)  # fmt: skip


def label_addresses(reading: Reading) -> None:
    """Label the open pieces whose links all lead to one unmistakable kind of address."""
    pieces = reading.blocks.pieces
    last = max(reading.chosen, default=0)
    # A shop of vouchers is an entry in the menu, and a source in the article.
    farms = _farms_in(pieces[last + 1 :])
    for index in reading.labels.open():
        piece = pieces[index]
        if piece.outer is None and (not piece.links or piece.link_chars < _MOSTLY * len(piece.text)):
            continue
        kind, href = _of_links(piece, farms if index > last else ())
        if kind is None or (kind is Label.SHARE and len(piece.text) > _LONGEST_SHARE * max(1, len(piece.links))):
            continue
        reading.label((index,), kind, "rules.addresses", href)


def _farms_in(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The words of farms that any link of some pieces has: mostly none, which spares looking into each."""
    tags = "\n".join([tag[:_LONGEST_TAG] for p in pieces for tag, _ in p.links[:_MOST_LINKS] or ((p.outer or "", ""),)])
    folded = tags.casefold()
    return tuple([word for word in FARMS if word in folded])


def _of_links(piece: Piece, farms: Sequence[str]) -> tuple[Label | None, str]:
    """The kind that the addresses of a piece agree on, and one of them."""
    kind: Label | None = None
    href = ""
    tags = [tag for tag, _ in piece.links[:_MOST_LINKS]] or [piece.outer or ""]
    for tag in tags:
        start = tag.find(_HREF) + len(_HREF)
        if start < len(_HREF):
            return None, ""
        href = tag[start : start + _LONGEST_ADDRESS].split('"', 1)[0].casefold()
        this = address_kind(href, farms)
        if this is None or (kind is not None and this is not kind):
            return None, ""
        kind = this
    return kind, href[:80]


def address_kind(href: str, farms: Sequence[str] = FARMS) -> Label | None:
    """The kind of an address, in small letters; `farms` are the words that make it one of a farm."""
    start = href.find("//", 0, 8) + 2
    if start >= 2:
        host, _, path = href[start:].partition("/")
        for paths, label in _of_host(host):
            if path.startswith(paths):
                return label
    elif href.startswith(_SCHEMES):
        return Label.SHARE
    return Label.LINK_FARM if farms and any(word in href for word in farms) else None


@lru_cache(maxsize=2048)
def _of_host(host: str) -> tuple[tuple[tuple[str, ...], Label], ...]:
    """What is known of a host: beginnings of paths, and what they lead to."""
    parts = host.split(".")
    known: list[tuple[tuple[str, ...], Label]] = []
    for name in (".".join(parts[-2:]), ".".join(parts[-3:])):
        if name in _SHARERS:
            known.append((_SHARERS[name], Label.SHARE))
        if name in _HOSTS:
            known.append((("",), _HOSTS[name]))
    return tuple(known)
