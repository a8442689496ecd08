"""What the names of an element say of its kind, and how surely: ``newsletter-signup`` is plain, ``promo`` says little.

Every name of class, id and the like is cut into words. Single words and two neighbouring words are looked up;
a name that only modifies (``has-comments``, ``hide-print``, ``tag-economy``) says nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from cleanscrape.block import LONGEST_KEPT, Tag
from cleanscrape.hint import Hint
from cleanscrape.label import Label

PLAIN: Final = 3  # rarely used for anything else: it wins over headings, words and place
USUAL: Final = 2  # mostly right: it gives way to headings and words
VAGUE: Final = 1  # sites use it for many things: it only decides where nothing else does


class Said(NamedTuple):
    """What names say: a kind, how surely, and the start tag that says it."""

    label: Label
    strength: int
    evidence: str


BOILERPLATE: Final = (
    Hint.NAVIGATION | Hint.FOOTER | Hint.RELATED | Hint.RECENT | Hint.SHARE | Hint.NEWSLETTER | Hint.ADVERTISEMENT
    | Hint.COMMENTS | Hint.AUTHOR | Hint.CONSENT | Hint.MEDIA | Hint.TAGS | Hint.BREADCRUMB | Hint.BIO | Hint.BYLINE
)  # fmt: skip
"""The hints that make it worth while to read the names closely."""

# One word or two neighbouring ones, set together. Of two equally plain names the kind that stands first counts.
_SAYINGS: Final[tuple[tuple[Label, int, str], ...]] = (
    (Label.COMMENTS, PLAIN, "comments comment disqus commentlist commentform commentary kommentare kommentar "
     "kommentarer comentarios comentario commentaires commentaire commenti reacties yorumlar komentarze spotim "
     "viafoura livefyre openweb coralproject fbcomments facebookcomments respondform leavereply postreply"),
    (Label.NEWSLETTER, PLAIN, "newsletter newsletters emailsignup signupform newslettersignup mailinglist mc4wp "
     "mailchimp convertkit subscribeform subscribebox emailsubscribe pushnotification pushnotifications appbanner "
     "appdownload downloadapp apppromo emailform emailcapture nyhetsbrev nieuwsbrief boletin nlsignup webpush "
     "smartbanner appstore"),
    (Label.CONSENT, PLAIN, "cookie cookies gdpr onetrust didomi usercentrics quantcast cmpbox cookielaw cookieconsent "
     "cookiebanner paywall regwall registerwall registrationwall metered subscriberonly subscriptionwall "
     "consentbanner euconsent eupopup cookiebar tinypass embedconsent externalconsent loginform loginbox contentgate "
     "adblocker adblock blockadblock subscriberwall cookiewall consentwall privacywall consentlayer consentoverlay "
     "consentplaceholder consentembed consentnotice embedplaceholder socialplaceholder embedprivacy privacyoverlay "
     "contentblocker twoclick zweiklick subscribewall loginwall signinwall signupwall consentgate "
     # makers of consent boxes and of offers
     "borlabs borlabscookie brlbs cmplz klaro cookiebot cybot sourcepoint spmessage optanon ucembedding ucembed "
     "tarteaucitron axeptio iubenda fcconsent qccmp pelcro pooolwidget"),
    (Label.AUTHOR_BIO, PLAIN, "authorbio authorbox aboutauthor authordescription authorinfo biobox authorcard "
     "authorprofile saboxplugin biography authorblurb authorbiography authorshortbio authorarea authormodule "
     "contributorbio writerbio authorfooter authorabout molongui minibio shortbio authorcontainer endbio "
     "autorenbox autorbox autorinfo biodescription authorsummary guestauthor postauthor autteaser"),
    (Label.SHARE, PLAIN, "share sharing social shares sharethis addtoany addthis shariff sharedaddy sharebar "
     "sharebuttons socialmedia socialicons sociallinks socials sharelinks sharetools socialshare sociable compartir "
     "partage teilen condividi compartilhar followus socialfollow heateor addtoanycontent jssocials"),
    (Label.NAVIGATION, PLAIN, "breadcrumb breadcrumbs crumbs breadcrumblist skiplink skiplinks skiptocontent"),
    (Label.ADVERTISEMENT, PLAIN, "outbrain taboola adsbygoogle teads plista nativo advertisement revcontent mgid "
     "zergnet advertorial sponsoredcontent sponsoredlinks doubleclick dfpad gptad adslot adunit adplaceholder "
     "stellenmarkt jobwidget partnercontent affiliate googlead engageya ligatus smartad paidcontent brandedcontent "
     "anzeige werbung publicidad publicite reklam reklama annonse annons advertentie"),
    (Label.ADVERTISEMENT, USUAL, "advert adverts wpadverts sponsored classifieds stellen jobmarket"),
    (Label.RECENT_STORIES, USUAL, "mostread mostpopular mostviewed mostcommented mostshared trending latest latestnews "
     "recentposts recentstories recentnews recentarticles popularposts popular recent breakingnews ticker topstories "
     "editorspicks editorschoice newsticker newsfeed livefeed meistgelesen lesmas masleidas masleido plusplus "
     "piuletti maislidas mestlest mestlasta ultimasnoticias toparticles topposts morestories morenews "
     "popularstories popularnews popularcontent morefrom hotnews headlineslist latestposts lasthour"),
    (Label.RELATED, USUAL, "related similar relacionadas relacionados relatedarticles relatedposts relatedstories "
     "relatedcontent relatedlinks seealso readalso alsoread readnext correlati recommended recommendations "
     "recommendation furtherreading suggested readmore crosslink crosslinks crosslinking recirc recirculation "
     "upnext interstitiallink articletags posttags entrytags storytags taglinks tagcloud tagslist taglist "
     "tagslinks relatedtopics topicslist articletopics assettags keywords schlagworte etiquetas tags topics "
     "relatedtags yarpp jprelatedposts hashtags dossier zumthema sullostessoargomento sujetsassocies"),
    (Label.ADVERTISEMENT, USUAL, "sponsor ads dfp gpt banner advertising commercial "
     "adcontainer adwrapper adbox adblockunit marketplace jobs stellenanzeigen offers"),
    (Label.FOOTER, USUAL, "footer colophon imprint impressum sitefooter pagefooter bottombar footerlinks "
     "legal subfooter globalfooter"),
    (Label.NAVIGATION, USUAL, "nav navigation menu navbar topbar submenu hamburger megamenu sitenav mainnav subnav "
     "offcanvas sidenav menubar menuitem navmenu drawer mainmenu navlist toolbar pagination pager postnavigation"),
    (Label.SHARE, USUAL, "follow facebook twitter whatsapp linkedin telegram bookmark pinterest bookmarks sharer "
     "tools articletools"),
    (Label.CONSENT, USUAL, "cli capping"),
    (Label.CONSENT, VAGUE, "consent login signin piano register gate subscriber registration privacy account"),
    (Label.NEWSLETTER, VAGUE, "subscribe subscription signup optin mailing push notifications abo notification email"),
    (Label.COMMENTS, VAGUE, "discussion respond conversation replies reply"),
    (Label.AUTHOR_BIO, VAGUE, "bio author authors autor autoren contributor contributors"),
    (Label.ADVERTISEMENT, VAGUE, "ad promo promotion partner partners product products shop shopping deal deals cta "
     "marketing house promobox pub"),
    (Label.MEDIA_CHROME, VAGUE, "videojs jwplayer player vjs audioplayer videoplayer controls plyr fullscreen "
     "texttospeech speech"),
)  # fmt: skip
_LEXICON: Final[dict[str, tuple[int, int, Label]]] = {}
for _rank, (_label, _strength, _words) in enumerate(_SAYINGS):
    for _word in _words.split():
        _LEXICON.setdefault(_word, (_strength, -_rank, _label))

_NAMES: Final = re.compile(r'\s(?:class|id|data-component|data-testid|data-module|data-widget)="([^"]{1,400})')
_PARTS: Final = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*|\d+")
_HASH: Final = re.compile(r"\d[a-wyz].*\d|[a-wyz]\d+[a-wyz]\d")  # "98be-ad43": made by a machine; not "ad-300x250"
_MOST_NAMES: Final = 16  # names of an element that are looked at: the rest is mostly paint
# First words of names that say what the element lacks, has, or is filed under, not what it is.
_MODIFIERS: Final = frozenset(
    "has with no non not without hide hidden is tag category cat type status format postid when u d md lg sm xl xs "
    "show hiding bg text js_not".split()
)
# "article-footer", "card-footer": the foot of something that is not the page.
_FEET: Final = frozenset(
    "article entry post story card modal content block section teaser author widget comment box item panel detail "
    "header hentry news single dialog".split()
)


@lru_cache(maxsize=8192)
def _said_by_name(name: str) -> tuple[int, int, Label] | None:
    """What one name says."""
    parts = [part.lower() for part in _PARTS.findall(name)]
    if not parts or (parts[0] in _MODIFIERS and len(parts) > 1) or _HASH.search(name):
        return None
    best: tuple[int, int, Label] | None = None
    last = ""
    for part in parts:
        for word in (part, last + part) if last else (part,):
            found = _LEXICON.get(word)
            if found is None or (best is not None and found[:2] <= best[:2]):
                continue
            if found[2] is Label.FOOTER and not _FEET.isdisjoint(parts):
                continue
            best = found
        last = part
    return best


def said_by(tag: Tag) -> Said | None:
    """What the names of an element say, the plainest first.

    >>> said_by(Tag('div class="site-newsletter promo"'))[:2]
    (<Label.NEWSLETTER: 'newsletter'>, 3)
    """
    if not tag.hints & BOILERPLATE and "-" not in tag.name:
        return None
    return _said(tag.raw, tag.name) if len(tag.raw) <= LONGEST_KEPT else _read(tag.raw, tag.name)


def _read(raw: str, tag: str) -> Said | None:
    best: tuple[int, int, Label] | None = None
    names = [name for value in _NAMES.findall(raw) for name in value.split()[:_MOST_NAMES]]
    if "-" in tag:
        names.append(tag)
    for name in names:
        found = _said_by_name(name)
        if found is not None and (best is None or found[:2] > best[:2]):
            best = found
    return None if best is None else Said(best[2], best[0], raw[:120])


_said = lru_cache(maxsize=8192)(_read)
