"""Generic labelling: what holds on any site, for what is still without a label.

One family of labels a module. Their order is the tuple below; who speaks first is heard.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cleanscrape.reading import Reading
from cleanscrape.rules.addresses import label_addresses
from cleanscrape.rules.containers import label_boxes, label_containers
from cleanscrape.rules.position import label_positions
from cleanscrape.rules.sections import label_sections
from cleanscrape.rules.words import label_words

Rule = Callable[[Reading], None]

RULES: Final[tuple[Rule, ...]] = (
    label_boxes,  # names that are rarely used for anything else: a newsletter box inside a list of stories
    label_addresses,  # a voucher in the foot, a paid link among stories
    label_sections,  # a list takes the kind of its own heading, even where its entries do not fit
    label_words,  # what a line says of itself is surer than what its container is usually called
    label_containers,  # the other names of elements
    label_positions,  # nothing stays without a label
)
"""The families that label what is no article, in the order in which they speak."""
