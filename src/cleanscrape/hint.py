"""What the names that a page gives its elements hint at: one bit a meaning.

The words of class, id, role, itemprop and data-component are looked up one by one, so a long list costs nothing.
"""

from __future__ import annotations

import re
from typing import Final

from cleanscrape.letters import ascii_words


class Hint:
    """The meanings that an element's names hint at: bits, as plain integers, which cost less than flags."""

    ARTICLE = 1 << 0
    BODY = 1 << 1
    HEADLINE = 1 << 2
    DEK = 1 << 3
    BYLINE = 1 << 4
    DATE = 1 << 5
    CAPTION = 1 << 6
    CREDIT = 1 << 7
    NAVIGATION = 1 << 8
    FOOTER = 1 << 9
    HEADER = 1 << 10
    SIDE = 1 << 11
    RELATED = 1 << 12
    RECENT = 1 << 13
    SHARE = 1 << 14
    NEWSLETTER = 1 << 15
    ADVERTISEMENT = 1 << 16
    COMMENTS = 1 << 17
    AUTHOR = 1 << 18
    CONSENT = 1 << 19
    MEDIA = 1 << 20
    TAGS = 1 << 21
    TEASER = 1 << 22
    HIDDEN = 1 << 23
    WIDGET = 1 << 24
    BREADCRUMB = 1 << 25
    BOX = 1 << 26
    READ_MORE = 1 << 27
    BIO = 1 << 28
    STORY = 1 << 29
    """The element says that it is the article's body: two hints of one tag, and no other against them."""


HINTS: Final[dict[str, int]] = {name.lower(): bit for name, bit in vars(Hint).items() if name.isupper()}
"""All meanings by name."""

