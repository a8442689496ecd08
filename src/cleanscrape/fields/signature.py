"""The signature: a name that is set to the right, on a line of its own, where an article ends."""

from __future__ import annotations

import re
from typing import Final

from cleanscrape.block import Piece
from cleanscrape.fields.person_name import is_person_name

_LONGEST_TAG: Final = 400  # characters of a start tag that are looked at
_LONGEST: Final = 40  # characters of a name
_RIGHT: Final = re.compile(
    r"style=\"[^\"]*text-align: ?(?:right|end)\b|\balign=\"right\"|"
    r"class=\"(?:[^\"]* )?(?:(?:has-|ql-)?(?:text-)?align-right|text-right|text-end)[ \"]",
    re.IGNORECASE,
)


def is_signature(piece: Piece) -> bool:
    """Whether the piece is nothing but a full name, with no link, and set to the right.

    Letters are signed so, and articles: what is set so needs no known given name to be read as its author's.
    """
    text = piece.text
    if len(text) > _LONGEST or piece.link_chars or piece.outer is not None:
        return False
    return _RIGHT.search(piece.node.tag.raw[:_LONGEST_TAG]) is not None and is_person_name(text)
