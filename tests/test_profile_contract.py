from __future__ import annotations

import pytest

from cleanscrape.profile import Contract, broken_clauses

TWO = ["One goat came.", "It left at\nfive."]


@pytest.mark.parametrize(
    ("contract", "paragraphs", "found", "broken"),
    [
        (Contract(), TWO, (), ()),
        (Contract(), [], (), ("min_paragraphs = 1: the body has 0",)),
        (Contract(), ["  "], (), ("min_paragraphs = 1: the body has 0",)),
        (Contract(min_paragraphs=0), [], (), ()),
        (Contract(min_paragraphs=3), TWO, (), ("min_paragraphs = 3: the body has 2",)),
        (Contract(max_paragraphs=1), TWO, (), ("max_paragraphs = 1: the body has 2",)),
        (Contract(min_words=8), TWO, (), ("min_words = 8: the body has 7",)),
        (Contract(min_words=7), TWO, (), ()),
        (Contract(min_words=6), ["山羊来了。"], (), ("min_words = 6: the body has 5",)),
        (Contract(min_words=5), ["山羊来了。"], (), ()),
        (Contract(never=("left at five",)), TWO, (), ("never = 'left at five': it stands in paragraph 2",)),
        (Contract(never=("Left at",)), TWO, (), ()),
        (Contract(require=("byline", "headline")), TWO, {"headline"}, ("require = 'byline': not found",)),
        (
            Contract(min_paragraphs=3, never=("goat",), require=("dek",)),
            TWO,
            (),
            (
                "min_paragraphs = 3: the body has 2",
                "never = 'goat': it stands in paragraph 1",
                "require = 'dek': not found",
            ),
        ),
    ],
)
def test_broken_clauses(contract: Contract, paragraphs: list[str], found: set[str], broken: tuple[str, ...]) -> None:
    assert broken_clauses(contract, paragraphs, found) == broken
