"""A pytest plugin: one test for each field of each page case in a folder of yours.

It is loaded only where it is asked for, with ``-p cleanscrape.testing`` in pytest's ``addopts``::

    [tool.pytest.ini_options]
    addopts = "-p cleanscrape.testing"
    cleanscrape_fixtures = "tests/fixtures"   # the default
    cleanscrape_profiles = "profiles"         # your own profiles, before those of the package

A case is a folder ``HOST/CASE`` with ``page.html`` or ``page.txt`` and ``expected.json``, which
``cleanscrape fixture add`` makes and ``cleanscrape fixture update`` renews. Each test is named ``host/case @ field``.
Of a page that is no article ``expected.json`` names the error that must come.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from cleanscrape.fixture.case import Case
    from cleanscrape.profile import Profiles

_FIXTURES = "cleanscrape_fixtures"
_PROFILES = "cleanscrape_profiles"
_STORE = pytest.StashKey["Profiles"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the two settings."""
    parser.addini(_FIXTURES, "the folder of page cases, from the root of the project", default="tests/fixtures")
    parser.addini(_PROFILES, "a folder of profiles that is used before those of the package", default="")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Make a collector of each page in the folder of cases."""
    if file_path.name not in ("page.html", "page.txt"):
        return None
    folder = parent.config.rootpath / str(parent.config.getini(_FIXTURES))
    if folder.resolve() not in file_path.resolve().parents:
        return None
    return PageCase.from_parent(parent, path=file_path)


class Mismatch(Exception):
    """A field is not what is expected of it; the message is for people."""


class PageCase(pytest.File):
    """One page: a test for each of its fields."""

    @cached_property
    def case(self) -> Case:
        """The case, with the project's profiles."""
        from cleanscrape.fixture.case import Case

        return Case(self.path.parent, _profiles(self.config))

    @cached_property
    def found(self) -> dict[str, Any]:
        """What came of the page."""
        assert self.case.expected is not None
        return self.case.found(self.case.expected["url"])

    def collect(self) -> Iterator[pytest.Item]:
        """The tests of the case."""
        from cleanscrape.fixture.case import EXPECTED, FIELDS, REFUSED

        if not (self.path.parent / EXPECTED).is_file():
            names: tuple[str, ...] = (EXPECTED,)
        else:
            names = REFUSED if "error" in (self.case.expected or {}) else FIELDS
        for name in names:
            yield FieldTest.from_parent(self, name=f"{self.case.name} @ {name}", field=name)


class FieldTest(pytest.Item):
    """One field of one page."""

    def __init__(self, *, field: str, **rest: Any) -> None:
        super().__init__(**rest)
        self.field = field

    def runtest(self) -> None:
        """Compare what came with what is expected."""
        from cleanscrape.fixture.case import difference

        page = self.parent
        assert isinstance(page, PageCase)
        expected = page.case.expected
        if expected is None:
            raise Mismatch(f"{page.case.folder} has no expectation: {page.case.command}")
        found = page.found
        if self.field not in found:
            came = found.get("error", "an article")
            kind = f" ({found['kind']})" if "error" in found else f" ({found['headline']!r})"
            raise Mismatch(f"{came}{kind} came, not {expected.get('error', 'an article')}: {page.case.command}")
        if self.field not in expected:
            raise Mismatch(f"expected.json says nothing of {self.field}: {page.case.command}")
        if found[self.field] != expected[self.field]:
            changes = difference({self.field: expected[self.field]}, {self.field: found[self.field]})
            raise Mismatch(f"{self.field} is not as expected\n{changes}\nif it is right now, {page.case.command}")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """A mismatch as its message alone, everything else as pytest shows it."""
        if isinstance(excinfo.value, Mismatch):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)


def _profiles(config: pytest.Config) -> Profiles:
    """The profiles of the project, read once a run."""
    from cleanscrape.fixture.case import profiles_in

    if _STORE not in config.stash:
        folder = str(config.getini(_PROFILES))
        config.stash[_STORE] = profiles_in(config.rootpath / folder if folder else None)
    return config.stash[_STORE]
