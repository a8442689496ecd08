"""Taking turns at a host: so many requests at once, so much time between them, whatever the number of threads."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from cleanscrape.fetch.clock import Clock

_KEPT: Final = 1000  # hosts that are remembered; those whose time is over are forgotten first


@dataclass(slots=True)
class _Door:
    """One host: who is inside, and from when on the next may come in."""

    room: threading.Semaphore
    users: int = 0
    free_at: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Turns:
    """The turns of all hosts. It may be used from several threads.

    Args:
        at_once: how many may be inside one host at the same time.
        clock: the clock to wait by.
    """

    def __init__(self, at_once: int, clock: Clock) -> None:
        self._at_once = at_once
        self._clock = clock
        self._doors: dict[str, _Door] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, delay: float) -> Iterator[float]:
        """Wait for one's turn at a host; the block is the turn. Gives the seconds that were waited.

        Args:
            host: the host.
            delay: how long the next one has to wait, in seconds: from the end of this turn, or from its beginning
                where several may be inside.
        """
        began = self._clock.monotonic()
        door = self._enter(host)
        try:
            with door.room:
                self._wait(door, delay)
                try:
                    yield self._clock.monotonic() - began
                finally:
                    self._end(door, delay)
        finally:
            self._leave(door)

    def hold(self, host: str, seconds: float) -> None:
        """Let nobody in for so many seconds: the host has asked for it."""
        door = self._enter(host)
        with door.lock:
            door.free_at = max(door.free_at, self._clock.monotonic() + seconds)
        self._leave(door)

    def _wait(self, door: _Door, delay: float) -> None:
        while True:
            with door.lock:
                now = self._clock.monotonic()
                wait = door.free_at - now
                if wait <= 0:
                    door.free_at = now + delay
                    return
            self._clock.sleep(wait)

    def _end(self, door: _Door, delay: float) -> None:
        if self._at_once == 1:
            with door.lock:
                door.free_at = max(door.free_at, self._clock.monotonic() + delay)

    def _enter(self, host: str) -> _Door:
        with self._lock:
            if len(self._doors) >= _KEPT and host not in self._doors:
                self._forget()
            door = self._doors.setdefault(host, _Door(threading.Semaphore(self._at_once)))
            door.users += 1
            return door

    def _leave(self, door: _Door) -> None:
        with self._lock:
            door.users -= 1

    def _forget(self) -> None:
        now = self._clock.monotonic()
        for host, door in list(self._doors.items()):
            if not door.users and door.free_at <= now:
                del self._doors[host]
