"""Every error that Statecraft raises on purpose.

StatecraftError
├── InputError        what was given to read: missing, empty, not text
├── KnowledgeError    a file under ontology/ breaks its schema
├── QueryError        a query that is unknown or does not parse
├── GraphError        a graph that is missing or cannot be loaded
├── ModelError        a spaCy pipeline that is missing or lacks a component
└── ExtraError        a library that a plain install leaves out is not there

Each message states the value, the rule it breaks and the remedy.
"""


class StatecraftError(Exception):
    """Base of all errors of this package; `str(error)` is fit to show to a user."""

    def __init__(self, value: str, rule: str, remedy: str) -> None:
        self.value, self.rule, self.remedy = value, rule, remedy
        super().__init__(value, rule, remedy)  # all three, so that it comes whole from a worker

    def __str__(self) -> str:
        return f"{self.value}: {self.rule}. {self.remedy}"


class InputError(StatecraftError):
    """What was given to read is missing, empty or not text."""


class KnowledgeError(StatecraftError):
    """A file under ontology/ breaks its schema."""


class QueryError(StatecraftError):
    """A query is unknown or does not parse."""


class GraphError(StatecraftError):
    """A graph is missing or cannot be loaded."""


class ModelError(StatecraftError):
    """A spaCy pipeline is missing or lacks a component."""


class ExtraError(StatecraftError):
    """A library that a plain install leaves out is not there."""
