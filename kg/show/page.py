"""The network -> one HTML file that asks nobody for anything.

The library is the one inside the installed pyvis package; template, style and scripts lie in
`template/`. What the first picture needs travels as JSON in a block that is never executed, the
claims in a compressed one after the scripts, so that a large graph opens as soon as a small one. A
content security policy allows the page's own scripts by their digest and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network as Canvas

from kg.errors import GraphError
from kg.show.carriers import Bundle, Network
from kg.show.detail import packed
from kg.show.fold import LINES_LIMIT, Drawn, fold
from kg.show.layout import Recall, afresh
from kg.show.look import DASHES, canvas, words
from kg.show.network import SERIES

SCRIPTS = (
    *("page.js", "view.js", "detail.js", "sieve.js", "around.js"),
    *("ink.js", "free.js", "scene.js", "drawing.js", "keys.js"),
    *("legend.js", "pick.js", "timeline.js", "cards.js", "claim.js", "dispute.js", "figures.js"),
    *("steps.js", "panel.js", "questions.js", "table.js", "export.js", "share.js", "main.js"),
)
"""In the order in which they need each other."""
ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""No text may close the block it stands in; U+2028 and U+2029 go with all that is not ASCII."""


def render(network: Network, title: str, recall: Recall = afresh) -> str:
    """The page of this network, the same text each time; `title` is shown as it is.

    `recall` is asked for places of the drawing that were found before. Raises GraphError where the
    installed pyvis holds no vis-network to put in.
    """
    drawn = fold(network)
    environment = Environment(
        loader=PackageLoader("kg.show", "template"), autoescape=True, undefined=StrictUndefined
    )
    style = _template("style.css")
    library, script = _library(), _script()
    return environment.get_template("page.html.j2").render(
        title=title,
        policy=_policy(style, library, script),
        style=Markup(style),
        library=Markup(library),
        script=Markup(script),
        head=Markup(escaped(_head(network, drawn, canvas(network, drawn, recall)))),
        detail=Markup(packed(network)),
    )


def escaped(value: object) -> str:
    """JSON that can stand in an HTML script block: ASCII without `<`, `>` and `&`."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).translate(ESCAPED)


def _head(network: Network, drawn: Drawn, sheet: Canvas) -> dict[str, Any]:
    """What the first picture needs; everything else is in the compressed block."""
    classes = {event.event_class for event in network.events}
    return {
        "nodes": sheet.nodes,
        "edges": sheet.edges,
        "options": sheet.options,
        "dashes": DASHES,
        "classes": [[name, words(name)] for name in sorted(classes)],
        "lines": [_line(bundle) for bundle in drawn.bundles],
        "limit": LINES_LIMIT,
        "series": SERIES,
        "voices": drawn.voices,
        "sums": _sums(network),
    }


def _line(bundle: Bundle) -> dict[str, Any]:
    return {
        "id": bundle.id,
        "event_class": bundle.event_class,
        "sources": bundle.sources,
        "targets": bundle.targets,
        "stances": dict(bundle.stances),
        "firmness": bundle.firmness,
        "stories": bundle.stories,
        "contested": bundle.contested,
    }


def _sums(network: Network) -> dict[str, Any]:
    kinds = {event.id: event.event_class for event in network.events}
    return {
        "claims": len(network.claims),
        # what a series alone is told of is no event that could be counted
        "events": sum(not event.id.startswith(SERIES) for event in network.events),
        "contested": sum(event.contested for event in network.events),
        "articles": len({claim.article for claim in network.claims}),
        "stories": len({claim.story for claim in network.claims}),
        "stance": Counter(claim.stance for claim in network.claims),
        "modality": Counter(claim.modality for claim in network.claims),
        "event_class": Counter(kinds[claim.event] for claim in network.claims),
    }


def _template(name: str) -> str:
    return files("kg.show").joinpath("template", name).read_text("utf-8")


def _script() -> str:
    """All scripts in one scope of their own, so that nothing but the hook is left outside."""
    return '(() => {\n"use strict";\n' + "\n".join(map(_template, SCRIPTS)) + "})();\n"


def _library() -> str:
    """vis-network as pyvis ships it, the newest version, without the pointer to its source map."""
    shipped = files("pyvis").joinpath("templates", "lib")
    found = {
        tuple(int(part) for part in re.findall(r"\d+", folder.name)): folder
        for folder in shipped.iterdir()
        if folder.name.startswith("vis-")
    }
    if not found:
        raise GraphError("pyvis", "it ships no vis-network", "Reinstall pyvis 0.3.2 or later.")
    text = found[max(found)].joinpath("vis-network.min.js").read_text("utf-8")
    text = re.sub(r"^//# sourceMappingURL=.*$", "", text, flags=re.MULTILINE)
    if "</script" in text.lower() or "<!--" in text:
        raise GraphError(
            "vis-network.min.js", "it cannot stand inside a page", "Install pyvis 0.3.2."
        )
    return text


def _policy(style: str, *scripts: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {_digest(style)}",
            f"script-src {' '.join(map(_digest, scripts))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    """The digest that a browser makes of a block: of UTF-8 with line ends as one newline."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
