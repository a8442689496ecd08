"""A site config of Full-Text RSS as a profile of tier "imported", and what became of each of its directives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import KW_ONLY, dataclass, field
from enum import StrEnum
from typing import Any, Final

from cleanscrape.article import Tier
from cleanscrape.block import Tag
from cleanscrape.errors import BadProfile
from cleanscrape.label import BOILERPLATE, Label
from cleanscrape.profile.ftr.site_config import Directive, SiteConfig
from cleanscrape.profile.layout import Drop, Layout
from cleanscrape.profile.model import Profile
from cleanscrape.profile.selector import Selector
from cleanscrape.rules.names import said_by

_FIELDS: Final = {
    "title": "headline",
    "author": "byline",
    "date": "published",
    "body": "body",
    "next_page_link": "next_page",
    "single_page_link": "single_page",
}
"""The directives that are selectors, and the keys of a layout that they become."""

_ALWAYS: Final = {
    "convert_double_br_tags": "two line breaks in a row part paragraphs on every page",
    "strip_comments": "comments are never read as text",
    "prune": "what is no body is labelled by the rules, nothing is pruned",
    "tidy": "every page is parsed as browsers do",
    "parser": "every page is parsed as browsers do",
    "autodetect_on_failure": "where the profile does not hold, the generic rules read the page",
    "insert_detected_image": "the lead image is a field of its own",
}
"""The directives that ask for what holds of every page here."""

_UNUSED: Final = {
    "native_ad_clue": "a profile has no key for what marks a page as paid for",
    "single_page_link_in_feed": "no feeds are read",
    "autodetect_next_page": "next pages are found by next_page, rel=next or the pager",
    "find_string": "the source of a page is never changed",
    "replace_string": "the source of a page is never changed",
    "http_header": "headers belong to fetching, not to a profile",
    "test_contains": "a page's expectations belong into a fixture: cleanscrape fixture add",
    "if_page_contains": "it follows no single_page_link that it could be a condition of",
    "wrap_in": "a tree is never changed",
    "move_into": "a tree is never changed",
    "dissolve": "a tree is never changed",
    "strip_attr": "attributes are no text",
    "post_strip_attr": "attributes are no text",
    "skip_json_ld": "witnesses are weighed by the fields, not by a profile",
    "skip_id_or_class": "a profile says what is no body by drop",
    "footnotes": "footnotes are read as lists",
    "src_lazy_load_attr": "pictures are read from the usual attributes of lazy loading",
    "requires_login": "nobody is logged in",
    "login_uri": "nobody is logged in",
    "login_username_field": "nobody is logged in",
    "login_password_field": "nobody is logged in",
    "login_extra_fields": "nobody is logged in",
    "not_logged_in_xpath": "nobody is logged in",
}
"""The directives that a profile does not use, and why."""

_NAMES: Final = re.compile(r"""["']([^"'<>]{2,60})["']""")
_FUNCTION: Final = re.compile(r"(substring-before|substring-after|substring|normalize-space|string|translate)\s*\(")
_PUT_TOGETHER: Final = re.compile(r"[a-z-]+\s*\(")
_PART: Final = re.compile(r"/(?:text\(\)|@[\w:-]+)(?:\[[^\]]*\])*$")
_ID: Final = re.compile(r"""\s*id\(\s*(["'][^"']+["'])\s*\)""")
_RELATIVE: Final = re.compile(r"(?:[a-zA-Z*@][\w*-]*|descendant(?:-or-self)?::)")


class Use(StrEnum):
    """What became of a directive."""

    USED = "used"
    ALWAYS = "always so"
    UNUSED = "not used"
    UNKNOWN = "unknown"
    BAD = "refused"


@dataclass(frozen=True, slots=True)
class Note:
    """What became of one directive, and why."""

    directive: str
    _: KW_ONLY
    line: int
    use: Use
    why: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the site configs of one host: a profile, or None, and a note for every directive.

    `pages` are the addresses that they name as examples; `why` says why there is no profile.
    """

    files: tuple[str, ...]
    _: KW_ONLY
    host: str
    profile: Profile | None = None
    why: str = ""
    notes: tuple[tuple[str, Note], ...] = field(default=())
    pages: tuple[str, ...] = ()

    def count(self, use: Use) -> int:
        """How many directives came to this."""
        return sum(note.use is use for _, note in self.notes)


