"""What the second reader underlines: the words that a person would, whatever the model's own edges are."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from ecqlint import judge, rulebook
from ecqlint.engine import lint
from ecqlint.judge import KINDS, Opinion
from ecqlint.readers.text import text_document
from ecqlint.text import Span

BOOK = rulebook.load().selected(["political-content"])


@pytest.mark.parametrize(
    ("said", "underlined"),
    [
        ("the pier carried", "In its second year the pier carried ore"),
        ("carried", "carried ore"),
        ("into warmer waters", "warmer waters"),
        ("lot of", "a lot of salt"),
        ("warmer waters", "warmer waters"),
    ],
)
def test_a_stretch_is_rounded_to_what_a_person_would_underline(
    said: str, underlined: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "In its second year the pier carried ore, and sailed with a lot of salt into warmer waters."
    span = Span(text.index(said), text.index(said) + len(said))
    opinions = dict.fromkeys(KINDS, Opinion(0.0, span)) | {"political-content": Opinion(1.0, span)}

    def begin(texts: tuple[str, ...]) -> Future[tuple[dict[str, Opinion], ...]]:
        future: Future[tuple[dict[str, Opinion], ...]] = Future()
        future.set_result(tuple(opinions for _ in texts))
        return future

    monkeypatch.setattr(judge, "begin", begin)
    (finding,) = lint(text_document(text), BOOK).findings
    assert (finding.excerpt, finding.details["certainty"]) == (underlined, 1.0)
