"""Loading a profile: TOML in, a `Profile` out, or `BadProfile` with all that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import lru_cache
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Final

from cleanscrape.errors import BadProfile
from cleanscrape.profile.capture import Capture
from cleanscrape.profile.contract import Contract
from cleanscrape.profile.key import Form, forms_of
from cleanscrape.profile.layout import Layout
from cleanscrape.profile.model import Profile
from cleanscrape.profile.toml import READERS, TomlFile, joined, nearest
from cleanscrape.profile.usual import Usual

# Where a key belongs that stands in the wrong table.
_HOMES: Final = (
    (Profile, "at the top of the file, above the first table"),
    (Layout, "in [[layouts]]"),
    (Contract, "in [contract]"),
    (Usual, "in [usual]"),
    (Capture, "in [capture]"),
)
_KEPT = 256


def load(path: str | PathLike[str], *, check: bool = True) -> Profile:
    """Load a profile from a TOML file.

    Args:
        path: the file.
        check: whether selectors are compiled now; else when they are first used.

    Raises:
        BadProfile: the file cannot be read, or something in it is wrong. The message has a line for each
            thing that is wrong: file, key, value, and what is known that comes near.
    """
    return loads(_read(Path(path)), file=fspath(path), check=check)


def loads(text: str, *, file: str = "<profile>", check: bool = True) -> Profile:
    """Load a profile from TOML text; `file` is what messages call it. Errors are those of `load`."""
    import tomllib  # here: a host without a profile needs no parser

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadProfile(f"{file}: is no TOML: {error}") from error
    except RecursionError:
        raise BadProfile(f"{file}: is no TOML: it nests too deep") from None
    toml = TomlFile(file, check=check)
    profile = _record(toml, Profile, table, "")
    if isinstance(profile, Profile):
        _judge(toml, profile)
    toml.close()
    return profile  # type: ignore[no-any-return]


def profile_from(source: Profile | str | PathLike[str]) -> Profile:
    """A profile from what a caller may give: a `Profile`, or the path of a file.

    A file is loaded again only when it has changed.
    """
    if isinstance(source, Profile):
        return source
    path = Path(source)
    try:
        state = path.stat()
    except OSError as error:
        raise _unreadable(path, error) from error
    return _loaded(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=_KEPT)
def _loaded(path: Path, _changed: int, _size: int) -> Profile:
    return load(path)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise _unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise BadProfile(f"{path}: is no UTF-8 at byte {error.start}: TOML is written in UTF-8") from error


def _unreadable(path: Path, error: OSError) -> BadProfile:
    return BadProfile(f"{path}: cannot be read ({error.strerror or error}): give the path of a TOML file")


def _record(toml: TomlFile, kind: type[Any], value: Any, place: str) -> Any:
    """The dataclass that a table stands for; None where it cannot be made."""
    forms = forms_of(kind)
    given: dict[str, Any] = {}
    for key, each in toml.table(value, place).items():
        form = forms.get(key)
        if form is None:
            toml.refuse(joined(place, key), f"is no key: {_home(key, kind)}", each)
        else:
            given[key] = _value(toml, form, each, joined(place, key))
    missing = [each.name for each in fields(kind) if each.default is MISSING and each.name not in given]
    for name in missing:
        toml.refuse(joined(place, name), f"is missing: it is a {forms[name]}")
    if missing:
        return None
    return kind(**given, **({"origin": toml.file} if kind is Profile else {}))


def _value(toml: TomlFile, form: Form, value: Any, place: str) -> Any:
    if form is Form.LAYOUTS:
        if not isinstance(value, list):
            toml.refuse(place, "must be tables, each under [[layouts]]", value)
            return ()
        layouts = (_record(toml, Layout, each, f"{place}[{at}]") for at, each in enumerate(value))
        return tuple(layout for layout in layouts if layout is not None)
    if form is Form.CONTRACT:
        return _record(toml, Contract, value, place)
    if form is Form.USUAL:
        return _record(toml, Usual, value, place)
    if form is Form.CAPTURE:
        return _record(toml, Capture, value, place)
    return READERS[form](toml, value, place)


def _home(key: str, kind: type[Any]) -> str:
    """Where an unknown key belongs, or which known one is near."""
    forms: Mapping[str, Form] = forms_of(kind)
    for table, home in _HOMES:
        if table is not kind and key in forms_of(table):
            return f"it belongs {home}"
    return nearest(key, forms)


def _judge(toml: TomlFile, profile: Profile) -> None:
    """What is wrong with a profile whose keys are right one by one."""
    if not toml.wrong and not profile.layouts and profile.capture is None:
        toml.refuse("layouts", "is missing: a profile has [[layouts]], or a [capture], or both")
    seen: set[str] = set()
    for at, layout in enumerate(profile.layouts):
        if layout.id in seen:
            toml.refuse(f"layouts[{at}].id", "another layout has this id", layout.id)
        seen.add(layout.id)
        if not layout.markers and at < len(profile.layouts) - 1:
            toml.refuse(
                f"layouts[{at}].markers",
                "is missing: without it this layout fits every page, and must be the last",
            )
    contract = profile.contract
    if contract.max_paragraphs is not None and contract.max_paragraphs < contract.min_paragraphs:
        toml.refuse("contract.max_paragraphs", "is less than min_paragraphs", contract.max_paragraphs)
