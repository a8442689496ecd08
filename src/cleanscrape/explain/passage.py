"""The page itself in a report: its text in reading order, cut into runs of one label, as HTML that is safe to show.

Every tag is written here; of the page come only words, escaped, and the addresses of its links, as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from cleanscrape.explain.report import LabelledPiece
from cleanscrape.explain.wording import KINDS, short_name, witness
from cleanscrape.render.inline import attribute, escaped, words

_MOST_LINKS: Final = 12  # addresses of one run that are listed; all of them stand at their words
_MOST_EVIDENCE: Final = 5
_MOST_MISSES: Final = 3  # links of a piece whose words are not found in it, before the search is given up
_DEEPEST: Final = 6  # lists in one another; deeper ones are set like these
# Pieces of a page from which those of the article in a row are one run too: of 100,000 pieces, each a
# run by itself, a browser on a busy machine took 108 seconds to show the page; of as many in a few runs 19.
_LONG: Final = 2000
_SHORT: Final = 70  # characters of a line that was set aside and may stand beside the next


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces in a row with one label, of one author.

    A piece of the article is a run by itself, but for list items, and in a page of thousands of pieces.
    """

    pieces: tuple[LabelledPiece, ...]

    @property
    def first(self) -> LabelledPiece:
        """The piece that speaks for the run."""
        return self.pieces[0]


def runs(pieces: Sequence[LabelledPiece]) -> tuple[Run, ...]:
    """The runs of a page, in reading order."""
    is_long = len(pieces) > _LONG

    def key(piece: LabelledPiece) -> tuple[str, str, str | None, int]:
        stands_alone = piece.is_kept and piece.kind != "list" and not is_long
        return piece.label, piece.by, piece.selector, piece.index if stands_alone else -1

    return tuple(Run(tuple(group)) for _, group in groupby(pieces, key=key))


def run_html(run: Run, language: str | None = None) -> str:
    """One run: its label in the margin, what speaks for the label, and its text, in the page's language."""
    first = run.first
    title = escaped(KINDS[first.label].title)
    fate = "kept" if first.is_kept else "gone"
    said = "part of the article" if first.is_kept else "set aside"
    spoken = f' lang="{attribute(language)}"' if language else ""
    note = (
        '<button type="button" class="note" aria-expanded="false" aria-controls="why" '
        f'aria-describedby="w{first.index}"><span class="tag">{title}</span>{_share(run)}'
        f'<span class="by">{_breakable(short_name(first.by))}</span></button>'
    )
    return (
        f'<div class="run {fate} k-{first.label}" id="p{first.index}" role="group" aria-label="{title}, {said}">'
        f'{note}<div class="text"{spoken}>{"".join(_blocks(run.pieces))}</div>'
        f'<dl class="because" id="w{first.index}" hidden>{_because(run)}</dl></div>\n'
    )


def _breakable(name: str) -> str:
    """A dotted name that the narrow margin breaks between its parts."""
    return escaped(name).replace(".", ".<wbr>")


def _share(run: Run) -> str:
    """How likely a piece is part of the body, in a hundred, where that made it one and it is a run by itself."""
    first = run.first
    if len(run.pieces) > 1 or first.by != "rules.body" or not first.chance:
        return ""
    return f'<span class="chance">{percent(first.chance)}</span>'


def percent(share: float) -> str:
    """A share of 1 as whole percents; what is not quite none or all is not called so.

    >>> percent(0.004), percent(0.5), percent(0.999)
    ('under 1 %', '50 %', 'over 99 %')
    """
    if 0 < share < 0.01:
        return "under 1 %"
    if 0.99 < share < 1:
        return "over 99 %"
    return f"{share:.0%}".replace("%", " %")


def _because(run: Run) -> str:
    """What speaks for a run's label, as the rows of a list of terms."""
    first = run.first
    kind = KINDS[first.label]
    fate = "part of the article" if first.is_kept else "set aside"
    rows = [("Taken for", f'<b class="tag k-{first.label}">{escaped(kind.title)}</b> {escaped(kind.meaning)}; {fate}')]
    if first.by:
        rows.append(("Said by", author_html(first.by)))
    if first.selector:
        rows.append(("Selector", f"<code>{words(first.selector)}</code>"))
    rows += [("Evidence", shown) for shown in [_evidence(run)] if shown]
    rows += [("Chance of being body", shown) for shown in [_chances(run)] if shown]
    if first.prints:
        rows.append(("Prints", escaped(", ".join(first.prints))))
    if first.path:
        rows.append(("Stands in", f"<code>{words(first.path)}</code>"))
    rows += [("Links", shown) for shown in [_links(run)] if shown]
    return "".join(f"<div><dt>{name}</dt><dd>{shown}</dd></div>" for name, shown in rows)


