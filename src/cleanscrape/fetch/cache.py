"""Pages kept on disk, by requests-cache in SQLite: fresh ones are not asked for again, stale ones are asked about."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cleanscrape.errors import BadSetting, MissingExtra, NotCached
from cleanscrape.fetch.location import Location

if TYPE_CHECKING:
    import requests

_STATUSES: Final = (200, 203, 301, 302, 303, 307, 308, 404, 410)


@dataclass(frozen=True, slots=True)
class PageCache:
    """A folder where pages are kept.

    A page that says how long it stays fresh (Cache-Control, Expires) is obeyed; one that does not is taken for fresh
    for `fresh` seconds. A stale page is asked for again with its ETag or Last-Modified. `offline` serves what is
    there, fresh or stale, and asks nobody. Nothing is ever thrown away but by replacing it: delete the folder.

    Needs the extra `cache`.
    """

    folder: Path
    _: KW_ONLY
    offline: bool = False
    fresh: float = 600.0


class Store:
    """An open `PageCache`.

    What is kept is JSON: a pickle, which is what requests-cache writes by itself, could run code when it is read.

    Raises:
        MissingExtra: requests-cache is not installed.
        BadSetting: the folder cannot be made.
    """

    def __init__(self, cache: PageCache) -> None:
        try:
            from requests_cache import CachedSession

            from cleanscrape.fetch.database import Database
        except ImportError as error:
            raise MissingExtra("keeping pages needs requests-cache: pip install 'cleanscrape[cache]'") from error
        self.offline = cache.offline
        folder = Path(cache.folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadSetting(
                f"{folder} cannot be a cache ({error.strerror}): name a folder that can be written"
            ) from error
        self.session: requests.Session = CachedSession(
            backend=Database(str(folder / "pages.sqlite"), serializer="json"),
            cache_control=True,
            expire_after=cache.fresh,
            allowable_codes=_STATUSES,
            allowable_methods=("GET",),
            filter_fn=_may_be_kept,
        )

    def response(self, location: Location, request: requests.PreparedRequest) -> requests.Response:
        """What is kept for a request, fresh or stale.

        Raises:
            NotCached: nothing is.
        """
        cache: Any = self.session.cache  # type: ignore[attr-defined]
        found = cache.get_response(cache.create_key(request))
        if found is None:
            raise NotCached(
                f"{location.url} is not in the cache, and we are offline: fetch it once without `offline`",
                url=location.url,
                seen="not in the cache",
            )
        response: requests.Response = found
        return response


def _may_be_kept(response: requests.Response) -> bool:
    """Whether a response may be kept: not a redirect that sets a cookie, which only makes sense the first time."""
    return not (response.is_redirect and "Set-Cookie" in response.headers)
