from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cleanscrape.errors import BadProfile
from cleanscrape.profile import EntryPoints, Folder, Given, Layout, Profile, Profiles, default_profiles, loads
from cleanscrape.profile import source as source_module
from cleanscrape.profile.source import package_folder, user_folder

TEXT = 'name = "{name}"\nhosts = [{hosts}]\n\n[[layouts]]\nid = "a"\n'


def write(folder: Path, host: str, *others: str, name: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    hosts = ", ".join(f'"{each}"' for each in (host, *others))
    file = folder / f"{host}.toml"
    file.write_text(TEXT.format(name=name or host, hosts=hosts))
    return file


def named(profiles: Profiles, url: str) -> str | None:
    profile = profiles.find(url)
    return profile.name if profile else None


def given(name: str, *hosts: str) -> Given:
    return Given(Profile(name, hosts=hosts, layouts=(Layout("a"),)))


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://example.com/a", "site"),
        ("https://www.example.com:8080/a", "site"),
        ("EXAMPLE.COM.", "site"),
        ("https://sport.example.com/", "sport"),
        ("https://live.sport.example.com/", "sport"),
        ("https://notexample.com/", None),
        ("https://example.com.evil.example/", None),
        ("https://example.org/?u=https://example.com/", None),
        ("https://bücher.example/", "books"),
        ("https://xn--bcher-kva.example/", "books"),
        ("com", None),
        ("", None),
        ("no address at all", None),
    ],
)
def test_the_most_specific_host_wins(url: str, name: str | None) -> None:
    profiles = Profiles(
        [given("site", "example.com"), given("sport", "sport.example.com"), given("books", "bücher.example")]
    )
    assert named(profiles, url) == name


def test_of_equal_hosts_the_earlier_source_wins_and_a_more_specific_later_one_still_goes_before() -> None:
    profiles = Profiles([given("mine", "example.com"), given("theirs", "example.com", "en.example.com")])
    assert named(profiles, "example.com") == "mine"
    assert named(profiles, "en.example.com") == "theirs"


def test_a_folder_is_read_by_file_names_and_listed_hosts(tmp_path: Path) -> None:
    write(tmp_path, "example.com", "example.net", "example.org")
    write(tmp_path, "example.org")
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / ".hidden.example.toml").write_text("x")
    profiles = Profiles([Folder(tmp_path)])
    assert list(profiles.hosts()) == ["example.com", "example.net", "example.org"]
    assert named(profiles, "www.example.net") == "example.com"
    assert named(profiles, "example.org") == "example.org"
    assert profiles.find("example.com") is profiles.find("example.net")


@pytest.mark.parametrize(
    "hosts",
    [
        "['a.example', \"b.example\",]",
        "[\n  'a.example',\n  'b.example',\n]",
        "[ # two\n 'a.example', 'b.example']",
    ],
)
def test_hosts_are_found_however_they_are_written(tmp_path: Path, hosts: str) -> None:
    (tmp_path / "a.example.toml").write_text(f"name = 'A'\nhosts = {hosts}\n[[layouts]]\nid = 'a'\n")
    assert named(Profiles([Folder(tmp_path)]), "b.example") == "A"


def test_a_missing_folder_is_empty(tmp_path: Path) -> None:
    assert Profiles([Folder(tmp_path / "none")]).find("example.com") is None


def test_a_broken_file_stops_its_own_site_only(tmp_path: Path) -> None:
    write(tmp_path, "good.example")
    broken = tmp_path / "bad.example.toml"
    broken.write_text("name = ")
    profiles = Profiles([Folder(tmp_path)])
    assert named(profiles, "good.example") == "good.example"
    for _ in range(2):
        with pytest.raises(BadProfile) as caught:
            profiles.find("https://www.bad.example/a")
        assert str(caught.value) == f"{broken}: is no TOML: Invalid value (at end of document)"


def test_a_file_must_be_named_for_one_of_its_hosts(tmp_path: Path) -> None:
    file = write(tmp_path, "example.com")
    file.rename(tmp_path / "example.org.toml")
    with pytest.raises(BadProfile) as caught:
        Profiles([Folder(tmp_path)]).find("example.org")
    assert str(caught.value) == (
        f"{tmp_path / 'example.org.toml'}: hosts = ['example.com']: the file is named for 'example.org': "
        "add that host, or rename the file"
    )


