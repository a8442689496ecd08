"""Where profiles come from: folders of ``HOST.toml`` files, other packages' entry points, objects."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, Protocol

from cleanscrape.errors import BadProfile
from cleanscrape.profile.host import host_of
from cleanscrape.profile.loading import load, loads
from cleanscrape.profile.model import Profile

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

ENTRY_POINTS: Final = "cleanscrape.profiles"
"""The group of entry points under which a package offers profiles."""
USER_FOLDER: Final = "CLEANSCRAPE_PROFILES"
"""The environment variable that names the user's folder of profiles."""
_SUFFIX: Final = ".toml"
# `hosts` as it is nearly always written: an index of hundreds of files needs no parse of them then.
_HOSTS = re.compile(r"""^hosts[ \t]*=[ \t]*\[\s*((?:["'][\w.-]+["']\s*(?:,\s*)?)*)\]""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Offer:
    """A profile that is not loaded yet: the hosts that it is for, and how it is loaded."""

    hosts: tuple[str, ...]
    load: Callable[[], Profile] = field(kw_only=True)


class Source(Protocol):
    """Something that offers profiles."""

    def offers(self) -> Iterator[Offer]:
        """The profiles on offer; of two for one host the first counts."""
        ...


class Given:
    """Profiles that are at hand."""

    def __init__(self, *profiles: Profile) -> None:
        self.profiles = profiles

    def offers(self) -> Iterator[Offer]:
        """One offer a profile."""
        for profile in self.profiles:
            yield Offer(tuple(map(host_of, profile.hosts)), load=partial(_itself, profile))


class Folder:
    """A folder of ``HOST.toml`` files; empty where it is missing.

    A file is read for its hosts when the index is made, and loaded when a host asks for it: a file with an
    error stops only the pages of its own site. `check` says whether selectors are compiled on load.
    """

    def __init__(self, root: Traversable | Path, *, check: bool = True) -> None:
        self.root = root
        self.check = check

    def offers(self) -> Iterator[Offer]:
        """One offer a file, in the order of names; what a file is named for goes before what it lists."""
        found = [(host_of(file.name.removesuffix(_SUFFIX)), file) for file in self._files()]
        loaders = [self._loader(host, file) for host, file in found]
        for (host, _), loader in zip(found, loaders, strict=True):
            yield Offer((host,), load=loader)
        for (_, file), loader in zip(found, loaders, strict=True):
            yield Offer(_hosts_in(file), load=loader)

    def _files(self) -> list[Traversable | Path]:
        try:
            entries = list(self.root.iterdir())
        except OSError:  # missing, no folder, or not to be read: nothing is on offer
            return []
        files = [entry for entry in entries if entry.name.endswith(_SUFFIX) and not entry.name.startswith(".")]
        return sorted(files, key=lambda file: file.name)

    def _loader(self, host: str, file: Traversable | Path) -> Callable[[], Profile]:
        @cache
        def load_it() -> Profile:
            profile = loads(_text(file), file=str(file), check=self.check)
            if host not in profile.hosts:
                raise BadProfile(
                    f"{file}: hosts = {list(profile.hosts)!r}: the file is named for {host!r}: "
                    "add that host, or rename the file"
                )
            return profile

        return load_it


class EntryPoints:
    """What installed packages offer: each entry point is a profile, a path, or a package of files."""

    def __init__(self, group: str = ENTRY_POINTS) -> None:
        self.group = group

    def offers(self) -> Iterator[Offer]:
        """The offers of all entry points, in the order of their names."""
        from importlib.metadata import entry_points  # here: only the first look-up needs it

        for point in sorted(entry_points(group=self.group), key=lambda point: (point.name, point.value)):
            yield from self._offered(point)

    def _offered(self, point: Any) -> Iterable[Offer]:
        where = f"entry point {point.name!r} ({point.value})"
        try:
            offered = point.load()
        except Exception as error:
            raise BadProfile(
                f"{where}: does not load ({error!r}): mend or remove the package that brings it"
            ) from error
        if isinstance(offered, Profile):
            return Given(offered).offers()
        if isinstance(offered, ModuleType):
            from importlib.resources import files

            return Folder(files(offered)).offers()
        if isinstance(offered, (str, os.PathLike)):
            path = Path(offered)
            return Folder(path).offers() if path.is_dir() else Given(load(path)).offers()
        raise BadProfile(f"{where}: gives a {type(offered).__name__}: it must be a Profile, a path or a package")


def _itself(profile: Profile) -> Profile:
    return profile


def package_folder() -> Traversable:
    """The folder of the profiles that come with this package."""
    from importlib.resources import files

    return files("cleanscrape") / "profiles"


def user_folder() -> Path | None:
    """The user's folder of profiles, whether it exists or not; None where no home is known.

    That is what the variable ``CLEANSCRAPE_PROFILES`` names, else ``cleanscrape/profiles`` in
    ``XDG_CONFIG_HOME``, else in ``~/.config``.
    """
    try:
        if named := os.environ.get(USER_FOLDER):
            return Path(named).expanduser()
        config = os.environ.get("XDG_CONFIG_HOME")
        base = Path(config) if config else Path.home() / ".config"
    except RuntimeError:  # there is no home
        return None
    return base / "cleanscrape" / "profiles"


def _text(file: Traversable | Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadProfile(f"{file}: cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise BadProfile(f"{file}: is no UTF-8 at byte {error.start}: TOML is written in UTF-8") from error


def _hosts_in(file: Traversable | Path) -> tuple[str, ...]:
    """The hosts that a file lists; none where it is broken: that is said when it is loaded."""
    try:
        text = _text(file)
        match = _HOSTS.search(text)
        if match:
            return tuple(host_of(each.strip("\"'")) for each in re.findall("[^\\s,]+", match[1]))
        import tomllib

        hosts = tomllib.loads(text).get("hosts")
    except (BadProfile, ValueError, RecursionError):
        return ()
    if not isinstance(hosts, list):
        return ()
    return tuple(host_of(host) for host in hosts if isinstance(host, str))
