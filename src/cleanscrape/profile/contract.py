"""What must hold of every page that a profile has labelled, without knowing the expected text."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from cleanscrape.profile.key import Form, about

REQUIRABLE = (
    "headline", "dek", "description", "byline", "dateline", "published", "modified", "images", "section",
    "breadcrumbs", "tags", "canonical_url",
)  # fmt: skip
"""The fields of an article that a contract can ask for."""

# Han and kana are written without spaces: there each character counts as a word.
_UNSPACED = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """What every page must keep. Where one clause is broken, the generic rules label the page instead."""

    min_paragraphs: int = field(default=1, metadata=about("The body has at least as many paragraphs.", Form.COUNT))
    max_paragraphs: int | None = field(
        default=None, metadata=about("The body has at most as many paragraphs.", Form.COUNT)
    )
    min_words: int = field(
        default=0,
        metadata=about("The body has at least as many words; a Han or kana character is one.", Form.COUNT),
    )
    never: tuple[str, ...] = field(
        default=(),
        metadata=about("Phrases that stand in no paragraph of the body, to the letter.", Form.PHRASES),
    )
    require: tuple[str, ...] = field(
        default=(),
        metadata=about(
            "Fields that must be found: " + ", ".join(f"`{name}`" for name in REQUIRABLE) + ".", Form.FIELDS
        ),
    )


def broken_clauses(
    contract: Contract, text_paragraphs: Sequence[str], fields_found: Collection[str]
) -> tuple[str, ...]:
    """The clauses that a page breaks, each named so that a person can read it; empty where all hold.

    >>> broken_clauses(Contract(min_paragraphs=2), ["One."], ())
    ('min_paragraphs = 2: the body has 1',)
    """
    paragraphs = [" ".join(text.split()) for text in text_paragraphs]
    broken = _counts(contract, paragraphs)
    for phrase in contract.never:
        folded = " ".join(phrase.split())
        at = next((number for number, text in enumerate(paragraphs, start=1) if folded in text), 0)
        if at:
            broken.append(f"never = {phrase!r}: it stands in paragraph {at}")
    broken += [f"require = {name!r}: not found" for name in contract.require if name not in fields_found]
    return tuple(broken)


def _counts(contract: Contract, paragraphs: Sequence[str]) -> list[str]:
    broken = []
    count = len([text for text in paragraphs if text])
    if count < contract.min_paragraphs:
        broken.append(f"min_paragraphs = {contract.min_paragraphs}: the body has {count}")
    if contract.max_paragraphs is not None and count > contract.max_paragraphs:
        broken.append(f"max_paragraphs = {contract.max_paragraphs}: the body has {count}")
    if contract.min_words:
        words = sum(map(_words, paragraphs))
        if words < contract.min_words:
            broken.append(f"min_words = {contract.min_words}: the body has {words}")
    return broken


def _words(text: str) -> int:
    return len(text.split()) if text.isascii() else len(re.sub(_UNSPACED, " x ", text).split())
