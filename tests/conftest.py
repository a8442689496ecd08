from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from misbehaving import Server

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def fixture_page() -> bytes:
    """A news page as sites print it: menus, story lists and all."""
    return (FIXTURES / "urdupoint.com" / "article" / "page.html").read_bytes()


@pytest.fixture
def fixture_capture() -> str:
    """A page of the same site as a crude scraper keeps it."""
    return (FIXTURES / "urdupoint.com" / "capture" / "page.txt").read_text(encoding="utf-8")


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on loopback that misbehaves as its handlers say."""
    running = Server()
    yield running
    running.close()
