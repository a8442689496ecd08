"""One request after another: in turn, with retries, along redirects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from http.cookiejar import DefaultCookiePolicy
from typing import Final

import requests
from requests.cookies import RequestsCookieJar

from cleanscrape.errors import BadAddress, TooManyRedirects
from cleanscrape.fetch.allowance import Allowance, spending
from cleanscrape.fetch.answer import Answer
from cleanscrape.fetch.body import ACCEPTED
from cleanscrape.fetch.cache import Store
from cleanscrape.fetch.clock import Clock
from cleanscrape.fetch.limits import Retries
from cleanscrape.fetch.location import Location
from cleanscrape.fetch.manners import Manners
from cleanscrape.fetch.network import Network
from cleanscrape.fetch.retry import with_retries
from cleanscrape.fetch.transport import Transport
from cleanscrape.fetch.turns import Turns

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_ACCEPT: Final = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"


class Session:
    """Asks hosts for pages. It may be used from several threads.

    Args:
        manners: who we are and how often we come.
        network: which hosts may be reached.
        retries: how often a request is tried.
        clock: the clock to wait by.
        store: a cache, if there is one.
    """

    def __init__(
        self, *, manners: Manners, network: Network, retries: Retries, clock: Clock, store: Store | None = None
    ) -> None:
        self._manners = manners
        self._network = network
        self._retries = retries
        self._clock = clock
        self._store = store
        self._turns = Turns(manners.at_once, clock)
        self._requests = requests.Session() if store is None else store.session
        self._requests.trust_env = False
        # Cookies live as long as one page: what one site is told is no business of the next page.
        self._requests.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        transport = Transport(network, self._turns)
        for scheme in ("http://", "https://"):
            self._requests.mount(scheme, transport)

    def close(self) -> None:
        """Close all connections, and the cache."""
        self._requests.close()

    def follow(
        self,
        location: Location,
        allowance: Allowance,
        *,
        delay: Callable[[Location], float],
        hops: int,
        passed: tuple[str, ...] = (),
    ) -> Answer:
        """The answer at the end of all redirects.

        Args:
            location: where to begin.
            allowance: what all of it may take.
            delay: is asked before each step, and gives the time that its host wants between requests. It may refuse
                the step by an error.
            hops: how many redirects may be followed in all.
            passed: the addresses that led here.

        Raises:
            TooManyRedirects: more than `hops`, or a circle.
            FetchError: what else went wrong.
        """
        jar = RequestsCookieJar()
        seen: set[tuple[object, ...]] = set()
        while True:
            self._network.admit(location)
            allowance.pause = delay(location)
            answer = self._get(location, allowance, jar)
            target = answer.headers.get("Location")
            if answer.status not in REDIRECTS or not target:
                return replace(answer, hops=passed)
            passed = (*passed, location.url)
            here = (location.url, *sorted((c.name, str(c.value)) for c in jar))
            if here in seen:
                raise astray(location, f"in a circle after {len(passed)} steps")
            if len(passed) > hops:
                raise astray(location, f"over {hops} times")
            seen.add(here)
            location = location.towards(_as_utf8(target))

    def _get(self, location: Location, allowance: Allowance, jar: RequestsCookieJar) -> Answer:
        """One step, tried as often as may be."""
        if self._store is not None and self._store.offline:
            kept = self._store.response(location, self._request(location, jar))
            return answer_of(location, kept, self._clock)

        def attempt() -> Answer:
            return self._send(location, allowance, self._request(location, jar), jar)

        return with_retries(
            attempt, allowance, self._retries, self._clock, lambda seconds: self._turns.hold(location.host, seconds)
        )

    def _request(self, location: Location, jar: RequestsCookieJar) -> requests.PreparedRequest:
        headers = {"User-Agent": self._manners.agent, "Accept": _ACCEPT, "Accept-Encoding": ACCEPTED}
        if self._manners.language:
            headers["Accept-Language"] = self._manners.language
        if location.userinfo is not None:
            headers["Cache-Control"] = "no-store"  # what a password opens is not kept
        request = requests.Request("GET", location.url, headers=headers, cookies=jar, auth=location.userinfo)
        try:
            return request.prepare()
        except (requests.RequestException, ValueError) as error:
            raise BadAddress(
                f"{location.url} is no address of a page ({error}): check how it is spelled", url=location.url
            ) from error

    def _send(
        self,
        location: Location,
        allowance: Allowance,
        request: requests.PreparedRequest,
        jar: RequestsCookieJar,
    ) -> Answer:
        """One request."""
        proxy = self._network.proxy
        with spending(allowance):
            response = self._requests.send(
                request, allow_redirects=False, proxies={"http": proxy, "https": proxy} if proxy else {}
            )
        jar.update(response.cookies)
        return answer_of(location, response, self._clock)


def answer_of(location: Location, response: requests.Response, clock: Clock) -> Answer:
    """A response as an answer; one of the cache keeps the time when it came over the wire."""
    from_cache = bool(getattr(response, "from_cache", False))
    created = getattr(response, "created_at", None) if from_cache else None
    return Answer(
        location,
        status=response.status_code,
        headers=response.headers,
        content=response.content or b"",
        at=created or clock.now(),
        from_cache=from_cache,
    )


def _as_utf8(header: str) -> str:
    """A header as it was meant: http.client reads bytes as Latin-1, and addresses beyond ASCII are UTF-8."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def astray(location: Location, how: str) -> TooManyRedirects:
    """The error of a location that sends on and on."""
    return TooManyRedirects(
        f"{location.url} sends on {how}: open it in a browser, and pass the address where that ends; "
        "or pass FetchLimits(redirects=...)",
        url=location.url,
        seen=how,
    )
