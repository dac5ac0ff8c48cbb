"""The templates of pages; all that is filled in is escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def _environment() -> Environment:
    loader = PackageLoader("kg.store.http", "template")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def filled(template: str, **values: object) -> str:
    """The template with these values."""
    return _environment().get_template(template).render(**values)
