"""How a site's articles usually are: no page fails by it, but a site whose pages leave it has changed."""

from __future__ import annotations

from dataclasses import dataclass, field

from cleanscrape.profile.key import Form, about

Range = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """The usual shape of a body, as `check` compares it; None where it is not known."""

    paragraphs: Range | None = field(default=None, metadata=about("The paragraphs of the body.", Form.RANGE))
    letters: Range | None = field(default=None, metadata=about("The letters of a paragraph, on the mean.", Form.RANGE))
    kept: Range | None = field(
        default=None,
        metadata=about("The share of the letters in what `body` finds that is the body, 0 to 1.", Form.RANGE),
    )
    agreement: Range | None = field(
        default=None,
        metadata=about(
            "The F1 of words of the body and of what the generic way takes for it, 0 to 1: to be given where the "
            "generic way errs on the site, so that `check` does not take that for a change.",
            Form.RANGE,
        ),
    )
