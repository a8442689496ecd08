"""Which pieces of a page are the article's body: chances from trees, a cut that expects the best F1, guards."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from math import exp
from typing import Final

from cleanscrape.block import Blocks, Piece
from cleanscrape.rules import features, wording
from cleanscrape.rules.features import Measures
from cleanscrape.rules.guards import guarded
from cleanscrape.rules.line_features import line_rows

# Taken from the trees' log odds. Folds by site, mean of three runs: over .15, .3 gives aeb .004 of precision and
# publishers .001 for .001 of recall, and costs wcxb-articles .002 of recall; this is between.
CAUTION: Final = 0.25
# What stands where a profile has found the body is weighed piece by piece, not against the rest of the page. Any
# least chance from 0.02 to 0.5 gives news pages of unseen sites the same paragraphs within 0.001 of F1. Of what had
# more than 0.5 and was not of the rules' own choice, 17 pieces were no body and 9 were, most of these at 0.7.
LEAST_OFFERED: Final = 0.6
_LEAST_ODDS: Final = -50.0
_LEAST_CHANCE: Final = 0.02


@dataclass(frozen=True, slots=True)
class BodyChoice:
    """The pieces chosen as body, in reading order.

    `chances` holds one number for every piece of the page, 0 to 1; `confidence` the F1 that the choice expects of
    itself; `measures` what was worked out for the pieces on the way.
    """

    chosen: tuple[int, ...]
    chances: list[float] = field(kw_only=True, repr=False)
    confidence: float = field(kw_only=True)
    measures: Measures = field(kw_only=True, repr=False)


def choose_body(blocks: Blocks, *, is_news: bool = False) -> BodyChoice:
    """Choose the body's pieces; `is_news` is what the page says of itself for machines.

    A page without pieces gives an empty choice of confidence 0.
    """
    measures = features.measured(blocks)
    if blocks.is_markup:
        chosen = features.candidates(blocks, measures)
        odds = _odds_in_markup(blocks, measures, chosen, is_news=is_news)
    else:
        chosen = list(range(len(blocks.pieces)))
        odds = _odds_of_lines(blocks, measures)
    likely = [_chance(x - CAUTION) for x in odds]
    chances = [0.0] * len(blocks.pieces)
    for index, chance in zip(chosen, likely, strict=True):
        chances[index] = chance
    kept, confidence = best_cut(likely, [blocks.pieces[i].text.count(" ") + 1 for i in chosen])
    body = guarded(blocks, measures, [chosen[i] for i in kept], chances)
    return BodyChoice(tuple(body), chances=chances, confidence=confidence, measures=measures)


def weighed_body(
    blocks: Blocks,
    offered: Sequence[int],
    *,
    printed: Collection[int],
    sure: Collection[int],
    is_news: bool = False,
) -> tuple[tuple[int, ...], float]:
    """Those of the pieces that a profile offers which are more likely body than not or of the rules' own choice.

    And the share of the letters of the rules' own choice that is lost so. `printed` are the pieces of the profile's
    fields; `sure` those of the offered ones whose chance is not asked as long as the body goes on. Paragraphs of the
    rules' own choice that stand above all that is offered, and print no field, open the body.
    """
    choice = choose_body(blocks, is_news=is_news)
    own, chances = set(choice.chosen), choice.chances
    likely = [i for i in offered if i in own or chances[i] >= LEAST_OFFERED]
    first, last = min(likely, default=0), max(likely, default=-1)
    likely = [i for i in offered if i in own or chances[i] >= LEAST_OFFERED or (i in sure and i < last)]
    opening = [i for i in choice.chosen if i < first and i not in printed and _opens(blocks.pieces[i])]
    kept = guarded(blocks, choice.measures, [*opening, *likely], chances)
    known = {*kept, *printed}
    letters = [(len(blocks.pieces[i].text), i in known) for i in choice.chosen]
    elsewhere = sum(size for size, is_known in letters if not is_known) / max(1, sum(size for size, _ in letters))
    return tuple(kept), elsewhere


def _opens(piece: Piece) -> bool:
    """Whether a piece above the body may be its opening: a paragraph, and no excerpt that is cut short."""
    return piece.kind == "paragraph" and not piece.text.endswith(features.CUT_SHORT)


def _odds_in_markup(blocks: Blocks, measures: Measures, chosen: Sequence[int], *, is_news: bool) -> list[float]:
    from cleanscrape.rules.body_model import weigh  # large: loaded when the first page comes

    table = features.table(blocks, measures, chosen, is_news=is_news)
    words = wording.scores([blocks.pieces[i].text for i in chosen])
    return weigh(zip(table.rows, wording.columns(words, table.keys, table.rulers), strict=True))


def _odds_of_lines(blocks: Blocks, measures: Measures) -> list[float]:
    from cleanscrape.rules.line_model import weigh  # large: loaded when the first capture comes

    size = len(blocks.pieces)
    words = wording.scores([piece.text for piece in blocks.pieces])
    rows = line_rows(blocks, measures, words)
    return weigh(zip(rows, wording.columns(words, [0] * size, [-1] * size), strict=True))


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-odds)) if odds > _LEAST_ODDS else 0.0


def best_cut(chances: Sequence[float], words: Sequence[float]) -> tuple[list[int], float]:
    """The items whose choice expects the best F1 of words, in order, and that F1.

    Sorted by chance p, the first k are kept where 2 * sum(p * words) / (sum(words) + sum of all p * words), the sums
    of the numerator and the first of the denominator over those kept, is largest: what is in the body is unknown, so
    its expected length stands for it (Ye, Chai, Lee and Chieu, "Optimizing F-measures", 2012).
    """
    wanted = sum([p * w for p, w in zip(chances, words, strict=True)])
    # what is this unlikely is never kept: it would lower any F1 worth the name
    order = sorted([(-p, i) for i, p in enumerate(chances) if p > _LEAST_CHANCE])
    hit = given = best = 0.0
    size = 0
    for count, (p, i) in enumerate(order, 1):
        hit -= p * words[i]
        given += words[i]
        expected = 2 * hit / (given + wanted)
        if expected > best:
            best, size = expected, count
    return sorted([i for _, i in order[:size]]), best
