"""CSS selectors as XPath, read from right to left.

cssselect translates ``div p`` to a walk from each ``div`` to the ``p`` in it; where elements nest, libxml2
comes by the same ``p`` often and must know it again. Here ``div p`` is a ``p`` with a ``div`` above it, as
browsers read it. One selector is then one condition on one element: its cost is the number of elements times
their depth, and it can be asked of an element that is at hand (`ClassIndex`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from cssselect import HTMLTranslator, SelectorError, parse
from cssselect.parser import Class, CombinedSelector, Element, FunctionalPseudoElement, Hash, Relation
from cssselect.xpath import ExpressionError, XPathExpr

_AXES = {" ": "ancestor", ">": "parent", "~": "preceding-sibling"}


@dataclass(frozen=True, slots=True)
class Condition:
    """One selector of a list as a condition on an element.

    `step` is an XPath node test with predicates, to stand behind an axis. An element that meets it has the id
    `id`, or else the class `class_name`, where they are not None; `is_whole` says that `tag` (or any tag,
    where None) and that class are the whole condition. `inside` is a condition with an id or a class that one
    of its ancestors meets, where the element's own has none. `attribute` is what ``::attr()`` asks for.
    """

    step: str
    id: str | None = field(default=None, kw_only=True)
    class_name: str | None = field(default=None, kw_only=True)
    tag: str | None = field(default=None, kw_only=True)
    is_whole: bool = field(default=False, kw_only=True)
    inside: Condition | None = field(default=None, kw_only=True)
    attribute: str | None = field(default=None, kw_only=True)

    @property
    def is_named(self) -> bool:
        """Whether an id or a class is known that the element must have."""
        return self.id is not None or self.class_name is not None


def conditions(css: str) -> tuple[Condition, ...]:
    """A list of CSS selectors as conditions, one each.

    Raises:
        ValueError: the selector does not parse, or asks for what XPath cannot say.
    """
    try:
        return tuple(_condition(selector) for selector in parse(css))
    except SelectorError as error:
        raise ValueError(str(error)) from error
    except RecursionError:
        raise ValueError("the selector nests too deep") from None


def _condition(selector: Any) -> Condition:
    tree = selector.parsed_tree
    condition = replace(_named(tree), attribute=_attribute(selector.pseudo_element))
    return condition if condition.is_named else replace(condition, inside=_above(tree))


def _named(tree: Any) -> Condition:
    """The condition of a parsed selector, and the names that its last compound holds."""
    compound = tree.subselector if isinstance(tree, CombinedSelector) else tree
    class_name = id_ = None
    wrappers = 0
    while not isinstance(compound, Element):
        wrappers += 1
        if isinstance(compound, Class):
            class_name = compound.class_name
        elif isinstance(compound, Hash):
            id_ = compound.id
        compound = compound.selector
    is_whole = wrappers == 1 and class_name is not None and compound is tree.selector
    return Condition(
        str(_BACKWARD.xpath(tree)),
        id=id_,
        class_name=class_name,
        tag=compound.element.lower() if compound.element else None,
        is_whole=is_whole and not compound.namespace,
    )


def _above(tree: Any) -> Condition | None:
    """The nearest condition with a name on an ancestor of the element that the selector selects."""
    while isinstance(tree, CombinedSelector) and tree.combinator in " >":
        tree = tree.selector
        condition = _named(tree)
        if condition.is_named:
            return condition
    return None


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


class _Forward(HTMLTranslator):
    """cssselect's way, for what stands in ``:has()``; positions ask only as far as they must look."""

    def xpath_scope_pseudo(self, xpath: XPathExpr) -> XPathExpr:
        return self.xpath_root_pseudo(xpath)  # selectors run on whole documents

    def xpath_first_child_pseudo(self, xpath: XPathExpr) -> XPathExpr:
        return xpath.add_condition("not(preceding-sibling::*)")

    def xpath_last_child_pseudo(self, xpath: XPathExpr) -> XPathExpr:
        return xpath.add_condition("not(following-sibling::*)")

    def xpath_only_child_pseudo(self, xpath: XPathExpr) -> XPathExpr:
        return self.xpath_last_child_pseudo(self.xpath_first_child_pseudo(xpath))


class _Backward(_Forward):
    """Every selector as conditions on the element that it selects."""

    def xpath_combinedselector(self, combined: CombinedSelector) -> XPathExpr:
        left = self.xpath(combined.selector)
        if combined.combinator == "+":
            left.add_name_test()
            where = f"preceding-sibling::*[1][{left.condition}]" if left.condition else "preceding-sibling::*"
        else:
            where = f"{_AXES[combined.combinator]}::{left}"
        return self.xpath(combined.subselector).add_condition(where)

    def xpath_relation(self, relation: Relation) -> XPathExpr:
        inner = _FORWARD.xpath_relation(Relation(Element(), relation.arguments))
        return self.xpath(relation.selector).add_condition(inner.condition)


_FORWARD = _Forward()
_BACKWARD = _Backward()
