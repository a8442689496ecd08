"""One design of a site's pages: how it is known, and what stands where in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING, Any

from cleanscrape.label import Label
from cleanscrape.profile.elements import Elements
from cleanscrape.profile.key import Form, about
from cleanscrape.profile.selector import Selector

if TYPE_CHECKING:
    from cleanscrape.profile.model import Profile

Selectors = tuple[Selector, ...]


@dataclass(frozen=True, slots=True)
class Drop:
    """A boilerplate kind, and the selectors of the elements that are of it: all of them count."""

    kind: Label
    selectors: Selectors = field(kw_only=True)


def _finds(meaning: str) -> Mapping[str, Any]:
    return about(meaning, Form.SELECTORS)


@dataclass(frozen=True, slots=True)
class Layout:
    """One design of a site's pages."""

    id: str = field(metadata=about("Its name in reports and in `sources`; its own in the profile.", Form.NAME))
    _: KW_ONLY
    markers: Selectors = field(
        default=(),
        metadata=about(
            "All of them must find something: then this is the page's layout. Without any it fits every "
            "page, and must be the last.",
            Form.MARKERS,
        ),
    )
    language: str | None = field(
        default=None,
        metadata=about("The language of pages in this layout, where it is not the profile's.", Form.LANGUAGE),
    )
    headline: Selectors = field(default=(), metadata=_finds("The headline, as printed."))
    dek: Selectors = field(default=(), metadata=_finds("The standfirst under the headline."))
    byline: Selectors = field(default=(), metadata=_finds("Who wrote it."))
    published: Selectors = field(default=(), metadata=_finds("When it was published."))
    modified: Selectors = field(default=(), metadata=_finds("When it was last changed."))
    body: Selectors = field(
        default=(),
        metadata=_finds(
            "The elements that hold the body; several may hold a part each. What `drop` and the other keys "
            "find in them is no body."
        ),
    )
    weigh: bool = field(
        default=False,
        metadata=about(
            "Whether what `body` finds is weighed by the generic rules too, and what is unlikely to be body leaves it: "
            "for a layout that few pages have taught, where boxes may come that no key names. Where the rules see "
            "two fifths of the body elsewhere, the layout does not hold.",
            Form.FLAG,
        ),
    )
    keep: Selectors = field(
        default=(),
        metadata=_finds(
            "Where the body is weighed: the elements in it whose text is body however unlikely the rules find it, as "
            "its plain paragraphs. What gives itself away as furniture by its words leaves it all the same."
        ),
    )
    tags: Selectors = field(default=(), metadata=_finds("The article's own tags or topics, one element or value each."))
    section: Selectors = field(default=(), metadata=_finds("The section that the article stands in."))
    breadcrumbs: Selectors = field(
        default=(), metadata=_finds("The way from the home page to the article, one element or value a step.")
    )
    images: Selectors = field(default=(), metadata=_finds("The article's pictures."))
    lead_image: Selectors = field(default=(), metadata=_finds("The picture at the top."))
    caption: Selectors = field(default=(), metadata=_finds("The captions of pictures."))
    credit: Selectors = field(default=(), metadata=_finds("Who took the pictures."))
    next_page: Selectors = field(default=(), metadata=_finds("The link to the next page of the same article."))
    single_page: Selectors = field(default=(), metadata=_finds("The link to the article on one page."))
    frame: Selectors = field(
        default=(),
        metadata=about(
            "Elements around the article that pages of this layout have: where most of them are gone, the design has "
            "changed. `check` looks for them; reading a page does not.",
            Form.MARKERS,
        ),
    )
    drop: tuple[Drop, ...] = field(
        default=(),
        metadata=about(
            "What is no article, by kind: `drop.KIND = [selectors]`. All selectors count. Where elements "
            "stand in one another, the innermost decides; of two kinds for one element, the later.",
            Form.DROP,
        ),
    )


def choose_layout(profile: Profile, root: Any) -> Layout | None:
    """The first layout of a profile whose markers all find something in a page; None where none fits.

    `root` is the page's root element, or its `Elements`.
    """
    if not profile.layouts:
        return None
    page = root if isinstance(root, Elements) else Elements(root)
    return next((layout for layout in profile.layouts if all(marker.places(page) for marker in layout.markers)), None)
