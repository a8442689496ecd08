"""Trying again: after which answers and errors, how long after, how often."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from tenacity import RetryCallState, Retrying, retry_if_exception, retry_if_result
from tenacity.wait import wait_exponential, wait_random

from cleanscrape.errors import Timeout, Unreachable
from cleanscrape.fetch.allowance import Allowance
from cleanscrape.fetch.answer import Answer
from cleanscrape.fetch.clock import Clock
from cleanscrape.fetch.limits import Retries
from cleanscrape.fetch.walls import is_bot_check

BUSY: Final = frozenset({429, 502, 503, 504})
"""The statuses after which a request is tried again: the site is busy, or something before it is."""


def with_retries(
    attempt: Callable[[], Answer],
    allowance: Allowance,
    retries: Retries,
    clock: Clock,
    hold: Callable[[float], None],
) -> Answer:
    """The answer of the last try.

    `attempt` sends the request once. A wait that would outlast `allowance` is not begun. `hold` is told how many
    seconds the site asks everybody to wait.

    Raises:
        FetchError: what the last try raised.
    """
    growing = wait_exponential(retries.first_wait, max=retries.longest_wait) + wait_random(0, retries.first_wait)

    def wait(state: RetryCallState) -> float:
        asked = _asked(state)
        if asked is not None:
            hold(min(asked, retries.longest_asked))
        return growing(state) if asked is None else asked

    def stop(state: RetryCallState) -> bool:
        is_too_long = (_asked(state) or 0) > retries.longest_asked or state.upcoming_sleep >= allowance.left
        return is_too_long or state.attempt_number >= retries.tries

    often = retry_if_exception(_is_passing) | retry_if_result(_is_busy)
    retrying = Retrying(wait=wait, stop=stop, retry=often, sleep=clock.sleep, retry_error_callback=_last)
    return retrying(attempt)


def _is_passing(error: BaseException) -> bool:
    """Whether it may be over soon: a line that broke, a silence. (No time is left after a silence of all of it.)"""
    return isinstance(error, Timeout) or (isinstance(error, Unreachable) and not error.lasting)


def _is_busy(answer: Answer) -> bool:
    return answer.status in BUSY and not answer.from_cache and not is_bot_check(answer)


def _asked(state: RetryCallState) -> float | None:
    if state.outcome is None or state.outcome.failed:
        return None
    answer: Answer = state.outcome.result()
    return answer.retry_after


def _last(state: RetryCallState) -> Any:
    return state.outcome.result() if state.outcome is not None else None
