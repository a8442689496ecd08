"""Several pages at once, in the order they were named, with a line on stderr where it takes long."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from typing import Any, Final, TypeVar

T = TypeVar("T")

_AT_ONCE: Final = 8
_LONG: Final = 2.0  # seconds after which one wants to know what is going on
_GLANCE: Final = 0.2


def each(names: Sequence[str], work: Callable[[str], T]) -> Iterator[tuple[str, Future[T]]]:
    """What `work` makes of each name, in their order, each as soon as it and those before it are done."""
    futures: list[Future[T]] = [Future() for _ in names]
    todo = iter(list(zip(names, futures, strict=True)))
    lock = threading.Lock()

    def run() -> None:
        while True:
            with lock:
                name, future = next(todo, (None, None))
            if name is None or future is None:
                return
            try:
                future.set_result(work(name))
            except BaseException as error:  # it is raised again where the result is asked for
                future.set_exception(error)

    # Not a pool: its threads are waited for at the end of the program, also after Ctrl-C.
    for _ in range(min(_AT_ONCE, len(names))):
        threading.Thread(target=run, name="cleanscrape", daemon=True).start()
    line = _Line(futures)
    try:
        for name, future in zip(names, futures, strict=True):
            while wait([future], timeout=_GLANCE).not_done:
                line.show(name)
            line.stop()
            yield name, future
    finally:
        line.stop()


class _Line:
    """The line that says how far we are; on terminals alone."""

    def __init__(self, futures: Sequence[Future[Any]]) -> None:
        self._futures = futures
        self._began = time.monotonic()
        self._live: Any = None

    def show(self, name: str) -> None:
        if time.monotonic() - self._began < _LONG or not sys.stderr.isatty():
            return
        from rich.console import Console
        from rich.status import Status

        from cleanscrape.fetch.location import shown

        done = sum(future.done() for future in self._futures)
        text = f"{done} of {len(self._futures)} done, waiting for {shown(name)}"
        if self._live is None:
            self._live = Status(text, console=Console(stderr=True))
            self._live.start()
        self._live.update(text)

    def stop(self) -> None:
        if self._live is not None:
            self._live.stop()
            self._live = None
