"""The keys of a profile's file: how each is written and what it means, kept beside its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum, unique
from typing import Any


@unique
class Form(StrEnum):
    """How the value of a key is written in TOML; the value says it in words."""

    TEXT = "string"
    NAME = "name: letters, digits, `_`, `-`, `.`"
    HOSTS = "list of host names"
    LANGUAGE = "language tag"
    TIMEZONE = "IANA time zone"
    TIER = "`tested`, `learned` or `imported`"
    COUNT = "whole number"
    FLAG = "`true` or `false`"
    RANGE = "list of two numbers: the least and the most"
    SELECTORS = "selector, or list of selectors tried in order"
    MARKERS = "selector, or list of selectors"
    DROP = "table: kind = selector, or list of selectors"
    PHRASES = "list of strings"
    FIELDS = "list of field names"
    PATTERNS = "line pattern, or list of line patterns"
    PRINTED = "line pattern with fields, or list of them"
    DROP_LINES = "table: kind = line pattern, or list of them"
    SECTIONS = "table: line pattern = kind"
    LAYOUTS = "list of tables of the layouts' keys"
    CONTRACT = "table of the contract's keys"
    USUAL = "table of the usual ranges' keys"
    CAPTURE = "table of the capture's keys"


def about(meaning: str, form: Form) -> Mapping[str, Any]:
    """What a dataclass field's metadata holds where the field is a key of the file."""
    return {"meaning": meaning, "form": form}


def forms_of(table: type[Any]) -> Mapping[str, Form]:
    """The keys of the table that a dataclass stands for, and their forms."""
    return {each.name: each.metadata["form"] for each in fields(table) if each.metadata}
