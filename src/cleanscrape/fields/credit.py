"""The credit of a picture, told from its caption: by the element it stands in, by a label ("Photo: ..."), by brackets,
or by an agency's name at the end.

What the caption prints is kept; the credit goes without its label and its brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleanscrape.block import Blocks, Piece, tag_of, unescape
from cleanscrape.fields.agency import canonical_agency
from cleanscrape.fields.given_name import opens_with_given_name
from cleanscrape.fields.person_name import is_person_name
from cleanscrape.hint import Hint

_MOST_WORDS: Final = 14  # words of a credit
_LONGEST: Final = 110  # characters of a credit
_MOST_SMALL: Final = 2  # small words in a credit that nothing sets apart
_MOST_BEFORE: Final = 6  # words of a photographer and what parts his name from the house
_LOOKED_AT: Final = 1_000  # characters at a caption's end in which its credit stands
# Houses that deal in pictures, and words of credits, beside the news agencies.
_HOUSES: Final = frozenset(
    (
        "getty|getty images|gettyimages|imago|imago images|picture alliance|picture-alliance|shutterstock|istock|"
        "istockphoto|alamy|alamy stock photo|unsplash|pexels|pixabay|adobe stock|adobestock|depositphotos|dreamstime|"
        "fotolia|plainpicture|eyeem|zuma|zuma press|zuma wire|corbis|rex|rex features|wenn|splash|splash news|backgrid|"
        "vcg|pa images|pa wire|pa media|wireimage|filmmagic|redux|sipa|sipa usa|sipa press|abaca|abacapress|hans lucas|"
        "maxppp|photopqr|keystone|scanpix|ritzau scanpix|ntb scanpix|tt nyhetsbyrån|bildbyrån|lehtikuva|nurphoto|"
        "anadolu|anadolu agency|cuartoscuro|contacto|europa press|ansa|lapresse|usa today sports|epa-efe|"
        "reuters connect|sz photo|ullstein bild|akg-images|bridgeman images|magnum photos|wikimedia|wikimedia commons|"
        "flickr|nasa|instagram|facebook|twitter|youtube|tiktok|dpa images|ap photo|ap images|press association|"
        "epa|dpa|apa|sda|afp|ap|pa|"
        "supplied|handout|screenshot|screengrab|file photo|courtesy|submitted photo|pool|privat|stringer"
    ).split("|")
)
_LABEL: Final = re.compile(
    r"(?:(?<!AP )\b(?:(?:(?:file |handout |archive |symbol)?photo(?:graph(?:s|y|ed)?|s)?|pictures?|images?|"
    r"illustration|graphic|credits?|video)\s+(?:by|courtesy(?: of)?|credit|source|via)\b\s*:?"
    r"|(?:(?:file |handout |symbol|archiv)?photo(?:graph)?s?|pictures?|pics?|images?|illustration|graphic|credits?|"
    r"courtesy|source|(?:symbol|archiv)?fotos?|fotografía|fotografie|symbolbild|archivbild|bilder|bild|grafik|montage|"
    r"quelle|crédits? photo|crédits?|photo crédit|crédito|créditos|credito|fonte|fuente|imagen|imagem|immagine|"
    r"afbeelding|beeld|zdjęcie|kuva|fotó|kép|fotoğraf|isithombe|фото|снимка|ảnh|nuotr\.|fot\.|صورة|फोटो)"
    r"\s*(?:credit|source|by|von)?\s*(?:[:：=/]|(?=©))\s*©?"
    r"|courtesy(?: of)?\b)"
    r"|©\s*(?:\d{4}\s+)?|\(c\)\s|(?:写真|撮影|画像|出典|사진(?:\s?(?:출처|제공))?|圖|图)\s*[:：=＝／/ㅣ|]\s*)\s*",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"\s*[(\[（【〈]([^()\[\]（）【】]{2,110})[)\]）】〉][.\s]*(?:more\s*>)?\s*$")
_MORE: Final = re.compile(r"\s+(?:vis mer|more\s*>|les mer|visa mer)$", re.IGNORECASE)  # the button behind it
_GIVEN: Final = re.compile(r"(?:提供|撮影|供图|攝|摄)$")
_EQUALS: Final = re.compile(r"(?<=\S)[＝=／]\s*([^＝=。、\s／]{1,16})\s*$")
_WIDE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# Where a credit may begin behind a caption; "D.C." is one word.
_BREAK: Final = re.compile(
    r"(?<!\b[A-Z])[.!?…]\s*(?=\w)|(?<=\b[A-Z])\.\s+(?=\w)|[»”“\")’\]]\s+(?=\w)|\s+[/|–—-]+\s+|\n"
)
_PARTS: Final = re.compile(r"\s*[/|,;–—()]\s*|\s+-\s+|\s+(?:via|for|by|/)\s+", re.IGNORECASE)
_FOR: Final = re.compile(r"\s+(?:for|für|pour|para|per|voor)\s+(?:the\s+)?[A-Z]")


class Caption(NamedTuple):
    """What stands under a picture; each None where it is not there."""

    text: str | None
    credit: str | None


def read_caption(blocks: Blocks, pieces: Sequence[Piece], of_credit: Sequence[Piece] = ()) -> Caption:
    """The caption and the credit that some pieces under a picture print; `of_credit` are known to be of the latter."""
    runs = [run for piece in pieces for run in _runs(blocks, piece)]
    runs += [_Run(piece.text, is_credit=True) for piece in of_credit]
    named = [run.text for run in runs if run.is_credit]
    others = [run.text for run in runs if not run.is_credit]
    if named and (others or _is_credit(named[0])):
        return Caption(" ".join(others) or None, _bare(" ".join(named)))
    whole = " ".join(piece.text for piece in (*pieces, *of_credit))
    labelled = [run.text for run in runs if _LABEL.match(run.text) and _is_credit(run.text)]
    if len(labelled) == 1 < len(runs):
        rest = " ".join(run.text for run in runs if run.text != labelled[0])
        return Caption(rest or None, _bare(labelled[0]))
    if len(runs) > 1 and _is_credit(runs[-1].text):
        return Caption(whole[: whole.rindex(runs[-1].text)].strip() or None, _bare(runs[-1].text))
    return split_credit(whole)


class _Run(NamedTuple):
    text: str
    is_credit: bool  # its element is called so


def _runs(blocks: Blocks, piece: Piece) -> Iterator[_Run]:
    """The texts of a piece, element by element."""
    base = _is_named(piece.node.tag.raw)
    stack: list[bool] = []
    found: list[_Run] = []
    for raw, inside in blocks.tokens(piece)[:_LOOKED_AT]:
        if raw[0] == "/":
            stack = stack[:-1]
        elif raw[-1] != "/":
            stack.append(_is_named(raw))
        text = " ".join(unescape(inside).split())
        if text:
            found.append(_Run(text, any(stack)))
    if found and base and not any(run.is_credit for run in found):
        found = [run._replace(is_credit=True) for run in found]
    return iter(found or [_Run(piece.text, base)])


def _is_named(raw: str) -> bool:
    """Whether an element, as written, is called a credit, and not the caption as well."""
    hints = tag_of(raw).hints if " " in raw else 0
    return bool(hints & Hint.CREDIT) and not hints & Hint.CAPTION


def split_credit(text: str) -> Caption:
    """A printed caption, parted from the credit at its end.

    >>> split_credit("The pier at low tide. Ann Droe/Getty Images")
    Caption(text='The pier at low tide.', credit='Ann Droe/Getty Images')
    >>> split_credit("The pier (Photo: Ann Droe)"), split_credit("The old pier. Rain fell.")
    (Caption(text='The pier', credit='Ann Droe'), Caption(text='The old pier. Rain fell.', credit=None))
    """
    if not text:
        return Caption(None, None)
    start = max(0, len(text) - _LOOKED_AT)
    for split in (_labelled, _bracketed, _behind, _equals):
        at = split(text, start)
        if at is not None:
            return Caption(text[:at].rstrip(" |/–—-＝=／([") or None, _bare(text[at:]))
    return Caption(text, None)


def _bracketed(text: str, start: int) -> int | None:
    """Where a credit in brackets begins; the photographer before them counts in."""
    match = _BRACKETED.search(text, start)
    if match is None or not (_is_credit(match[1]) or _GIVEN.search(match[1])):
        return None
    before = text[: match.start()]
    breaks = [found.end() for found in _BREAK.finditer(before, start)]
    if breaks and is_person_name(before[breaks[-1] :].strip()):
        return breaks[-1]
    return match.start()


def _labelled(text: str, start: int) -> int | None:
    """Where a label begins behind which stands nothing but a credit."""
    for match in _LABEL.finditer(text, start):
        rest = text[match.end() :]
        if 0 < len(rest.strip(" ).]")) <= _LONGEST and len(rest.split()) <= _MOST_WORDS and not _is_sentence(rest):
            return match.start()
    return None


def _is_sentence(text: str) -> bool:
    """Whether a text has as many small words as a sentence."""
    return _small(text) > _MOST_WORDS // 3


def _small(text: str) -> int:
    return sum(word.isalpha() and word.islower() for word in text.split())


def _behind(text: str, start: int) -> int | None:
    """Where, behind the last sentence or a bar, stands what can only be a credit; 0 where there is no caption."""
    places = [0, *(found.end() for found in _BREAK.finditer(text, start))]
    found: int | None = None
    for at in reversed(places):
        rest = text[at:]
        if len(rest) > _LONGEST or (found is not None and not _may_go_before(text[at:found])):
            break
        if _is_credit(rest, bare=True):
            found = at
        elif found is not None:
            break
    return found


def _may_go_before(text: str) -> bool:
    """Whether a text before a credit may be of it: a photographer's name before that of his house."""
    return len(text.split()) <= _MOST_BEFORE and not _small(text) and not any(map(str.isdigit, text))


