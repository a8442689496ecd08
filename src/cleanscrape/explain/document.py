"""A report as one HTML page that stands alone: nothing of the page runs in it, and it loads nothing.

Its own style and script lie beside this module and are written into it; the page's policy lets these two run and
nothing else. What comes of the read page is escaped, and its addresses are text.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from typing import Final

from cleanscrape.explain.passage import Run, author_html, percent, run_html, runs
from cleanscrape.explain.report import LabelledPiece, Report, ReportedField, is_kept
from cleanscrape.explain.wording import KINDS, READ_BY
from cleanscrape.label import Label
from cleanscrape.profile.matches import Matches
from cleanscrape.render.inline import escaped, words

_COLUMNS: Final = 300  # of the strip that shows the whole page at a glance
_LONG: Final = 500  # runs from which a browser lays out only what is in view
_MOST_VALUES: Final = 8  # values of one field that are shown

_INTRO: Final = (
    "This is all text of the page, from top to bottom. What is set large, on green and blue, is the article. What is "
    "set small was put aside, each kind in its own colour. The margin names what every part was taken for, and who "
    "said so; point at a part, tap it, or move to it with the keyboard to see why. Switches show and hide each kind."
)


def render_report(report: Report) -> str:
    """A report as one self-contained HTML page, safe to open and to publish as far as the read page itself is.

    It holds no picture, no address that can be followed but those within it, and runs no script but its own.
    """
    style, script = _style(), _asset("switches.js")
    cut = runs(report.pieces)
    title = f"How cleanscrape read {report.headline or report.url or 'a page'}"
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    return "".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n',
            f"<title>{words(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n",
            '<a class="skip" href="#page">Skip to the page</a>\n',
            *_head(report, cut),
            '<div class="columns">\n',
            *_legend(report),
            *_page(report, cut),
            *_side(report, _places(cut)),
            "</div>\n",
            '<footer class="foot">Written by <b>cleanscrape explain</b>. Nothing of the page runs here, its pictures '
            "are not loaded, and its links are shown as text.</footer>\n",
            f"<script>{script}</script>\n</body>\n</html>\n",
        ]
    )


@cache
def _asset(name: str) -> str:
    return files("cleanscrape.explain").joinpath(name).read_text(encoding="utf-8")


@cache
def _style() -> str:
    """The style sheet, with each kind's colour and the rule that hides it."""
    rules = [_asset("style.css")]
    for label, kind in KINDS.items():
        rules.append(f".k-{label} {{ --hue: {kind.hue}; --strength: {kind.strength}; }}\n")
        rules.append(f'.page[data-off~="{label}"] .k-{label} {{ display: none; }}\n')
    return "".join(rules)


