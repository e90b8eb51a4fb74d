"""Whether a line goes on with the paragraph of the line above it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from ecqlint.readers.pdf.lines import Line, Word
from ecqlint.readers.pdf.markers import starts_with_bullet, starts_with_number
from ecqlint.readers.pdf.setting import (
    FULL_STOP,
    INDENT,
    LOOSER,
    SENTENCE_END,
    WIDEST,
    Setting,
    is_mid_sentence,
    same_flow,
    space_would_show,
)

LABELLED = re.compile(r"\([A-Z]\w+\)|[A-Z]\w+(?: ?:| [-–—]) ")
LABEL = "Lbl"

# Shares of the size of the type.
CHANGE = 0.05  # of the size itself
# Shares of the measure.
TOO_SHORT = 0.25  # the most that may be free on a line that was not ended on purpose
PROSE_LINES = 8  # lines that make a flow one of prose, and not a cell


def goes_on(paragraph: Sequence[Line], below: Line, after: Line | None, setting: Setting) -> bool:
    """Whether `below` continues `paragraph`; `after` is the line that follows it."""
    above = paragraph[-1]
    if setting.tagged and above.tag and below.tag:
        return _same_tag(above, below)
    if _starts_anew(above, below, setting):
        return False
    measure = setting.measure(above)
    room, mid_sentence = setting.room(above, below), is_mid_sentence(above, below)
    looser = _looser(paragraph, below, after, setting)
    if room > 0:
        return mid_sentence and not looser and room < TOO_SHORT * (measure.right - measure.left)
    if mid_sentence:
        return True
    if looser or _dress_changes(above, below):
        return False
    if setting.spaces_tell and above.spaced:
        return True
    if _steps(paragraph, below, after, setting) or (setting.spaces_tell and space_would_show(above, below, setting)):
        return False
    if _stands_alone(above, below, after, setting):
        return False
    if setting.indents or (setting.white and same_flow(above, below)):
        return True
    return not (_opens_item(paragraph, below) or _cannot_cross(paragraph, below, after, setting))


def _same_tag(above: Line, below: Line) -> bool:
    assert above.tag
    assert below.tag
    if above.page != below.page:
        return above.tag.continues and below.tag.continued
    return above.tag == below.tag or above.tag.kind == LABEL


def _starts_anew(above: Line, below: Line, setting: Setting) -> bool:
    """Whether `below` is an item of a list, another cell, or set in type of another size."""
    resized = abs(below.size - above.size) > CHANGE * above.size
    if resized or above.cell != below.cell or starts_with_bullet(below.words):
        return True
    if above.page != below.page or above.flow == below.flow:
        return False
    return min(setting.measure(above).lines, setting.measure(below).lines) < PROSE_LINES


def _looser(paragraph: Sequence[Line], below: Line, after: Line | None, setting: Setting) -> bool:
    """Whether the white above `below` is more than that between the lines of a paragraph here."""
    above = paragraph[-1]
    if not same_flow(above, below):
        return False
    distance, usual = below.baseline - above.baseline, setting.leadings.get(below.size, 0.0)
    if len(paragraph) > 1 and same_flow(paragraph[-2], above):
        usual = above.baseline - paragraph[-2].baseline
    elif after and same_flow(below, after) and setting.room(below, after) <= 0:
        usual = max(usual, after.baseline - below.baseline)
    return distance > min(usual + LOOSER * below.size, WIDEST * below.size)


def _dress_changes(above: Line, below: Line) -> bool:
    """Whether a heading in bold, underlined or in capitals meets a text that is not."""
    last, first = above.words[-1], below.words[0]
    sentence, next_sentence = FULL_STOP.search(above.text), FULL_STOP.search(below.text)
    for dressed in (_bold, _underlined):
        if not sentence and _all(dressed, above) and not dressed(first):
            return True
        if SENTENCE_END.search(above.text) and not next_sentence and _all(dressed, below) and not dressed(last):
            return True
    if _capitals(above) and _has_small_letters(first):
        return True
    return bool(sentence and _capitals(below) and _has_small_letters(last))


def _all(dressed: Callable[[Word], bool], line: Line) -> bool:
    return all(dressed(word) for word in line.words)


def _bold(word: Word) -> bool:
    return all(part.format.bold for part in word.parts)


def _underlined(word: Word) -> bool:
    return all(part.format.underline for part in word.parts)


def _capitals(line: Line) -> bool:
    return line.text.isupper() and len(line.words) > 1


def _has_small_letters(word: Word) -> bool:
    return any(letter.islower() for letter in word.text)


def _steps(paragraph: Sequence[Line], below: Line, after: Line | None, setting: Setting) -> bool:
    """Whether `below` is indented as the first line of a paragraph is, or steps back to where the last paragraph began."""
    above, measure, next_measure = paragraph[-1], setting.measure(paragraph[-1]), setting.measure(below)
    if measure.centered(above) and not setting.indents:
        return not next_measure.centered(below)
    step = (below.left - next_measure.left) - (above.left - measure.left)
    first = len(paragraph) == 1
    if step > INDENT * below.size:
        item = starts_with_bullet(above.words) or starts_with_number(above.words) or _starts_word(above, below.left)
        return not (first and item)
    return step < -INDENT * below.size and not first


def _starts_word(line: Line, left: float) -> bool:
    """Whether a word behind a tab starts at a place, as behind a label that hangs out."""
    return any(abs(b.left - left) < 1 and b.left - a.right > line.size for a, b in pairwise(line.words))


def _opens_item(paragraph: Sequence[Line], below: Line) -> bool:
    """Whether `below` is the next item of a numbered list, or starts with a label as "Result:" or "(Action)"."""
    above = paragraph[-1]
    if LABELLED.match(below.text) and FULL_STOP.search(above.text):
        return True
    return starts_with_number(below.words) and starts_with_number(paragraph[0].words)


def _stands_alone(above: Line, below: Line, after: Line | None, setting: Setting) -> bool:
    """Whether `below` is a heading or a label: no end of a sentence, nothing behind it on its line, and a sentence ended before it."""
    return bool(_ends(below, after, setting) and FULL_STOP.search(above.text) and not FULL_STOP.search(below.text))


def _cannot_cross(paragraph: Sequence[Line], below: Line, after: Line | None, setting: Setting) -> bool:
    """Whether the paragraph would leave its first line alone on a page, or take its last alone to the next, as programs avoid."""
    if same_flow(paragraph[-1], below):
        return False
    return len(paragraph) == 1 or _ends(below, after, setting)


def _ends(line: Line, after: Line | None, setting: Setting) -> bool:
    """Whether a paragraph ends with `line`, for all that the line after it shows: there was room, or that one is indented."""
    if after is None or is_mid_sentence(line, after):
        return after is None
    if setting.room(line, after) > 0:
        return True
    return same_flow(line, after) and after.left > line.left + INDENT * line.size