_WORDS: Final[dict[int, str]] = {
    Hint.ARTICLE: "article story post entry artikel articulo articolo noticia nota news newsarticle artigo "
    "articlebody storybody postcontent entrycontent articletext articlecontent storycontent newsbody",
    Hint.BODY: "body content text copy articlebody storybody postcontent entrycontent maincontent richtext prose "
    "fulltext texto contenido corpo conteudo inhalt paragraph paragraphs wysiwyg detail articletext articlecontent "
    "storycontent newsbody",
    Hint.HEADLINE: "headline title heading hed titulo titel titre titolo headlines overskrift rubrik otsikko",
    Hint.DEK: "dek subtitle subheadline standfirst lead lede intro excerpt summary deck chapo chapeau bajada "
    "entradilla vorspann abstract sommario kicker subhead sottotitolo ingress teasertext subheading underrubrik "
    "manchet copete linha fina perex lid",
    Hint.BYLINE: "byline bylines authors writer autor autoren auteur autore auteurs signature firma credits "
    "redacteur contributor contributors reporter journalist",
    Hint.DATE: "date time datetime timestamp published publication datum fecha dateline pubdate dato fecha "
    "datepublished posted updated modified datemodified meta data",
    Hint.CAPTION: "caption figcaption bildunterschrift legende captions epigrafe imagecaption legenda didascalia "
    "bildtext imgcaption photocaption cutline",
    Hint.CREDIT: "credit copyright photographer source photocredit imagecredit attribution",
    Hint.NAVIGATION: "nav navigation menu navbar topbar skip submenu hamburger megamenu sitenav mainnav subnav "
    "dropdown offcanvas masthead toolbar menubar sitemap drawer"
    " skiplink skiplinks skiptocontent mainmenu navmenu navlist sidenav pagination pager menuitem",
    Hint.FOOTER: "footer foot colophon imprint impressum bottombar legal"
    " sitefooter pagefooter footerlinks subfooter globalfooter copyright",
    Hint.HEADER: "header head topbar masthead siteheader",
    Hint.SIDE: "sidebar aside side rail rightcol leftcol secondary right sidecol rightrail marginal "
    "complementary rightbar sidenav",
    Hint.RELATED: "related similar linked mehr relacionadas relacionados recirc recirculation relatedarticles "
    "relatedposts seealso readalso correlati furtherreading relatedstories relatedcontent associated crosslink "
    "crosslinks readnext upnext next suggested recommended recommendation recommendations"
    " readmore alsoread relatedlinks relatedtags relatedtopics yarpp jprelatedposts hashtags zumthema"
    " crosslinking",
    Hint.RECENT: "recent latest popular trending mostread mostpopular most editors picks ticker breaking feed newest "
    "morestories topstories headlines river archive loop livefeed"
    " mostviewed mostcommented mostshared latestnews latestposts recentposts recentstories recentnews"
    " popularposts breakingnews newsticker editorspicks toparticles topposts morenews meistgelesen"
    " masleidas lesmas maislidas mestlest newsfeed",
    Hint.SHARE: "share sharing social shares follow socials facebook twitter whatsapp addtoany addthis sharethis "
    "sharer linkedin bookmark shariff telegram print email socialmedia tweet"
    " sharedaddy sharebar sharebuttons sharelinks sharetools socialicons sociallinks socialshare"
    " socialfollow followus heateor sociable pinterest jssocials compartir partage teilen condividi"
    " compartilhar",
    Hint.NEWSLETTER: "newsletter newsletters subscribe signup optin mailing mailchimp subscription abo push "
    "notifications mc4wp convertkit"
    " appbanner smartbanner appdownload emailsignup signupform mailinglist nyhetsbrev nieuwsbrief boletin"
    " webpush notification",
    Hint.ADVERTISEMENT: "ad ads advert advertisement adslot adsbygoogle sponsor sponsored promo promotion banner "
    "outbrain taboola dfp gpt werbung anzeige publicidad pub teads affiliate commercial promoted adbox adunit "
    "advertorial partner partners marketing cta product products shop shopping deal deals adwrapper advertising "
    "nativo plista house promobox"
    " adverts wpadverts adplaceholder advertentie annonse annonser annons reklama reklam publicite"
    " doubleclick mgid zergnet revcontent stellenmarkt stellenanzeigen stellen classifieds jobs offers",
    Hint.COMMENTS: "comment comments disqus discussion commentlist respond reply replies kommentare comentarios "
    "commentaires conversation livefyre coral spotim forum kommentar viafoura"
    " kommentarer comentario commentaire commenti reacties yorumlar komentarze openweb respondform"
    " fbcomments",
    Hint.AUTHOR: "author authorname",
    Hint.CONSENT: "cookie cookies consent gdpr paywall regwall login signin piano metered subscriber gate "
    "meter onetrust register overlay registration account barrier"
    " cookieconsent cookiebanner cookiebar cookielaw cli cmpbox didomi usercentrics quantcast eupopup"
    " euconsent adblock adblocker tinypass capping privacy loginform loginbox"
    " cookiewall consentwall blocker contentblocker twoclick borlabs borlabscookie brlbs cmplz klaro cookiebot cybot"
    " sourcepoint optanon tarteaucitron axeptio iubenda pelcro poool",
    Hint.MEDIA: "video player gallery slideshow carousel slider jwplayer embed youtube audio media podcast "
    "lightbox brightcove playlist slide slides swiper vjs galleria listen"
    " videojs videoplayer audioplayer plyr speech embedding",
    Hint.TAGS: "tags tag topics topic keywords categories category taxonomy tagcloud schlagworte etiquetas "
    "themen tagged taglist cat chips"
    " posttags entrytags storytags articletags tagslist taglinks topicslist",
    Hint.TEASER: "teaser teasers card cards tile tiles thumb thumbnail listing item items grid promo package "
    "snippet collection thumbnails",
    Hint.HIDDEN: "hidden hide invisible sr visuallyhidden screenreader modal popup popover offscreen tooltip dialog "
    "a11y assistive lightbox",
    Hint.WIDGET: "widget widgets sidebar module block plugin addon tool",
    Hint.BREADCRUMB: "breadcrumb breadcrumbs crumb crumbs bread ariadne breadcrumblist",
    Hint.BOX: "box infobox factbox factfile fact keypoints highlights pullquote inset callout sidebar aside table",
    Hint.READ_MORE: "more readmore readalso alsoread seemore inline",
    Hint.BIO: "bio biography about authorbox authorbio aboutauthor authorinfo profile"
    " saboxplugin authorbiography authordescription authorcard authorprofile authorfooter shortbio minibio"
    " biobox autorenbox autorbox autorinfo postauthor",
}
_LEXICON: Final[dict[str, int]] = {}
for _hint, _words in _WORDS.items():
    for _word in _words.split():
        _LEXICON[_word] = _LEXICON.get(_word, 0) | _hint

_BODY_OF_STORY: Final = Hint.ARTICLE | Hint.BODY
# What may stand beside the two names: the element is hidden behind a wall, dated, made of modules, or holds media.
_BESIDE: Final = Hint.CONSENT | Hint.DATE | Hint.WIDGET | Hint.HIDDEN | Hint.MEDIA
_NAMES_STORY: Final = sum(HINTS.values()) & ~_BESIDE

_PARTS = re.compile(r"[a-z]+(?:11y)?|[A-Z][a-z]*")
_LONGEST_NAME = 300  # characters of class and id that are looked at: long lists of utility classes say nothing more


def hints_of(names: str) -> int:
    """The bits of `Hint` that the words in `names` (class, id and so on) stand for.

    >>> hints_of("articleBody site-footer") == Hint.ARTICLE | Hint.BODY | Hint.FOOTER
    True
    >>> hints_of("entry-content clearfix") == Hint.ARTICLE | Hint.BODY | Hint.STORY
    True
    """
    names = names[:_LONGEST_NAME]
    if names.islower() and names.isascii() and "11y" not in names:
        words = ascii_words(names)  # the same as below, for most, in half the time
    else:
        words = [word.lower() for word in _PARTS.findall(names)]
    bits = 0
    for word in words:
        if word in _LEXICON:
            bits |= _LEXICON[word]
    return bits | Hint.STORY if bits & _NAMES_STORY == _BODY_OF_STORY else bits