def _hash(text: str) -> str:
    """An inline element's content as a policy names it."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _head(report: Report, cut: Sequence[Run]) -> Iterator[str]:
    yield '<header class="head">\n<p class="brand"><b>cleanscrape explain</b>: '
    yield "what is the article on this page, and what is not</p>\n"
    yield f"<h1>{words(report.headline or 'How this page was read')}</h1>\n"
    if report.url:
        yield f'<p class="from">How cleanscrape read <code>{words(report.url)}</code></p>\n'
    yield f'<p class="intro">{_INTRO}</p>\n'
    yield _strip(report, cut)
    yield '<dl class="facts">'
    for name, value in _facts(report):
        yield f"<div><dt>{name}</dt><dd>{escaped(value)}</dd></div>"
    yield "</dl>\n"
    yield from _alerts(report)
    yield '<nav class="ways" aria-label="This report"><a href="#page">The page</a> <a href="#fields">The fields</a> '
    yield '<a href="#profile">The profile</a></nav>\n'
    yield "</header>\n"


def _facts(report: Report) -> Iterator[tuple[str, str]]:
    use = report.profile
    layout = f", layout {use.layout}" if use.layout else ""
    yield "Read by", f"the profile {use.name}{layout} ({READ_BY[use.tier]})" if use.name else READ_BY[use.tier]
    yield (
        "Kept",
        f"{sum(piece.is_kept for piece in report.pieces)} of {len(report.pieces)} pieces, {_kept(report)} of the text",
    )
    if use.name is None:
        yield "Confidence in the body", percent(report.confidence)
    if report.chance is not None:
        yield "Chance of being an article", percent(report.chance)


def _kept(report: Report) -> str:
    total = sum(len(piece.text) for piece in report.pieces)
    return percent(sum(len(piece.text) for piece in report.pieces if piece.is_kept) / total if total else 0)


def _alerts(report: Report) -> Iterator[str]:
    if report.refusal is not None:
        yield f'<section class="alert"><h2>No article was found</h2><p>{words(report.refusal)}</p></section>\n'
    if report.warnings:
        items = "".join(f"<li>{words(warning)}</li>" for warning in report.warnings)
        yield f'<section class="alert"><h2>Warnings</h2><ul>{items}</ul></section>\n'


def _strip(report: Report, cut: Sequence[Run]) -> str:
    """The whole page as one line of colour, as long as its text."""
    columns = _columns(report.pieces)
    if not columns:
        return ""
    x = 0
    rects = []
    for piece, same in groupby(columns):
        width = sum(1 for _ in same)
        fate = "kept" if piece[1] else "gone"
        rects.append(f'<rect class="{fate} k-{piece[0]}" x="{x}" y="0" width="{width}" height="1"/>')
        x += width
    label = f"The page from top to bottom: {_kept(report)} of its text is the article, in {len(cut)} parts"
    return (
        f'<svg class="strip" viewBox="0 0 {x} 1" preserveAspectRatio="none" role="img" aria-label="{label}">'
        f"{''.join(rects)}</svg>\n"
        '<p class="caption">The text of the page from top to bottom: '
        "strong colours are the article, pale ones are not.</p>\n"
    )


def _columns(pieces: Sequence[LabelledPiece]) -> list[tuple[str, bool]]:
    """The label at each of so many places that lie evenly in the page's text."""
    total = sum(len(piece.text) for piece in pieces)
    columns: list[tuple[str, bool]] = []
    done = 0
    for piece in pieces:
        done += len(piece.text)
        wanted = round(_COLUMNS * done / total) if total else 0
        columns += [(piece.label, piece.is_kept)] * (wanted - len(columns))
    return columns


def _legend(report: Report) -> Iterator[str]:
    counts = dict(report.counts)
    datelines = sum(piece.dateline > 0 for piece in report.pieces)
    if datelines:
        counts[Label.DATELINE] = datelines
    kept = [label for label in KINDS if counts.get(label) and is_kept(label)]
    gone = [label for label in KINDS if counts.get(label) and not is_kept(label)]
    yield '<section class="legend" aria-labelledby="legend">\n<h2 id="legend">Legend: show and hide</h2>\n'
    yield '<div class="presets"><button type="button" data-preset="all">Show all</button>'
    yield '<button type="button" data-preset="kept">Article only</button>'
    yield '<button type="button" data-preset="gone">Put aside only</button>'
    yield '<button type="button" id="addresses" aria-pressed="false">Link addresses</button></div>\n'
    for title, fate, labels in (("The article", "kept", kept), ("Put aside", "gone", gone)):
        if labels:
            items = "".join(f"<li>{_switch(label, fate, counts[label])}</li>" for label in labels)
            yield f'<h3 id="legend-{fate}">{title}</h3>\n'
            yield f'<ul class="switches" aria-labelledby="legend-{fate}">{items}</ul>\n'
    yield '<p class="status" id="status" role="status"></p>\n</section>\n'


