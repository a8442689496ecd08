"""Finding the profile of a site by its host."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from threading import RLock

from cleanscrape.errors import BadProfile
from cleanscrape.profile.host import host_of
from cleanscrape.profile.model import Profile
from cleanscrape.profile.source import EntryPoints, Folder, Offer, Source, package_folder, user_folder


class Profiles:
    """The profiles of some sources, found by host; each is loaded when it is first asked for.

    The most specific host wins: of profiles for ``example.com`` and ``sport.example.com`` the second is used
    for ``live.sport.example.com``. Where two sources have a profile for the same host, the earlier source
    wins. What the sources offer is read once, at the first look-up; a store can be shared by threads.
    """

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = tuple(sources)
        self._lock = RLock()  # an entry point that is imported may look a profile up
        self._index: dict[str, _Slot] | None = None

    def find(self, url_or_host: str) -> Profile | None:
        """The profile for an address or a host; None where there is none.

        Raises:
            BadProfile: there is one, and it does not load.
        """
        index = self._index
        if index is None:
            index = self._read()
        host = host_of(url_or_host)
        while host:
            slot = index.get(host)
            if slot is not None:
                return slot.profile or self._load(slot)
            host = host.partition(".")[2]
        return None

    def hosts(self) -> Iterator[str]:
        """All hosts for which there is a profile, sorted."""
        index = self._index
        return iter(sorted(index if index is not None else self._read()))

    def _read(self) -> dict[str, _Slot]:
        with self._lock:
            if self._index is None:
                index: dict[str, _Slot] = {}
                for source in self._sources:
                    for offer in source.offers():
                        slot = _Slot(offer)
                        for host in offer.hosts:
                            index.setdefault(host, slot)
                index.pop("", None)
                self._index = index
            return self._index

    def _load(self, slot: _Slot) -> Profile:
        with self._lock:
            if slot.profile is None:
                if slot.problem:
                    raise BadProfile(slot.problem)
                try:
                    slot.profile = slot.offer.load()
                except BadProfile as error:
                    slot.problem = str(error)
                    raise
            return slot.profile


class _Slot:
    """An offer with what came of it, so that nothing is loaded twice, nor an error met twice."""

    __slots__ = ("offer", "problem", "profile")

    def __init__(self, offer: Offer) -> None:
        self.offer = offer
        self.profile: Profile | None = None
        self.problem = ""


@cache
def default_profiles() -> Profiles:
    """The store that is used unless another is given; one a process.

    Its sources, the first to win: the user's folder, the entry points of installed packages, the profiles
    that come with this package. The environment is read when the store is made.
    """
    folder = user_folder()
    users = (Folder(folder),) if folder else ()
    # The package's own profiles are compiled by a test, and so not once more on load.
    return Profiles((*users, EntryPoints(), Folder(package_folder(), check=False)))
