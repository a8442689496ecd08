from __future__ import annotations

import re
from pathlib import Path

import pytest

from cleanscrape.errors import BadProfile
from cleanscrape.profile import loads
from cleanscrape.profile.reference import BEGIN, END, main, reference, with_reference

ROOT = Path(__file__).parent.parent
DOCUMENT = (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8")
SHIPPED = ROOT / "src" / "cleanscrape" / "profiles" / "urdupoint.com.toml"


def blocks(section: str, language: str) -> list[str]:
    text = re.split(r"^## ", DOCUMENT.partition(f"\n## {section}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_reference_in_the_documentation_is_that_of_the_model() -> None:
    assert with_reference(DOCUMENT) == DOCUMENT, "run: python -m cleanscrape.profile.reference docs/profiles.md"


def test_the_reference_names_every_key_and_kind() -> None:
    text = reference()
    for name in ("hosts", "layouts", "single_page", "drop", "never", "start_after", "sections"):
        assert f"| `{name}` |" in text
    assert "`link-farm`" in text
    assert "| `min_paragraphs` | whole number | `1` |" in text


def test_it_is_written_between_the_marks(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_text(f"a\n{BEGIN}\nold\n{END}\nb\n", encoding="utf-8")
    main([str(file)])
    assert file.read_text(encoding="utf-8") == f"a\n{BEGIN}\n\n{reference()}\n\n{END}\nb\n"
    with pytest.raises(ValueError, match="lacks the lines"):
        with_reference("no marks")


def test_the_first_profile_of_the_documentation_loads() -> None:
    (text,) = blocks("A first profile", "toml")
    assert loads(text).hosts == ("example.com",)


def test_what_the_documentation_shows_of_urdupoint_is_what_is_shipped() -> None:
    shipped = SHIPPED.read_text(encoding="utf-8").splitlines()
    shown = [line for block in blocks("UrduPoint, worked through", "toml") for line in block.splitlines()]
    assert len(shown) > 30
    assert [line for line in shown if line not in shipped] == []


def test_the_messages_that_the_documentation_shows() -> None:
    (shown,) = blocks("When a profile is refused", "text")
    text = (
        'name = "A"\nhosts = ["example.com"]\ntimezone = "Europe/Dublyn"\n[[layouts]]\nid = "a"\n'
        'headlin = "h1"\ndrop.relatd = ["aside"]\nbody = "div["\n'
    )
    with pytest.raises(BadProfile) as caught:
        loads(text, file="example.com.toml")
    assert sorted(str(caught.value).splitlines()) == sorted(shown.splitlines())
