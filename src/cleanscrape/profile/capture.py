"""How the lines of a site's plain-text captures are told apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from cleanscrape.label import Label
from cleanscrape.profile.key import Form, about
from cleanscrape.profile.pattern import LinePattern

PRINTED_FIELDS = ("headline", "dek", "byline", "published", "modified", "caption", "credit")
"""What a line pattern of a capture may read."""


@dataclass(frozen=True, slots=True)
class DropLines:
    """A boilerplate kind, and the patterns of the single lines that are of it."""

    kind: Label
    patterns: tuple[LinePattern, ...] = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and the kind of it and of what follows."""

    heading: LinePattern
    kind: Label = field(kw_only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """What is known of a site's plain-text captures: lines of text, without tags."""

    start_after: tuple[LinePattern, ...] = field(
        default=(),
        metadata=about(
            "The body begins below the first line that matches one of these. Without it, below the first "
            "line that `fields` describes; where there is none in a capture, at the top.",
            Form.PATTERNS,
        ),
    )
    stop_at: tuple[LinePattern, ...] = field(
        default=(),
        metadata=about(
            "The body ends above the first line below its beginning that matches one of these, or that is a "
            "heading of `sections`. What then has no kind is `other`.",
            Form.PATTERNS,
        ),
    )
    fields: tuple[LinePattern, ...] = field(
        default=(),
        metadata=about(
            "Lines that print fields: " + ", ".join(f"`{{{name}}}`" for name in PRINTED_FIELDS) + ".",
            Form.PRINTED,
        ),
    )
    drop: tuple[DropLines, ...] = field(
        default=(),
        metadata=about(
            "Single lines that are boilerplate wherever they stand: `drop.KIND = [patterns]`. A section goes "
            "on below them.",
            Form.DROP_LINES,
        ),
    )
    sections: tuple[Section, ...] = field(
        default=(),
        metadata=about(
            "Headings below the beginning of the body, with the kind of what follows, heading included, "
            "until the next heading that is named here.",
            Form.SECTIONS,
        ),
    )

    def starts(self, line: str) -> bool:
        """Whether the body begins below this line."""
        patterns = self.start_after or self.fields
        return any(pattern.matches(line) for pattern in patterns)

    def stops(self, line: str) -> bool:
        """Whether the body, once begun, ends above this line."""
        return any(pattern.matches(line) for pattern in self.stop_at) or self.section_of(line) is not None

    def fields_of(self, line: str) -> dict[str, str] | None:
        """The fields that the line prints, by the first pattern that describes it; None where none does."""
        for pattern in self.fields:
            found = pattern.fields(line)
            if found is not None:
                return found
        return None

    def kind_of(self, line: str) -> Label | None:
        """The kind of a line that is boilerplate by itself."""
        for entry in self.drop:
            if any(pattern.matches(line) for pattern in entry.patterns):
                return entry.kind
        return None

    def section_of(self, line: str) -> Label | None:
        """The kind of what this line is the heading of; None where it is no heading of a section."""
        for section in self.sections:
            if section.heading.matches(line):
                return section.kind
        return None