def _equals(text: str, start: int) -> int | None:
    """Where a Japanese credit begins: behind the last mark of equality."""
    match = _EQUALS.search(text, start)
    if match is None or not _WIDE.search(text) or any(map(str.isdigit, match[1])):
        return None
    return match.start(1)


def _is_credit(text: str, *, bare: bool = False) -> bool:
    """Whether a text reads as a credit. `bare`: nothing sets it apart from the caption but a full stop."""
    text = text.strip(" .()[]|/–—-")
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or _is_sentence(text):
        return False
    label = _LABEL.match(text)
    if label is not None and len(text) > label.end():
        return True
    if bare and _small(text) > _MOST_SMALL:
        return False
    if any(map(_is_house, _PARTS.split(text))) or _is_house(text):
        return True
    name, _, house = text.partition("/")
    if house.strip()[:1].isupper() and is_person_name(name.strip()) and opens_with_given_name(name.strip()):
        return True
    name = _FOR.split(text, 1)[0]
    if not (is_person_name(name) and opens_with_given_name(name)):
        return False
    return not bare or name != text


def _is_house(name: str) -> bool:
    name = name.strip(" .’'")
    return bool(name) and (name.casefold() in _HOUSES or (len(name) > 1 and _is_agency(name)))


def _is_agency(name: str) -> bool:
    """Whether a name is an agency's, in capitals as it writes itself: "pool" and "nine" are common words."""
    return canonical_agency(name) is not None and not name[:1].islower()


def _bare(text: str) -> str | None:
    """A credit without its brackets and its label."""
    text = _MORE.sub("", text.strip(" |/–—-＝=／."))
    match = _BRACKETED.fullmatch(text)
    text = match[1].strip() if match else text
    label = _LABEL.match(text)
    rest = text[label.end() :].strip(" |/.") if label is not None else text
    if rest.endswith((")", "]", "）")) and not any(mark in rest for mark in "([（"):
        rest = rest[:-1].rstrip()
    return rest or text or None
