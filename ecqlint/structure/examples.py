"""Where each example of an ECQ begins: at a heading of its own, or where typed labels begin anew; else the section tells one."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.document import Document
from ecqlint.narrative import Example, Part
from ecqlint.structure.labels import label_at
from ecqlint.structure.titles import is_title
from ecqlint.text import Span, stretches, trimmed


def examples(document: Document, body: Span) -> Iterator[Example]:
    """The examples told in the section whose text is `body`, in order, each with the parts that labels announce."""
    begins: list[tuple[int, Span | None]] = []
    labels = []
    for block in document.blocks:
        if block.span.start < body.start or block.span.end > body.end or block.story != "body":
            continue
        span = trimmed(document.text, block.span)
        if label := label_at(document, span):
            anew = any(label[0] == name for name, _ in labels) and label[0] == labels[0][0]
            if anew and (not begins or begins[-1][0] < labels[-1][1].start):
                begins.append((span.start, None))
            labels.append(label)
        elif is_title(document, block):
            begins.append((span.start, span))
        elif not begins:
            begins.append((span.start, None))
    if labels and not begins:
        begins.append((labels[0][1].start, None))
    spans = stretches((start for start, _ in begins), body.end)
    for (_, title), whole in zip(begins, spans, strict=True):
        span = trimmed(document.text, whole)
        yield Example(span, title, tuple(_parts(document, span, labels)))


def _parts(document: Document, example: Span, labels: list) -> Iterator[Part]:
    inside = [(name, label) for name, label in labels if label in example]
    spans = stretches((label.start for _, label in inside), example.end)
    for (name, label), span in zip(inside, spans, strict=True):
        yield Part(name, trimmed(document.text, span), label)
