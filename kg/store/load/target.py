"""The store that a graph goes to: what it holds, and how it takes more."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kg import extras
from kg.errors import StatecraftError
from kg.store.load.places import endpoint

if TYPE_CHECKING:
    import httpx

TRIES = 4  # of a part, when the connection is cut or the store is busy
PAUSE = 0.5  # seconds before the second try; each later one waits twice as long
SECONDS = 300.0  # that the store may take for a part
MAX_SAID = 300  # characters of what a store says of an error
EXTRA: Final = "load"
_JSON: Final = "application/sparql-results+json"
_AGAIN: Final = frozenset({408, 425, 429, 502, 503, 504})


class LoadError(StatecraftError):
    """A store does not take the graph, or does not hold it afterwards."""


@dataclass(frozen=True, slots=True)
class Access:
    """Who asks: a user with password (basic or digest, as the store demands), or a token."""

    user: str = ""
    password: str = ""
    token: str = ""


class Target:
    """A graph of a store: the default one, or that of the IRI `graph`.

    `store` is the address of the Graph Store Protocol, `queries` that of the SPARQL endpoint, ""
    for where stores of this layout have it. A context manager; ExtraError without its library.
    """

    def __init__(self, store: str, queries: str, graph: str, access: Access) -> None:
        self._http: Any = extras.load("httpx", EXTRA)
        self.store, self.queries, self.graph = store, queries or endpoint(store), graph
        headers = {"Authorization": f"Bearer {access.token}"} if access.token else {}
        self._client = self._http.Client(timeout=SECONDS, headers=headers)
        self._access = access

    def __enter__(self) -> Target:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def add(self, turtle: bytes) -> None:
        """Add these triples to the graph; LoadError where the store refuses them."""
        headers = {"Content-Type": "text/turtle"}
        self._asked("POST", self.store, params=self._named(), content=turtle, headers=headers)

    def clear(self) -> None:
        """Empty the graph."""
        self._asked("DELETE", self.store, params=self._named(), also=(404,))

    def count(self) -> int:
        """How many triples the graph holds."""
        return self._counted("?s ?p ?o")

    def holds(self, triple: str) -> bool:
        """Whether it holds a triple, given in N-Triples; a blank node is any node."""
        return self._counted(triple) > 0

    def _counted(self, pattern: str) -> int:
        """Matches of a pattern: Virtuoso answers an ASK in a form that is not the standard's."""
        within = f"GRAPH <{self.graph}> {{ {pattern} }}" if self.graph else pattern
        return self._count_of(f"SELECT (COUNT(*) AS ?n) WHERE {{ {within} }}")

    def _named(self) -> dict[str, str]:
        return {"graph": self.graph} if self.graph else {"default": ""}

    def _count_of(self, sparql: str) -> int:
        accept = {"Accept": _JSON}
        answer = self._asked("POST", self.queries, data={"query": sparql}, headers=accept)
        try:
            return int(answer.json()["results"]["bindings"][0]["n"]["value"])
        except (ValueError, LookupError, TypeError) as error:
            rule = f"this is no SPARQL endpoint: it answers '{_said(answer)}'"
            remedy = "Name the store's endpoint with --sparql."
            raise LoadError(self.queries, rule, remedy) from error

    def _asked(
        self, method: str, url: str, also: tuple[int, ...] = (), **request: object
    ) -> httpx.Response:
        """What the store answers; tried again where that may help, LoadError where it does not."""

        def once() -> httpx.Response:
            got: httpx.Response = self._client.request(method, url, **request)
            return got

        answer = self._tried(once, url)
        if answer.status_code == 401 and not self._client.auth and self._access.user:
            self._client.auth = self._demanded(answer)
            answer = self._tried(once, url)
        if answer.is_success or answer.status_code in also:
            return answer
        rule = f"the store answers {answer.status_code} to {method}: {_said(answer)}"
        raise LoadError(url, rule, _remedy(answer.status_code))

    def _tried(self, once: Callable[[], httpx.Response], url: str) -> httpx.Response:
        pause = PAUSE
        for left in reversed(range(TRIES)):
            try:
                answer = once()
            except self._http.HTTPError as error:
                if not left:
                    said = str(error).rstrip(".") or type(error).__name__
                    rule = f"the connection failed {TRIES} times: {said}"
                    raise LoadError(url, rule, AGAIN) from error
            except (self._http.InvalidURL, ValueError) as error:
                raise LoadError(url, f"this is no address: {error}", "Correct it.") from error
            else:
                if answer.status_code not in _AGAIN or not left:
                    return answer
            time.sleep(pause)
            pause *= 2
        raise AssertionError("the last try returns or raises")

    def _demanded(self, answer: httpx.Response) -> httpx.Auth:
        """The way of telling the password that the store asks for."""
        way = answer.headers.get("www-authenticate", "").lower()
        kind = self._http.DigestAuth if way.startswith("digest") else self._http.BasicAuth
        made: httpx.Auth = kind(self._access.user, self._access.password)
        return made


AGAIN: Final = "Run the same command again: it goes on where it stopped."


def _said(answer: httpx.Response) -> str:
    text = " ".join(answer.text.split())
    return text[:MAX_SAID] or answer.reason_phrase


def _remedy(status: int) -> str:
    if status in (401, 403):
        return "Give --user and KG_PASSWORD, or KG_TOKEN, of somebody who may write there."
    if status in (404, 405, 501):
        return "Give the address of the store's Graph Store Protocol; the README has those of many."
    return AGAIN
