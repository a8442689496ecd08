"""Line patterns: how a profile names a line of a plain-text capture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

_PIECE = re.compile(r"\\(?P<escaped>.)|(?P<any>\*)|\{(?P<name>[^{}]*)\}|(?P<text>[^\\*{]+|.)", re.DOTALL)
_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class LinePattern:
    r"""A whole line, its white space folded: ``*`` stands for any text, ``{name}`` for the text of a field.

    A backslash takes the sense from the character behind it. Letters must agree in case. Each ``*`` and
    ``{name}`` takes as little as it can; a field takes at least one character that is no white space.

    >>> LinePattern("More from *").matches("More from  Sport")
    True
    >>> LinePattern("{byline} | Updated {modified}").fields("Ann Droe | Updated 3 May 2021")
    {'byline': 'Ann Droe', 'modified': '3 May 2021'}
    """

    source: str
    where: str = field(default="", kw_only=True, compare=False, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields that it reads."""
        return tuple(slot for slot in _parts(self.source)[1] if slot)

    def matches(self, line: str) -> bool:
        """Whether it describes the line."""
        return self.fields(line) is not None

    def fields(self, line: str) -> dict[str, str] | None:
        """The texts of its fields in the line; None where it does not describe the line.

        The time is linear in the length of the line, times the number of ``*`` and fields.
        """
        texts, slots = _parts(self.source)
        line = " ".join(line.split())
        if not slots:
            return {} if line == texts[0] else None
        if not (line.startswith(texts[0]) and line.endswith(texts[-1])):
            return None
        found: dict[str, str] = {}
        at, end = len(texts[0]), len(line) - len(texts[-1])
        for slot, text in zip(slots, (*texts[1:-1], None), strict=True):
            least = at + bool(slot)
            until = end if text is None else line.find(text, least, end)
            value = line[at:until].strip()
            if until < least or (slot and not value):
                return None
            if slot:
                found[slot] = value
            at = until + len(text or "")
        return found


@lru_cache(maxsize=_KEPT)
def _parts(source: str) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    """The fixed texts of a pattern, and between each two of them a field's name, or None for any text."""
    texts = [""]
    slots: list[str | None] = []
    for piece in _PIECE.finditer(" ".join(source.split())):
        if piece["any"] or piece["name"] is not None:
            slots.append(piece["name"])
            texts.append("")
        else:
            texts[-1] += piece["escaped"] or piece["text"]
    return tuple(texts), tuple(slots)
