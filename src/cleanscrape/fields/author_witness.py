"""Who a witness of the page names as its authors, and how far it is believed."""

from __future__ import annotations

from dataclasses import dataclass, field

from cleanscrape.article import Author
from cleanscrape.fields.author_page import is_system_page
from cleanscrape.fields.person_name import folded_name, is_person_name


@dataclass(frozen=True, slots=True)
class AuthorWitness:
    """People and organisations that one witness names.

    `reliability` is the share of measured pages where such a witness names the right people. `raw` is as printed
    and `pieces` are where; both are empty for what the page declares to machines. `is_beside`: it stands between
    headline and body, or at the body's opening. `is_plain`: it is beside the headline,
    and says of itself that it is a byline.
    """

    by: str
    authors: tuple[Author, ...]
    organisations: tuple[str, ...]
    reliability: float = field(kw_only=True)
    raw: str = field(default="", kw_only=True)
    pieces: tuple[int, ...] = field(default=(), kw_only=True)
    is_beside: bool = field(default=False, kw_only=True)
    is_plain: bool = field(default=False, kw_only=True)

    @property
    def names_people(self) -> bool:
        """Whether it names somebody, and all of them read as full names of people."""
        return bool(self.authors) and all(is_person_name(author.name) for author in self.authors)

    @property
    def is_system(self) -> bool:
        """Whether one of its people is the account that puts texts in."""
        return any(is_system_page(author.url) for author in self.authors if author.url)

    def has(self, author: Author) -> bool:
        """Whether it names this person, with or without a title or a middle name."""
        return self.find(author) is not None

    def find(self, author: Author) -> Author | None:
        """The person as this witness names him."""
        key = _words(author.name)
        return next((own for own in self.authors if _is_one(_words(own.name), key)), None)

    def confirmed(self, other: AuthorWitness) -> float:
        """The share of its people whom the other names too."""
        return sum(map(other.has, self.authors)) / len(self.authors) if self.authors else 0.0

    def shares(self, other: AuthorWitness) -> bool:
        """Whether both name one of the same people; organisations, where neither names people."""
        if self.authors or other.authors:
            return any(map(self.has, other.authors))
        return not self.keys.isdisjoint(other.keys)

    @property
    def keys(self) -> frozenset[str]:
        """The names, folded to be compared."""
        return frozenset(map(folded_name, (*(author.name for author in self.authors), *self.organisations)))


def _words(name: str) -> frozenset[str]:
    return frozenset(folded_name(word) for word in name.split())


def _is_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names are one person's: all words of the shorter are in the longer, and they are two or more."""
    return one == other or (min(len(one), len(other)) > 1 and (one <= other or other <= one))
