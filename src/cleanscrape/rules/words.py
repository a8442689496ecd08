"""What a short line says of itself: "Share on Facebook", "© 2021", "Advertisement", "3 min read"."""

from __future__ import annotations

from cleanscrape.reading import Reading
from cleanscrape.rules.furniture import line_kind


def label_words(reading: Reading) -> None:
    """Label what is open by its own words."""
    pieces = reading.blocks.pieces
    for index in reading.labels.open():
        kind = line_kind(pieces[index].text)
        if kind is not None:
            reading.label((index,), kind, "rules.words", pieces[index].text[:80])
