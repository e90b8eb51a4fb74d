"""A page for people: one self-contained HTML file that asks the network for nothing and runs no script but its own."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from ecqlint import __version__
from ecqlint.engine import Outcome
from ecqlint.report import page
from ecqlint.report.page.views import DocumentView, Run, views
from ecqlint.report.plain import shown
from ecqlint.rule import SEVERITIES
from ecqlint.rulebook import Rulebook


def written(outcomes: Iterable[Outcome], rules: Rulebook) -> Iterator[str]:
    """The page: the report of a document, or an index of several with each one's report below.

    It is ASCII, with every other character as a reference, so that it reads the same in whatever encoding it is saved.
    """
    style, script = _beside("style.css"), _beside("script.js")
    environment = Environment(
        loader=PackageLoader("ecqlint.report", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = shown
    documents = views(list(outcomes), rules)
    run = Run([document for document in documents if isinstance(document, DocumentView)])
    text = environment.get_template("page.html").render(
        documents=documents,
        choices=run,
        loud=run.loud,
        rules=rules.rules,
        numbers={rule.name: number for number, rule in enumerate(rules.rules, start=1)},
        severities=SEVERITIES,
        version=__version__,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'",
    )
    yield text.encode("ascii", "xmlcharrefreplace").decode()


def _beside(name: str) -> str:
    """A file of the page; it must be ASCII, since references mean nothing in a style or a script."""
    return resources.files(page).joinpath(name).read_text(encoding="ascii")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
