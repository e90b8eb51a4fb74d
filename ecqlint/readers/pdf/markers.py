"""List markers at the start of a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ecqlint.readers.pdf.lines import Word

BULLET = re.compile("[•◦▪▫■□●○‣⁃∙·➢➤✓✔❖►\uf000-\uf0ff]$")
LETTER_BULLET = "o"  # which word processors draw in another font than the text
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[.)]$")


def starts_with_bullet(words: Sequence[Word]) -> bool:
    """Whether the first of the words is a bullet to the others."""
    if len(words) < 2:
        return False
    if words[0].text == LETTER_BULLET:
        return words[0].parts[0].format.font != words[1].parts[0].format.font
    return bool(BULLET.match(words[0].text))


def starts_with_marker(words: Sequence[Word]) -> bool:
    """Whether the words are a bullet or a number, be it alone or with more behind it."""
    return starts_with_number(words) or starts_with_bullet(words) or bool(BULLET.match(words[0].text))


def starts_with_number(words: Sequence[Word]) -> bool:
    """Whether the first of the words is the number or letter of a list item."""
    return bool(NUMBER.match(words[0].text))
