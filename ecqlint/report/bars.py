"""The parts of an example as a bar: letters for those who see no colour, colours for those who see no letters."""

from __future__ import annotations

from rich.text import Text

from ecqlint.narrative import Example, PartName

LETTERS: dict[PartName, str] = {"challenge": "C", "context": "x", "action": "A", "result": "R"}
COLOURS: dict[PartName, str] = {"challenge": "red", "context": "blue", "action": "green", "result": "magenta"}
CELLS = 24


def bar(example: Example, cells: int = CELLS) -> Text:
    """The parts in their order, each as long as its share: `[CCxxAAAAAARR]`."""
    total = sum(len(part.span) for part in example.parts) or 1
    text = Text("[", style="dim")
    for part in example.parts:
        text.append(
            LETTERS[part.name] * max(1, round(cells * len(part.span) / total)), style=f"not dim {COLOURS[part.name]}"
        )
    return text.append("]")


def legend() -> Text:
    """What the letters mean."""
    pairs = [Text.assemble((letter, COLOURS[name]), f" {name}") for name, letter in LETTERS.items()]
    return Text(" · ", style="dim").join(pairs)
