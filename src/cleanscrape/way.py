"""The way of one page: cut it into pieces, say of every piece what it is and why, read the article off the labels.

A profile speaks first; its contract is checked; where it fails, the generic rules speak for the whole page.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cleanscrape.article import Article, ProfileUse, Tier
from cleanscrape.assembly import assemble
from cleanscrape.errors import NotAnArticle
from cleanscrape.fields import FIELDS, LATE_FIELDS
from cleanscrape.fields.kind import is_plainly_none
from cleanscrape.label import Given, Label, Labelling
from cleanscrape.lines import cut_lines
from cleanscrape.opinion import LOW_CONFIDENCE, second_opinion
from cleanscrape.page import Page
from cleanscrape.profile import Profile, broken_clauses
from cleanscrape.profile.labeller import read_by_profile
from cleanscrape.reading import Reading
from cleanscrape.rules import RULES
from cleanscrape.rules.body import choose_body
from cleanscrape.rules.captions import label_captions
from cleanscrape.rules.insets import label_insets
from cleanscrape.tree import cut_tree


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one page: how it was read, and the article that was read off it, or why it is none."""

    reading: Reading
    answer: Article | NotAnArticle

    def article(self) -> Article:
        """The article; `NotAnArticle` is raised where the page is none."""
        if isinstance(self.answer, NotAnArticle):
            raise self.answer
        return self.answer


def read_page(
    page: Page, profile: Profile | None, fetched: dt.datetime | None = None, *, ask_second: bool = False
) -> Outcome:
    """Read one page, by a profile where one is given and holds, else by the rules that hold on any site.

    `ask_second` asks for a second opinion where the rules are not sure of the body.
    """
    warnings: list[str] = []
    if profile is not None:
        outcome = _by_profile(page, profile, fetched, warnings)
        if outcome is not None:
            return outcome
    return _generic(read_generic(page, fetched, ask_second=ask_second), warnings)


def _by_profile(page: Page, profile: Profile, fetched: dt.datetime | None, warnings: list[str]) -> Outcome | None:
    """The page as the site's profile reads it, or None where the profile does not hold."""
    read = read_by_profile(page, profile)
    if read is None:
        what = "no layout's markers are all in the page" if page.is_markup else "it has no [capture]"
        warnings.append(f"profile {profile.name}: {what}; the generic rules read it")
        return None
    reading, layout = read
    reading.now = fetched
    _complete(reading)
    use = ProfileUse(profile.tier, name=profile.name, layout=layout)
    article = assemble(reading, use)
    paragraphs = [b.text for b in article.body if b.kind != "caption"]
    broken = [*filter(None, [reading.unfit]), *broken_clauses(profile.contract, paragraphs, set(reading.found))]
    if broken or not article.body:
        clauses = "; ".join(broken) or "the body is empty"
        warnings.append(
            f"profile {profile.name}, layout {layout}: contract broken ({clauses}); the generic rules read it"
        )
        return None
    return Outcome(reading, article)


def _generic(reading: Reading, warnings: list[str]) -> Outcome:
    """The page as the rules that hold on any site have read it."""
    reading.warnings += warnings
    if reading.chosen:
        article = assemble(reading, ProfileUse(Tier.GENERIC))
        if article.text and not is_plainly_none(reading):
            return Outcome(reading, article)
        seen = f"it reads as a {article.kind} ({article.sources['kind'].evidence} of an article)"
    else:
        seen = f"{len(reading.blocks.pieces)} pieces of text, none of it running text"
    refusal = NotAnArticle(
        f"the page is no article: {seen}; pass an article's own page, as a browser shows it",
        kind=reading.value("kind") or "unknown",
        seen=seen,
    )
    return Outcome(reading, refusal)


def read_generic(page: Page, fetched: dt.datetime | None = None, *, ask_second: bool = False) -> Reading:
    """Label a page by the rules that hold on any site."""
    blocks = cut_tree(page.root, page.limits) if page.is_markup else cut_lines(page.lines)
    choice = choose_body(blocks, is_news=page.linked.is_news)
    reading = Reading(page, blocks, Labelling(len(blocks.pieces)), now=fetched)
    reading.chosen = choice.chosen
    reading.chances = choice.chances
    reading.confidence = choice.confidence
    if ask_second and choice.confidence < LOW_CONFIDENCE:
        second = second_opinion(page, blocks)
        if second is not None:
            reading.chosen, reading.chosen_by = second, "trafilatura"
            reading.warnings.append(f"body by trafilatura: our own confidence was {choice.confidence:.2f}")
    if reading.chosen:
        _complete(reading)
    return reading


def _complete(reading: Reading) -> None:
    """Read the fields, then label all that is still without a label."""
    pieces = reading.blocks.pieces
    for name, read, label in FIELDS:
        found = read(reading)
        if found is None:
            continue
        reading.found[name] = found
        if label is not None:
            reading.label(found.pieces, label, found.source.by, found.source.evidence)
    label_captions(reading)
    label_insets(reading)
    kinds = {pieces[index].kind for index in reading.chosen}
    given = {kind: Given(Label(kind), by=reading.chosen_by) for kind in kinds}
    for index in reading.chosen:
        reading.labels.give(index, given[pieces[index].kind])
    for rule in RULES:
        rule(reading)
    for name, read, _ in LATE_FIELDS:
        found = read(reading)
        if found is not None:
            reading.found[name] = found
