"""CSS selectors, read by cssselect and taken apart into chains of compounds.

cssselect translates a whole selector to one XPath expression, and libxml2 then walks from each element to
all those around it: on a page whose elements nest or follow one another by the thousand the time grows with
the square. Here only a compound, which looks at one element alone, becomes XPath; combinators, ``:has()`` and
what else looks around are joins of places (`cleanscrape.profile.chain`).
"""

from __future__ import annotations

from copy import copy
from typing import Any

from cssselect import HTMLTranslator, SelectorError, parse
from cssselect.parser import (
    Class,
    CombinedSelector,
    Element,
    Function,
    FunctionalPseudoElement,
    Hash,
    Matching,
    Negation,
    Relation,
    SpecificityAdjustment,
    parse_series,
)
from cssselect.xpath import ExpressionError, XPathExpr

from cleanscrape.profile.chain import Around, Chain, Compound

_LISTS = (Matching, SpecificityAdjustment)


def chains(css: str) -> tuple[tuple[Chain, str | None], ...]:
    """A list of CSS selectors as chains, each with the attribute that its ``::attr()`` asks for.

    Raises:
        ValueError: the selector does not parse, or asks for what cannot be said of a page.
    """
    try:
        return tuple((_chain(selector.parsed_tree), _attribute(selector.pseudo_element)) for selector in parse(css))
    except SelectorError as error:
        raise ValueError(str(error)) from error
    except RecursionError:
        raise ValueError("the selector nests too deep") from None


def _attribute(pseudo: Any) -> str | None:
    """The attribute that ``::attr(name)`` names: the one pseudo-element there is."""
    if pseudo is None:
        return None
    if isinstance(pseudo, FunctionalPseudoElement) and pseudo.name == "attr":
        if pseudo.argument_types() == ["IDENT"]:
            return str(pseudo.arguments[0].value).lower()
        raise ExpressionError("::attr() takes one name, as in ::attr(content)")
    name = pseudo.name if isinstance(pseudo, FunctionalPseudoElement) else pseudo
    raise ExpressionError(f"::{name} is not known: the one pseudo-element is ::attr(name)")


def _chain(tree: Any) -> Chain:
    steps: list[tuple[str, Compound]] = []
    while isinstance(tree, CombinedSelector):
        steps.append((tree.combinator, _compound(tree.subselector)))
        tree = tree.selector
    return Chain(_compound(tree), tuple(reversed(steps)))


def _compound(tree: Any) -> Compound:
    """One compound: what it says of the element alone as XPath, what it says of others as chains."""
    wrappers: list[Any] = []
    while not isinstance(tree, Element):
        wrappers.append(tree)
        tree = tree.selector
    local: Any = tree
    around: list[Around] = []
    class_name = id_ = None
    for wrapper in reversed(wrappers):
        if not _is_local(wrapper):
            around.append(_around(wrapper))
            continue
        if isinstance(wrapper, Class):
            class_name = wrapper.class_name
        elif isinstance(wrapper, Hash):
            id_ = wrapper.id
        inner, local = local, copy(wrapper)
        local.selector = inner
    is_bare = local is tree or (isinstance(local, (Class, Hash)) and local.selector is tree)
    return Compound(
        str(_TRANSLATOR.xpath(local)),
        tag=tree.element.lower() if tree.element else None,
        names=(id_, class_name),
        is_bare=is_bare and not tree.namespace,
        around=tuple(around),
    )


def _is_local(wrapper: Any) -> bool:
    """Whether a part of a compound looks at the element alone."""
    if isinstance(wrapper, Relation):
        return False
    if isinstance(wrapper, Negation):
        return _is_simple(wrapper.subselector)
    return not isinstance(wrapper, _LISTS) or all(map(_is_simple, wrapper.selector_list))


def _is_simple(tree: Any) -> bool:
    while not isinstance(tree, Element):
        if isinstance(tree, CombinedSelector) or not _is_local(tree):
            return False
        tree = tree.selector
    return True


def _around(wrapper: Any) -> Around:
    if isinstance(wrapper, Relation):
        return Around(
            "has",
            tuple((str(combinator.value), _chain(each.parsed_tree)) for combinator, each in wrapper.arguments),
        )
    if isinstance(wrapper, Negation):
        return Around("not", (("", _chain(wrapper.subselector)),))
    return Around("is", tuple(("", _chain(each)) for each in wrapper.selector_list))


class _Translator(HTMLTranslator):
    """cssselect's translator, with positions that look only as far as they must."""

    def xpath_scope_pseudo(self, xpath: XPathExpr) -> XPathExpr:
        return self.xpath_root_pseudo(xpath)  # selectors run on whole documents

    def xpath_first_child_pseudo(self, xpath: XPathExpr) -> XPathExpr:
        return _counted(xpath, 1)

    def xpath_last_child_pseudo(self, xpath: XPathExpr) -> XPathExpr:
        return _counted(xpath, 1, last=True)

    def xpath_only_child_pseudo(self, xpath: XPathExpr) -> XPathExpr:
        return _counted(_counted(xpath, 1), 1, last=True)

    def xpath_first_of_type_pseudo(self, xpath: XPathExpr) -> XPathExpr:
        self._check_of_type_element(xpath, "first-of-type")
        return _counted(xpath, 1, name=xpath.element)

    def xpath_last_of_type_pseudo(self, xpath: XPathExpr) -> XPathExpr:
        self._check_of_type_element(xpath, "last-of-type")
        return _counted(xpath, 1, last=True, name=xpath.element)

    def xpath_only_of_type_pseudo(self, xpath: XPathExpr) -> XPathExpr:
        return self.xpath_last_of_type_pseudo(self.xpath_first_of_type_pseudo(xpath))

    def xpath_nth_child_function(
        self, xpath: XPathExpr, function: Function, last: bool = False, add_name_test: bool = True
    ) -> XPathExpr:
        try:
            step, number = parse_series(function.arguments)
        except ValueError:
            step = number = 0
        if step or number < 1:
            raise ExpressionError(f":{function.name}() takes one number from 1, as in :nth-child(2)")
        return _counted(xpath, number, last=last, name="*" if add_name_test else xpath.element)


def _counted(xpath: XPathExpr, number: int, *, last: bool = False, name: str = "*") -> XPathExpr:
    """The condition of being the `number`-th among the siblings of a name, from either end."""
    others = f"{'following' if last else 'preceding'}-sibling::{name}"
    if number > 1:
        xpath.add_condition(f"{others}[{number - 1}]")
    return xpath.add_condition(f"not({others}[{number}])")


_TRANSLATOR = _Translator()
