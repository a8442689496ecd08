"""Decision trees as source code: nested conditional expressions, which run several times faster than a table walk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

# What stands for each column of the training matrix: a feature's name, or a test of a mask's bit.
Names = Sequence[str]


def expression(node: Mapping[str, Any], names: Names, scale: float = 1.0) -> str:
    """The source of one tree, as LightGBM dumps it."""
    if "leaf_value" in node:
        return f"{round(node['leaf_value'] * scale, 3):g}"
    name = names[node["split_feature"]]
    low = expression(node["left_child"], names, scale)
    high = expression(node["right_child"], names, scale)
    if low == high:
        return low
    if "&" in name:
        return f"({high} if {name} else {low})"
    return f"({low} if {name} <= {node['threshold']:.5g} else {high})"


def expressions(model: Any, names: Names) -> list[str]:
    """The sources of all trees of a LightGBM model."""
    return [expression(tree["tree_structure"], names) for tree in model.dump_model()["tree_info"]]


_MODULE = '''"""The trees that weigh whether a piece is body. Written by `python -m training.body`: do not edit."""
# ruff: noqa
# fmt: off

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def weigh(rows: Iterable[tuple[Any, Any]]) -> list[float]:
    """The log odds that each row of features, given with its word columns, belongs to a piece of the body."""
    weights: list[float] = []
    for ({names}), ({words}) in rows:
        weights.append(
            {trees}
        )
    return weights
'''


def module(trees: Sequence[str], names: Names, words: Names) -> str:
    """The source of a module that adds up trees."""
    return _MODULE.format(names=", ".join(names), words=", ".join(words), trees="\n            + ".join(trees))
