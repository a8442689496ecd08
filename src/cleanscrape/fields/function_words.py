"""The language of a text in Latin letters, told by its function words: the little words that every sentence has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_WORDS: Final = {
    "en": "the and of to in that is was for with on as it at by from this have are be not his they",
    "de": "der die und das den von mit ist nicht ein eine für auf dem des sich auch im zu als es wird sind",
    "fr": "le la les des et en du une un est dans pour que qui sur au pas par plus ce avec il sont",
    "es": "el la los de que y en las del por con una un para se no es lo al su como más",
    "pt": "o a os as de que e do da em um uma para com não no na se por mais dos como",
    "it": "il di che la e per un una del della con non sono è in i le si da dei nel più",
    "nl": "de het een van en in is dat op te zijn met voor niet die aan er ook om bij",
    "sv": "och att det som en på är av för med den till inte har de ett om men vi i",
    "da": "og at det en den til er som på de med af for ikke har der et i han var",
    "nb": "og i det på som er en til av for at med ikke har de den et å om han",
    "fi": "ja on ei että se oli hän ovat myös mutta kun tai niin kuin joka",
    "pl": "w na i z się nie do że to jest o jak po od za przez dla ale są",
    "cs": "a se na v je že s z to o do ve pro jsou jako i by ale za si",
    "hu": "a az és hogy nem egy is ez meg volt de már csak mint el",
    "ro": "și de în la a cu pe din care nu să o că un mai pentru este au",
    "tr": "ve bir bu için da de ile olarak daha çok gibi olan sonra ne en",
    "id": "yang dan di untuk dengan ini itu dari pada dalam tidak akan ke juga ada",
    "ca": "el la els les de i que en amb per una un del dels és al no va més",
}
_LEAST_WORDS: Final = 40  # words of a text from which its function words tell
# Of 1,840 articles in the language that they declare, 19 in 20 have a share of .15 of its function words, half .24. Of
# 32 that are in another one, none has more than .05.
_USUAL: Final = 0.1  # share of function words from which a text is in the language that it is said to be in
_CERTAIN: Final = 0.15  # share from which a text is in a language that nobody has named
_MARGIN: Final = 1.5  # by which the first language is ahead of the second, where nobody has named one
_CONTRADICTS: Final = 2.5  # by which another language is ahead of the declared one, which is then wrong

_OF_LANGUAGE: Final = {language: frozenset(text.split()) for language, text in _WORDS.items()}
_SAME: Final = {"no": "nb", "nn": "nb"}


def told_language(said: Sequence[str], declared: str | None) -> str | None:
    """The language of a text's words, in small letters: the declared one, unless the text plainly is in another; None
    where the words do not tell.

    `declared` is a base language (``de``); one that is not known here is left alone.

    >>> told_language("the rain came over the hills and it was cold in the houses by the sea".split() * 3, "es")
    'en'
    >>> told_language(["rain"] * 50, None) is None
    True
    """
    total = len(said)
    own = _OF_LANGUAGE.get(_SAME.get(declared, declared)) if declared else None
    if total < _LEAST_WORDS or (declared and own is None):
        return declared
    mine = sum(map(own.__contains__, said)) if own is not None else 0
    if mine >= _USUAL * total:
        return declared
    shares = sorted((sum(map(known.__contains__, said)), name) for name, known in _OF_LANGUAGE.items())
    (next_most, _), (most, first) = shares[-2:]
    is_ahead = most >= _CONTRADICTS * mine if declared else most >= _MARGIN * next_most
    return first if is_ahead and most >= _CERTAIN * total else declared
