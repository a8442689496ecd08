"""Which XPath expressions a profile may hold: those that read the page and nothing else."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

# XPath 1.0, section 4, without namespace-uri(): HTML has no namespaces.
_FUNCTIONS = frozenset((
    "last", "position", "count", "id", "local-name", "name", "string", "concat", "starts-with",
    "contains", "substring-before", "substring-after", "substring", "string-length", "normalize-space",
    "translate", "boolean", "not", "true", "false", "lang", "number", "sum", "floor", "ceiling", "round",
))  # fmt: skip
_NODE_TESTS = frozenset({"text", "node"})
_OPERATORS = frozenset({"and", "or", "mod", "div"})
_TOKEN = re.compile(
    r"""\s+ | "[^"]*" | '[^']*'
    | (?P<variable> \$ )
    | (?P<axis> [a-z-]+ (?= \s*:: ) )
    | (?P<name> [^\W\d] [\w.-]* (?: :(?!:) (?: \* | [^\W\d] [\w.-]* ) )? ) (?P<call> \s*\( )?
    | .""",
    re.VERBOSE | re.DOTALL,
)


def is_xpath(selector: str) -> bool:
    """Whether a selector is XPath rather than CSS.

    >>> is_xpath("//h1"), is_xpath("./body/h1"), is_xpath("(//h1)[1]"), is_xpath("h1")
    (True, True, True, False)
    """
    return selector.startswith(("/", "./", "(/", "(./"))


def objection(expression: str) -> str | None:
    """What speaks against an XPath expression that libxml2 compiles, or None.

    libxml2 resolves names only where it comes by them, so that a call of a function that does not exist can
    hide in a predicate until the right page comes. Hence every name is looked at here.
    """
    for token in _TOKEN.finditer(expression):
        name = token["name"]
        if token["variable"]:
            return "variables are not known here: write the value"
        if token["axis"] == "namespace":
            return "namespace nodes are not part of a page: select elements, attributes or text"
        if name is None:
            continue
        if token["call"] and name not in _FUNCTIONS | _NODE_TESTS | _OPERATORS:
            return f"{name}() is not among the functions of XPath 1.0 that may be used here"
        if ":" in name:
            return f"{name!r} has a prefix, and HTML has no namespaces: use *[name() = {name!r}]"
    return None


def evaluator(expression: str, *, smart_strings: bool = False) -> Any:
    """What evaluates an expression on an element; ValueError where it does not compile or may not be used."""
    refused = objection(expression)
    if refused:
        raise ValueError(refused)
    try:
        return etree.XPath(expression, regexp=False, smart_strings=smart_strings)
    except (etree.XPathError, ValueError) as error:
        raise ValueError(f"it is no XPath ({error})") from error
