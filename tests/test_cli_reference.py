"""The reference of the command line is the commands'."""

from __future__ import annotations

from pathlib import Path

from cleanscrape.cli import commands
from cleanscrape.cli.reference import main, reference, with_reference

DOCUMENTED = Path(__file__).parent.parent / "docs" / "cli.md"


def test_the_documented_reference_is_the_commands(tmp_path: Path) -> None:
    written = DOCUMENTED.read_text(encoding="utf-8")
    assert with_reference(written) == written, "run: python -m cleanscrape.cli.reference docs/cli.md"
    copy = tmp_path / "cli.md"
    copy.write_text(written, encoding="utf-8")
    main([str(copy)])
    assert copy.read_text(encoding="utf-8") == written


def test_it_names_every_command() -> None:
    text = reference()
    assert all(f"## cleanscrape {name}" in text for name in commands.commands)


def test_every_option_says_what_it_does() -> None:
    rows = [row for row in reference().splitlines() if row.startswith("| `")]
    assert len(rows) > 10
    assert [row for row in rows if not row.rsplit("|", 2)[1].strip()] == []