def _switch(label: str, fate: str, count: int) -> str:
    kind = KINDS[label]
    inside = 0 if label == Label.DATELINE else count  # a dateline is part of a piece
    return (
        f'<button type="button" class="k-{label}" data-kind="{label}" data-fate="{fate}" data-pieces="{inside}" '
        'aria-pressed="true"><span class="box" aria-hidden="true"></span>'
        f'<span class="name">{escaped(kind.title)}</span>'
        f'<span class="count">{count:,}<span class="unseen"> pieces</span></span>'
        f'<span class="meaning">{escaped(kind.meaning)}</span></button>'
    )


def _page(report: Report, cut: Sequence[Run]) -> Iterator[str]:
    long = " long" if len(cut) > _LONG else ""
    yield f'<main class="page{long}" id="page" tabindex="-1" data-total="{len(report.pieces)}" data-off="">\n'
    yield "<h2>The page, part by part</h2>\n"
    if not report.pieces:
        yield '<p class="none">The page holds no text.</p>\n'
    yield from (run_html(run, report.language) for run in cut)
    yield "</main>\n"


def _places(cut: Iterable[Run]) -> dict[int, int]:
    """For each piece the first one of its run, which has an anchor."""
    return {piece.index: run.first.index for run in cut for piece in run.pieces}


def _side(report: Report, places: dict[int, int]) -> Iterator[str]:
    yield '<aside class="side" aria-label="Reasons, fields and profile">\n'
    yield _card("why", "Why this label?")
    yield '<button type="button" class="shut">Close</button><p class="idle">Point at a part of the page, tap it, or '
    yield 'move to its label with the Tab key.</p><dl class="facts-of-run"></dl></section>\n'
    yield _card("fields", "The fields of the article") + "<dl>"
    yield from (_field(each, places) for each in report.fields if each.values)
    missing = [escaped(_named(each.name)) for each in report.fields if not each.values]
    if missing:
        yield f'<div><dt>Not found in the page</dt><dd class="none">{", ".join(missing).lower()}</dd></div>'
    yield "</dl></section>\n"
    yield _card("profile", "The profile’s selectors")
    yield from _matches(report.matches)
    yield "</section>\n</aside>\n"


def _card(name: str, title: str) -> str:
    """The beginning of a section; that with the reasons scrolls by itself, and so is reached by keyboard."""
    stop = 0 if name == "why" else -1
    start = f'<section class="card" id="{name}" aria-labelledby="{name}-title" tabindex="{stop}">'
    return f'{start}<h2 id="{name}-title">{title}</h2>'


def _named(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _field(each: ReportedField, places: dict[int, int]) -> str:
    values = [words(value) for value in each.values[:_MOST_VALUES]]
    more = len(each.values) - len(values)
    shown = " · ".join(values) + (f" and {more:,} more" if more else "")
    by = each.by or ""
    said = author_html(by)
    is_said = each.evidence in ", ".join(each.values)
    evidence = "" if is_said else f": <q>{words(each.evidence)}</q>"
    where = f' <a href="#p{places[each.pieces[0]]}">see it in the page</a>' if each.pieces else ""
    witnessed = f'<dd class="witness">{said}{evidence}{where}</dd>'
    return f'<div><dt>{_named(each.name)}</dt><dd dir="auto">{shown}</dd>{witnessed}</div>'


def _matches(found: Sequence[Matches]) -> Iterator[str]:
    if not found:
        yield '<p class="none">No profile was asked: the rules that hold on any site read the page.</p>'
        return
    yield "<dl>"
    for key, group in groupby(found, key=lambda each: each.key):
        rows = "".join(f'<dd class="finds"><code>{words(each.selector)}</code>{_count(each)}</dd>' for each in group)
        yield f"<div><dt>{words(key)}</dt>{rows}</div>"
    yield "</dl>"


def _count(each: Matches) -> str:
    if not each.count:
        return '<span class="dead">finds nothing</span>'
    return f"<span>finds {each.count:,}{'' if each.is_used else ', not used'}</span>"
