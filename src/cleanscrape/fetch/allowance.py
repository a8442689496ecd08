"""What is left of the limits while a page is fetched: time for all of it, bytes for each answer.

The sockets ask before each read, so that a server that drips a byte a second, in the body or in the head, gets no
more time than one that says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from cleanscrape.fetch.clock import Clock
from cleanscrape.fetch.limits import FetchLimits


class OutOfTime(TimeoutError):
    """All the time that a page may take is used up."""


class TooManyBytes(Exception):
    """An answer has more bytes than it may; the message says of what."""


class Allowance:
    """The time that is left for one page, and the bytes that are left for the answer that is being read.

    Args:
        limits: what the page may cost.
        clock: the clock that it is measured with.
    """

    def __init__(self, limits: FetchLimits, clock: Clock) -> None:
        self.limits = limits
        self.cut: int | None = None
        """So many bytes of a body are read and the rest is left, where that is better than to refuse it."""
        self.pause = 0.0
        """How long the host of the next request wants everybody to wait after it."""
        self._clock = clock
        self._ends = clock.monotonic() + limits.total
        self._head = self._wire = 0
        self._in_head = True

    @property
    def left(self) -> float:
        """The seconds that are left; negative where the time is over."""
        return self._ends - self._clock.monotonic()

    def extend(self, seconds: float) -> None:
        """Give time back that was spent waiting for one's turn."""
        self._ends += seconds

    def timeout(self, longest: float) -> float:
        """How long the next step may take: `longest` seconds, or what is left.

        Raises:
            OutOfTime: nothing is left.
        """
        left = self.left
        if left <= 0:
            raise OutOfTime(f"over {self.limits.total:g} s in all")
        return min(longest, left)

    @contextmanager
    def cutting(self, count: int) -> Iterator[None]:
        """Read no more than `count` bytes of each body until the block ends, and take that for all of it."""
        before, self.cut = self.cut, count
        try:
            yield
        finally:
            self.cut = before

    def begin_answer(self) -> None:
        """A new answer begins: its bytes are counted from zero."""
        self._head = self._wire = 0
        self._in_head = True

    def end_head(self) -> None:
        """The answer's head has been read: what comes now is its body."""
        self._in_head = False

    def spend(self, count: int) -> None:
        """Count bytes that came over the wire.

        The body is counted again, and more exactly, where it is read; here twice the limit leaves room for the
        lengths that stand between the chunks of a body, and ends an answer that is nothing but those.

        Raises:
            TooManyBytes: more than there may be.
        """
        if self._in_head:
            self._head += count
            if self._head > self.limits.header_bytes:
                raise TooManyBytes(f"a head of over {self.limits.header_bytes:,} bytes")
        else:
            self._wire += count
            if self._wire > 2 * self.limits.wire_bytes:
                raise TooManyBytes(f"over {2 * self.limits.wire_bytes:,} bytes on the wire")


_CURRENT: ContextVar[Allowance | None] = ContextVar("allowance", default=None)


@contextmanager
def spending(allowance: Allowance) -> Iterator[None]:
    """Let the sockets of this thread spend from `allowance` until the block ends."""
    token = _CURRENT.set(allowance)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def current() -> Allowance | None:
    """The allowance that this thread spends from, if any."""
    return _CURRENT.get()