def test_files_are_loaded_once_and_only_when_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for host in ("a.example", "b.example", "c.example"):
        write(tmp_path, host)
    loaded: list[str] = []

    def counting(text: str, *, file: str, check: bool) -> Profile:
        loaded.append(Path(file).name)
        return loads(text, file=file, check=check)

    monkeypatch.setattr(source_module, "loads", counting)
    profiles = Profiles([Folder(tmp_path)])
    profiles.find("nothing.example")
    assert loaded == []
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(profiles.find, ["https://b.example/x"] * 40))
    assert loaded == ["b.example.toml"]
    assert len({id(profile) for profile in found}) == 1


class Point:
    """Stands for an entry point: a name, and what loading it gives."""

    value = "some_package"

    def __init__(self, name: str, gives: Any) -> None:
        self.name = name
        self.gives = gives

    def load(self) -> Any:
        if isinstance(self.gives, Exception):
            raise self.gives
        return self.gives


@pytest.fixture
def points(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Point]]:
    listed: list[Point] = []

    def entry_points(*, group: str) -> list[Point]:
        assert group == "cleanscrape.profiles"
        return listed

    monkeypatch.setattr("importlib.metadata.entry_points", entry_points)
    yield listed


def test_entry_points_give_profiles_paths_and_packages(
    tmp_path: Path, points: list[Point], monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "some_profiles"
    write(package, "c.example")
    (package / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    module = __import__("some_profiles")
    points += [
        Point("object", Profile("A", hosts=("a.example",), layouts=(Layout("a"),))),
        Point("file", write(tmp_path, "b.example")),
        Point("package", module),
        Point("folder", str(write(tmp_path / "more", "d.example").parent)),
    ]
    assert list(Profiles([EntryPoints()]).hosts()) == ["a.example", "b.example", "c.example", "d.example"]
    assert isinstance(module, ModuleType)


@pytest.mark.parametrize(
    ("gives", "problem"),
    [
        (3, "entry point 'x' (some_package): gives a int: it must be a Profile, a path or a package"),
        (
            ImportError("gone"),
            "entry point 'x' (some_package): does not load (ImportError('gone')): "
            "mend or remove the package that brings it",
        ),
    ],
)
def test_entry_points_that_are_wrong(points: list[Point], gives: Any, problem: str) -> None:
    points.append(Point("x", gives))
    with pytest.raises(BadProfile) as caught:
        Profiles([EntryPoints()]).find("example.com")
    assert str(caught.value) == problem


def test_real_entry_points_are_asked_in_the_order_of_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = [EntryPoint(name, "cleanscrape.profiles_none", "cleanscrape.profiles") for name in ("b", "a")]
    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda group: listed if group == "cleanscrape.profiles" else []
    )
    with pytest.raises(BadProfile, match="entry point 'a'"):
        Profiles([EntryPoints()]).find("example.com")


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        (
            {"CLEANSCRAPE_PROFILES": "/some/where", "XDG_CONFIG_HOME": "/conf", "HOME": "/home/x"},
            "/some/where",
        ),
        ({"CLEANSCRAPE_PROFILES": "~/mine", "HOME": "/home/x"}, "/home/x/mine"),
        ({"XDG_CONFIG_HOME": "/conf", "HOME": "/home/x"}, "/conf/cleanscrape/profiles"),
        ({"HOME": "/home/x"}, "/home/x/.config/cleanscrape/profiles"),
    ],
)
def test_user_folder(environment: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CLEANSCRAPE_PROFILES", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert user_folder() == Path(folder)


def test_the_user_goes_before_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "urdupoint.com", name="mine")
    monkeypatch.setenv("CLEANSCRAPE_PROFILES", str(tmp_path))
    default_profiles.cache_clear()
    try:
        assert named(default_profiles(), "https://www.urdupoint.com/en/") == "mine"
        assert default_profiles() is default_profiles()
    finally:
        default_profiles.cache_clear()


def test_a_host_without_a_profile_needs_no_parsers() -> None:
    code = (
        "import sys; from cleanscrape.profile.lookup import default_profiles as d; "
        "assert d().find('https://nothing.example/') is None; "
        "assert 'cssselect' not in sys.modules; assert 'tomllib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_profiles_that_come_along_all_load() -> None:
    files = [file for file in package_folder().iterdir() if file.name.endswith(".toml")]
    profiles = [loads(file.read_text(encoding="utf-8"), file=file.name) for file in files]
    hosts = [host for profile in profiles for host in profile.hosts]
    assert files
    assert len(hosts) == len(set(hosts)), "two files are for one host"
    for file, profile in zip(files, profiles, strict=True):
        assert file.name.removesuffix(".toml") in profile.hosts
    assert list(Profiles([Folder(package_folder())]).hosts()) == sorted(hosts)
