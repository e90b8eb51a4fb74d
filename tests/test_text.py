"""Spans and text maps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecqlint.text import Span, TextMap, stretches, trimmed

pieces = st.lists(st.tuples(st.text(max_size=8), st.one_of(st.none(), st.integers())), max_size=12)


def test_a_span_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


@given(st.text())
def test_trimming_leaves_the_words_and_nothing_around_them(text: str) -> None:
    span = trimmed(text, Span(0, len(text)))
    assert span.of(text) == text.strip()


@given(st.lists(st.integers(0, 50), unique=True).map(sorted), st.integers(50, 60))
def test_stretches_lie_end_to_end(starts: list[int], end: int) -> None:
    spans = stretches(starts, end)
    assert [span.start for span in spans] == starts
    assert [span.end for span in spans] == [*starts[1:], *([end] if starts else [])]


@given(pieces)
def test_a_map_is_the_text_of_its_pieces(given_pieces: list) -> None:
    built = TextMap(given_pieces)
    assert built.text == "".join(text for text, _ in given_pieces)
    assert "".join(piece.span.of(built.text) for piece in built.pieces) == built.text


@given(pieces, st.data())
def test_every_span_is_made_of_the_pieces_that_it_covers(given_pieces: list, data: st.DataObject) -> None:
    built = TextMap(given_pieces)
    start = data.draw(st.integers(0, len(built.text)))
    span = Span(start, data.draw(st.integers(start, len(built.text))))
    shares = list(built.within(span))
    assert "".join(share.of(built.text) for share, _ in shares) == span.of(built.text)
    for share, origin in shares:
        for offset in range(share.start, share.end):
            assert built.piece_at(offset).origin == origin


def test_there_is_no_piece_behind_the_end() -> None:
    with pytest.raises(IndexError):
        TextMap([("ab", 1)]).piece_at(2)