def author_html(by: str) -> str:
    """Who gave a label or a field, and what that goes by in words."""
    said = witness(by)
    return f"<code>{escaped(by)}</code>" + (f", {escaped(said)}" if said else "")


def _evidence(run: Run) -> str:
    """What the label goes by, but for a field's own print: that is the text itself."""
    said = [piece.evidence for piece in run.pieces if not (piece.prints and piece.evidence in piece.text)]
    said = list(dict.fromkeys(filter(None, said)))
    shown = [f"<code>{words(each)}</code>" for each in said[:_MOST_EVIDENCE]]
    return _listed(shown, len(said) - len(shown))


def _chances(run: Run) -> str:
    chances = [piece.chance for piece in run.pieces if piece.chance is not None]
    if not chances:
        return ""
    least, most = percent(min(chances)), percent(max(chances))
    return least if least == most else f"{least} to {most}"


def _links(run: Run) -> str:
    addresses = list(dict.fromkeys(link.url for piece in run.pieces for link in piece.links))
    shown = [f'<span class="address">{words(each)}</span>' for each in addresses[:_MOST_LINKS]]
    return _listed(shown, len(addresses) - len(shown))


def _listed(shown: Sequence[str], more: int) -> str:
    if len(shown) == 1 and not more:
        return shown[0]
    items = [*shown, *([f"and {more:,} more"] if more else [])]
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>" if items else ""


def _blocks(pieces: Iterable[LabelledPiece]) -> Iterator[str]:
    for (is_list, is_ordered), group in groupby(pieces, key=lambda piece: (piece.kind == "list", _is_numbered(piece))):
        if is_list:
            tag = "ol" if is_ordered else "ul"
            yield f"<{tag}>{''.join(map(_item, group))}</{tag}>"
        else:
            yield from map(_block, group)


def _is_numbered(piece: LabelledPiece) -> bool:
    return piece.kind == "list" and piece.ordinal is not None


def _item(piece: LabelledPiece) -> str:
    level = f' class="deep{min(piece.level, _DEEPEST)}"' if piece.level > 1 else ""
    number = f' value="{piece.ordinal}"' if piece.ordinal is not None else ""
    return f'<li dir="auto"{level}{number}>{_inline(piece)}</li>'


def _block(piece: LabelledPiece) -> str:
    if piece.kind == "table":
        return _table(piece.text)
    if piece.kind == "code":
        return f'<pre dir="auto" tabindex="0"><code>{escaped(piece.text)}</code></pre>'
    content = _inline(piece)
    if piece.kind == "heading":
        level = min(6, max(1, piece.level) + 2)  # below the report's own headings
        return f'<h{level} dir="auto">{content}</h{level}>'
    if piece.kind == "quote":
        return f'<blockquote dir="auto">{content}</blockquote>'
    short = ' class="short"' if not piece.is_kept and len(piece.text) <= _SHORT else ""
    return f'<p dir="auto"{short}>{content}</p>'


def _table(text: str) -> str:
    rows = "".join(
        "<tr>" + "".join(f'<td dir="auto">{words(cell)}</td>' for cell in row.split("\t")) + "</tr>"
        for row in text.split("\n")
    )
    return f'<div class="wide" role="group" aria-label="Table" tabindex="0"><table>{rows}</table></div>'


def _inline(piece: LabelledPiece) -> str:
    """A piece's words, its dateline and its links marked; a link's address is its title."""
    text, at, misses = piece.text, piece.dateline, 0
    out = [f'<span class="opening k-dateline">{escaped(text[:at])}</span>'] if at else []
    for link in piece.links:
        start = text.find(link.text, at)
        if start < 0:
            misses += 1
            if misses == _MOST_MISSES:
                break
            continue
        end = start + len(link.text)
        out.append(escaped(text[at:start]))
        out.append(f'<span class="link" title="{attribute(link.url)}">{escaped(link.text)}</span>')
        at = end
    out.append(escaped(text[at:]))
    return "".join(out)