def imported(configs: Sequence[SiteConfig]) -> Imported:
    """The profile that the site configs of one host become; the host's own goes before that of its subdomains.

    A selector that does not compile is noted and left out; without a body there is no profile.
    """
    layouts: list[Layout] = []
    notes: list[tuple[str, Note]] = []
    for config in sorted(configs, key=lambda config: config.subdomains):
        reader = _Reader(config)
        layout = reader.layout()
        notes += ((config.file, note) for note in reader.notes)
        if layout is not None:
            layouts.append(layout)
    host = configs[0].host
    pages = dict.fromkeys(each.value for config in configs for each in config.named("test_url"))
    profile = Profile(host, hosts=(host,), tier=Tier.IMPORTED, layouts=tuple(layouts)) if host and layouts else None
    return Imported(
        tuple(config.file for config in configs),
        host=host,
        profile=profile,
        why="" if profile else _why(host),
        notes=tuple(notes),
        pages=tuple(pages),
    )


def _why(host: str) -> str:
    if not host:
        return "what holds of every site is in the rules and the readers of fields"
    return "it names no body that can be found, so there is nothing to begin with"


class _Reader:
    """One site config that is being read: its layout, and the notes on its directives."""

    def __init__(self, config: SiteConfig) -> None:
        self.config = config
        self.notes: list[Note] = []
        self._found: dict[str, list[Selector]] = {key: [] for key in _FIELDS.values()}
        self._drops: dict[Label, list[Selector]] = {}

    def layout(self) -> Layout | None:
        """The layout; None where no body is named."""
        before: Directive | None = None
        for directive in self.config.directives:
            self._read(directive, before)
            before = directive
        body = self._found["body"]
        if not self.config.host or not body:
            return None
        marker = Selector(" | ".join(selector.source for selector in body), where=self.config.file)
        keys: dict[str, Any] = {key: tuple(dict.fromkeys(found)) for key, found in self._found.items()}
        return Layout(
            "subdomains" if self.config.subdomains else "site",
            markers=(marker,) if _compiles(marker) else (),
            drop=tuple(Drop(kind, selectors=tuple(found)) for kind, found in self._drops.items()),
            **keys,
        )

    def _read(self, directive: Directive, before: Directive | None) -> None:
        name = directive.name
        if not name or (not directive.value and name != "replace_string"):
            self._note(directive, Use.UNKNOWN, "no directive: value" if not name else "it has no value")
        elif name in _FIELDS:
            self._select(directive, directive.value, self._found[_FIELDS[name]].append)
        elif name in _STRIPPED:
            self._strip(directive)
        elif name == "test_url":
            self._note(directive, Use.USED, "a page to check the profile against")
        elif name == "if_page_contains" and before is not None and before.name == "single_page_link":
            self._condition(directive)
        elif name in _ALWAYS:
            self._note(directive, Use.ALWAYS, _ALWAYS[name])
        elif name in _UNUSED:
            self._note(directive, Use.UNUSED, _UNUSED[name])
        else:
            self._note(directive, Use.UNKNOWN, "no directive of that name is known")

    def _strip(self, directive: Directive) -> None:
        """Drop elements; a part of an element's text, or an attribute, is none."""
        if directive.name == "strip" and _PART.search(directive.value):
            self._note(directive, Use.UNUSED, "it finds a part of an element, and a profile drops whole ones")
            return
        for xpath in _STRIPPED[directive.name](directive.value):
            drops = self._drops.setdefault(_kind_of(directive), [])
            self._select(directive, xpath, drops.append)

    def _select(self, directive: Directive, xpath: str, keep: Callable[[Selector], None]) -> None:
        """Keep a selector that compiles; of a function of strings, what it is a function of."""
        inner = _unwrapped(xpath)
        if inner is None:
            self._note(directive, Use.UNUSED, "it puts a text together, and a profile finds elements")
            return
        selector = Selector(_absolute(inner), where=f"{self.config.file}:{directive.line}: {directive.name}")
        try:
            selector.check()
        except BadProfile as error:
            self._note(directive, Use.BAD, str(error).partition(f"{selector.source!r}: ")[2] or str(error))
        else:
            keep(selector)
            self._note(directive, Use.USED, "" if inner == xpath else "without its function: the field's reader cuts")

    def _condition(self, directive: Directive) -> None:
        """Make the link before hang on what the page contains."""
        if self.notes[-1].use is not Use.USED:
            self._note(directive, Use.UNUSED, "the link that it is a condition of is not used")
            return
        links = self._found["single_page"]
        link = links.pop()
        self._select(directive, f"({link.source})[{_absolute(directive.value)}]", links.append)

    def _note(self, directive: Directive, use: Use, why: str = "") -> None:
        name = directive.name or directive.value[:40]
        self.notes.append(Note(name, line=directive.line, use=use, why=why, value=directive.value))


