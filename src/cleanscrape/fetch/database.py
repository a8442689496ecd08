"""The database of a cache: requests-cache's own, but that an entry which cannot be read is none."""

from __future__ import annotations

from requests_cache.backends.sqlite import SQLiteCache
from requests_cache.models.response import CachedResponse


class Database(SQLiteCache):
    """Responses in SQLite. What somebody else has written there, or half written, is asked for anew."""

    def get_response(self, key: str, default: CachedResponse | None = None) -> CachedResponse | None:
        """The response that is kept under a key, if one is."""
        try:
            found = super().get_response(key)
        except Exception:  # an entry may be broken in any way, and its reader says so in as many
            return default
        is_whole = isinstance(found, CachedResponse) and isinstance(found.status_code, int)
        return found if is_whole else default
