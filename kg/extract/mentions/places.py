"""Places in an article, and the states that they lie in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.extract.mentions.geography import Geography
from kg.language.hanging import relation
from kg.language.names import Name
from kg.language.tree import Token
from kg.model import Agent


class Places:
    """The places among the names of one article; `names` maps a token's index to its name."""

    def __init__(
        self, names: Mapping[int, Name], agent: Callable[[str], Agent], geography: Geography
    ) -> None:
        self._at, self._agent, self._geography = names, agent, geography

    def states(self, token: Token) -> tuple[Agent, ...]:
        """The state that a place named by `token` lies in, none where no one state has it."""
        name = self._at.get(token.i)
        key = name.key("place", "capital") if name is not None else None
        key = key or self._geography.state(token)
        return (self._agent(key),) if key else ()

    def setting(self, told: Callable[[int], bool]) -> tuple[Agent, ...]:
        """The state that most places at offsets that are `told` lie in; none without a place."""
        key = self._geography.setting(told)
        return (self._agent(key),) if key else ()

    def is_unknown(self, token: Token) -> bool:
        """Whether `token` is a proper name of nobody known: likely a place or a thing."""
        return self._geography.is_unknown(token)

    def label(self, token: Token) -> str:
        """Preferred label of the place, state or capital that `token` names; '' where none."""
        name = self._at.get(token.i)
        return name.text if name and name.forms & {"place", "name", "capital"} else ""

    def is_site(self, token: Token) -> bool:
        """Whether `token` names a city or another place rather than a state."""
        name = self._at.get(token.i)
        forms = name.forms if name is not None else frozenset[str]()
        return bool(forms & {"capital", "place"}) and "adjective" not in forms

    def is_spelled_out(self, token: Token) -> bool:
        """'a Somalia bombing': the full name of a state, where 'a Somali bombing' tells who."""
        name = self._at.get(token.i)
        full = name is not None and not name.suffix and not name.text.replace(".", "").isupper()
        return full and self.names_state(token) and relation(token) != "owner"

    def names_state(self, token: Token) -> bool:
        """Whether `token` begins a state's or capital's name, no adjective."""
        name = self._at.get(token.i)
        return name is not None and not name.forms.isdisjoint(("name", "capital"))