def _unwrapped(xpath: str) -> str | None:
    """What the functions of strings around an expression are applied to; None where it puts a text together."""
    inner = xpath = _ID.sub(lambda match: f"//*[@id = {match[1]}]", xpath.strip())
    while match := _FUNCTION.match(inner):
        inner = _first_argument(inner[match.end() :])
    return None if _PUT_TOGETHER.match(inner) or not inner else inner


def _first_argument(text: str) -> str:
    """The text up to the comma or bracket that ends a function's first argument."""
    depth, quote = 0, ""
    for at, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "'\"":
            quote = char
        elif char in "([":
            depth += 1
        elif not depth and char in ",)":
            return text[:at].strip()
        elif char in ")]":
            depth -= 1
    return text.strip()


def _absolute(xpath: str) -> str:
    """An expression as a profile takes it: it begins at the root."""
    if not _RELATIVE.match(xpath):
        return xpath
    return f"//{xpath}" if "::" not in xpath.partition("[")[0] else f"/{xpath}"


def _compiles(selector: Selector) -> bool:
    try:
        selector.check()
    except BadProfile:
        return False
    return True


def _strip(value: str) -> Iterator[str]:
    yield value


def _strip_names(value: str) -> Iterator[str]:
    """Elements with the text in their class or id; quotation marks are left out, as the format has it."""
    text = re.sub("[\"']", "", value).strip()
    if text:
        yield f"//*[contains(@class, '{text}') or contains(@id, '{text}')]"


def _strip_pictures(value: str) -> Iterator[str]:
    text = re.sub("[\"']", "", value).strip()
    if text:
        yield f"//img[contains(@src, '{text}')]"


_STRIPPED: Final[dict[str, Callable[[str], Iterator[str]]]] = {
    "strip": _strip,
    "strip_id_or_class": _strip_names,
    "strip_image_src": _strip_pictures,
}
"""The directives that take something out, and what each finds."""


def _kind_of(directive: Directive) -> Label:
    """The kind of boilerplate that the names in a directive speak of; `other` where they speak of none."""
    if directive.name == "strip_image_src":
        return Label.MEDIA_CHROME
    names = [directive.value] if directive.name == "strip_id_or_class" else _NAMES.findall(directive.value)
    for name in reversed(names):
        escaped = name.replace('"', "").replace("&", "")
        said = said_by(Tag(f'div class="{escaped}"'))
        if said is not None and said.label in BOILERPLATE:
            return said.label
    return Label.OTHER
