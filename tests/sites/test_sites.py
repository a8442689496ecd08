"""Every page case is a folder, every field of it a test.

``tests/fixtures/HOST/CASE/`` holds ``page.html`` or ``page.txt`` and ``expected.json``: the page's URL, and for each
field that is tested its value as `render_json` writes it. A missing expectation fails.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import cleanscrape

FIXTURES = Path(__file__).parent.parent / "fixtures"
CASES = sorted(path.parent for path in FIXTURES.glob("*/*/page.*"))
FIELDS = (
    "canonical_url", "headline", "dek", "description", "byline", "dateline", "published", "modified", "body", "images",
    "section", "breadcrumbs", "tags", "language", "site", "access", "kind", "removed", "profile", "warnings",
)  # fmt: skip


@cache
def _expected(case: Path) -> dict[str, Any]:
    path = case / "expected.json"
    if not path.is_file():
        pytest.fail(f"{path} is missing: read the page's article, check it by eye, and write it there")
    expected: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return expected


@cache
def _article(case: Path) -> dict[str, Any]:
    page = next(case.glob("page.*")).read_bytes()
    article = cleanscrape.extract(page, _expected(case)["url"])
    rendered: dict[str, Any] = json.loads(cleanscrape.render_json(article))
    return rendered


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("case", CASES, ids=[f"{case.parent.name}/{case.name}" for case in CASES])
def test_field(case: Path, field: str) -> None:
    expected = _expected(case)
    assert field in expected, f"{case}/expected.json says nothing of {field}"
    assert _article(case)[field] == expected[field]


def test_there_are_cases() -> None:
    assert CASES
