"""Lists the words of the trades that few readers know, from public dictionaries, and writes the table that ships.

python tests/benchmark/list_terms.py WORDNET SCOWL COPYRIGHT

Takes the folders of WordNet 3.0 and of SCOWL 2020.12.07 and the latter's copyright file (Debian's packages wordnet-base and scowl
have them), and needs spacy-lookups-data 1.0.5. WordNet says
which words have technical senses only: the topic it gives a sense, or the kind of thing that the sense is. SCOWL says
how large a dictionary must be to hold a word; the probabilities in spacy-lookups-data, how seldom people write it.
The result is the same on every run.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from ecqlint.checks import technical_jargon

TABLE = Path(technical_jargon.__file__).with_name("terms.txt")
WORDNET, SCOWL, SCOWL_NOTICE = map(Path, sys.argv[1:4])
HEAD = """\
# Words of the trades that few readers outside them know.
#
# Chosen by tests/benchmark/list_terms.py from WordNet 3.0 and SCOWL 2020.12.07 by their topics, by the sizes of
# SCOWL's lists, and by the probabilities of words in spacy-lookups-data 1.0.5. Their notices:
#
"""
WIDTH = 110
KINDS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
# The fields of knowledge whose topics are technical; what belongs to a part of such a field does too.
FIELDS = (
    "science engineering medicine law accounting finance electronics telecommunication computer electricity mining "
    "metallurgy statistics surgery"
).split()
# The kinds of things that only a trade names: what is one of a kind of these is technical.
THINGS = (
    "ill_health pathological_state symptom medical_procedure medical_instrument medicine measuring_instrument "
    "scientific_instrument drug microorganism chemical_process electronic_equipment electrical_device mechanism machine "
    "apparatus molecule statistic mathematical_process mathematical_statement chemical_phenomenon "
    "physical_phenomenon chemical surgical_procedure diagnostic_procedure therapy structural_member computer_circuit "
    "legal_document natural_science engineering alloy mineral"
).split()
# And what a definition of one tells of.
SAYS = frozenset(
    "physics chemistry chemical chemically medicine medical patient patients hospital disease diseases surgery surgical "
    "plaintiff defendant lawsuit evidence anatomy electrical electric electronic electrons nuclear radiation radioactive "
    "molecules molecule acid enzyme tissue aircraft airplane airplanes rocket statistics statistical mathematics "
    "mathematical bacteria bacterial infection engine voltage circuit circuits software computer computers metallurgy "
    "geology geological lesion inflammation blood bone muscle nerve hormone protein polymer solvent reactor magnetic "
    "particles creditor debtor securities coin".split()
)
FILES = (8, 19, 22, 27)  # of WordNet's lexicographers: parts of bodies, phenomena, processes, substances
# What everybody eats, drinks, wears, plays with and meets.
HOME = (
    "food beverage clothing furniture fabric game sport sexual_activity body_waste textile adornment toy color "
    "person animal plant"
).split()
# The endings with which the sciences compound Greek and Latin words.
COMPOUND = re.compile(
    r".{3,}(?:itis|osis|oma|aemia|emia|ectomy|ostomy|otomy|plasty|oscop(?:e|y|ic)|omet(?:er|ry|ric)|ogra(?:m|phy|phic)"
    r"|olysis|olytic|ogen(?:esis|ic)|opath(?:y|ic)|ophilic|otrophic?|ochemical|oremediation|otoxic|onuclide|phosphate)"
)
# Before and after these stands a word that explains the compound to whoever knows it.
BEFORE = re.compile(
    r"(?:re|un|non|in|over|under|pre|post|anti|counter|super|sub|inter|intra|multi|micro|mini|semi|self|bio|geo|tele|photo|"
    r"electro|hydro|thermo|neuro|radio|bi|tri|poly|hyper|trans|de|dis|mis|co|petro|aero|astro|cyber|nano|psycho)"
)
AFTER = re.compile(
    r"(?:er|or|ist|ism|ness|ity|ly|able|less|like|i[sz]e[dr]?|i[sz]ation|ation|ing|al|ic|ical|ous|y|s|es|ed)"
)
WELL_KNOWN = 40  # the size of SCOWL up to which a word is everybody's
OWN = 70  # larger lists of SCOWL hold words from others' lists, so that a word of these must be WordNet's
LEAST, MOST = 55, 95  # sizes between which a term is looked for
# How often a word is written, as the logarithm of its probability, by the size from which SCOWL has it: a word of a
# smaller dictionary must be rarer.
RAREST = {55: -17.0, 60: -16.0, 70: -15.5, 80: -15.0, 95: -15.0}
UNSEEN = -20.0
PLAIN = -15.0  # what is written more often than that, people know


@dataclass(frozen=True)
class Sense:
    """A synonym set of WordNet: words as they are written, number of the file, words of the definition, pointers with symbols."""

    words: tuple[str, ...]
    file: int
    definition: frozenset[str]
    pointers: tuple[tuple[str, tuple[str, str]], ...]

    def to(self, *symbols: str) -> Iterator[tuple[str, str]]:
        """The sets to which it has pointers with these symbols."""
        return (target for symbol, target in self.pointers if symbol in symbols)


def main() -> None:
    """Writes the table."""
    words = sorted(word for word in set(sizes()) | set(senses_of()) if is_term(word))
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) >= WIDTH:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    TABLE.write_text(HEAD + notices() + "\n".join(lines) + "\n", encoding="utf-8")


def notices() -> str:
    """The copyright notices that WordNet and SCOWL ask to be handed on, as comments."""
    head = (line for line in (WORDNET / "data.noun").read_text(encoding="iso-8859-1").splitlines() if line[:2] == "  ")
    wordnet = [line.split(None, 1)[1] if len(line.split()) > 1 else "" for line in head]
    scowl = SCOWL_NOTICE.read_text(encoding="utf-8")
    begin, end = (scowl.index(words) for words in ("  Copyright 2000-2011", "Alan Beale"))
    return "".join(f"# {line.strip()}".rstrip() + "\n" for line in [*wordnet, "", *scowl[begin:end].splitlines()])


def is_term(word: str) -> bool:
    """Whether the word is rare, technical in all its senses, and made of no ordinary words."""
    if not re.fullmatch("[a-z]{5,}", word):
        return False
    size = sizes().get(word, MOST)
    forms = (word, *(word.removesuffix("e") + end for end in ("s", "es", "ed", "ing")))
    rare = LEAST <= size <= MOST and max(chances().get(form, UNSEEN) for form in forms) < RAREST[size]
    if not rare or is_clear(word) or is_homely(word):
        return False
    return is_technical(word) or (bool(COMPOUND.fullmatch(word)) and (word in senses_of() or size <= OWN))


def is_technical(word: str) -> bool:
    """Whether WordNet has the word as a noun or adjective, and all its senses are technical."""
    found = senses_of().get(word, ())
    return any(kind in ("noun", "adj") for kind, _ in found) and all(technical(sense) for sense in found)


def technical(key: tuple[str, str]) -> bool:
    """Whether a sense has a technical topic or definition, is a technical thing, or an adjective of one."""
    sense = senses()[key]
    if sense.definition & SAYS:
        return True
    if any(kinds(topic) & roots(*FIELDS) for topic in sense.to(";c")):
        return True
    if key[0] == "noun":
        return sense.file in FILES or bool(kinds(key) & roots(*THINGS))
    return any(technical(noun) for noun in sense.to("\\") if noun[0] == "noun")


def is_homely(word: str) -> bool:
    """Whether the word is a name, or is of something in everyday life, or a kind of person, animal or plant."""
    keys = senses_of().get(word, ())
    named = any(w.lower() == word and w != word for key in keys for w in senses()[key].words)
    return named or any(kinds(key) & roots(*HOME) for key in keys)


def is_clear(word: str) -> bool:
    """Whether a reader can see what the word is: a field of study, ordinary words, or one with common endings and prefixes."""
    if word.endswith(("ology", "ologic", "ological")):
        return True
    parts = ((word[:at], word[at:]) for at in range(3, len(word) - 2))
    if not COMPOUND.fullmatch(word) and any(ordinary(one) and ordinary(other) for one, other in parts):
        return True
    stems = {word, *(word[len(match[0]) :] for match in [BEFORE.match(word)] if match)}
    stems |= {word[len(before) :] for before in ("re", "un", "non", "bi", "tri", "de") if word.startswith(before)}
    for stem in stems:
        for at in range(max(4, len(stem) - 7), len(stem)):
            if AFTER.fullmatch(stem[at:]) and any(
                ordinary(stem[:at] + end) for end in ("", "e", "y", "ic", "al", "ize")
            ):
                return True
    if any(len(stem) > 3 and stem != word and ordinary(stem) for stem in stems):
        return True
    return any(ordinary(relative) or chances().get(relative, UNSEEN) > PLAIN for relative in relatives(word))


def relatives(word: str) -> Iterator[str]:
    """The words from which WordNet says that it derives, or that mean the same."""
    for key in senses_of().get(word, ()):
        for target in senses()[key].to("+", "\\"):
            yield from (w for w in senses()[target].words if w[:4] == word[:4])
        yield from (w for w in senses()[key].words if w != word and w[:4] == word[:4])


def ordinary(word: str) -> bool:
    """Whether everybody knows the word."""
    return sizes().get(word, 99) <= WELL_KNOWN


@cache
def sizes() -> dict[str, int]:
    """The size of the smallest of SCOWL's dictionaries, 10 to 95, that has each word."""
    found: dict[str, int] = {}
    for path in sorted([*SCOWL.glob("*-words.*"), *SCOWL.glob("*-upper.*")]):
        size = int(path.suffix[1:])
        for word in path.read_text(encoding="iso-8859-1").lower().splitlines():
            found[word] = min(size, found.get(word, 99))
    return found


@cache
def chances() -> dict[str, float]:
    """The logarithm of the probability of each word."""
    table = files("spacy_lookups_data").joinpath("data", "en_lexeme_prob.json.gz").read_bytes()
    return json.loads(gzip.decompress(table))


@cache
def senses() -> dict[tuple[str, str], Sense]:
    """WordNet's senses by their part of speech and offset."""
    found = {}
    for kind in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"data.{kind}").read_text(encoding="iso-8859-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split("|")[0].split()
            after = 4 + 2 * int(fields[3], 16)
            pointers = [fields[i : i + 3] for i in range(after + 1, after + 1 + 4 * int(fields[after]), 4)]
            found[kind, fields[0]] = Sense(
                tuple(fields[4:after:2]),
                int(fields[1]),
                frozenset(re.findall("[a-z]+", line.split("|")[1].split(";")[0].lower())),
                tuple((symbol, (KINDS[letter], offset)) for symbol, offset, letter in pointers),
            )
    return found


@cache
def senses_of() -> dict[str, list[tuple[str, str]]]:
    """The senses of each word, the commonest of each part of speech first."""
    found = defaultdict(list)
    for kind in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"index.{kind}").read_text(encoding="iso-8859-1").splitlines():
            if not line.startswith(" "):
                word, _, count, *fields = line.split()
                found[word] += [(kind, offset) for offset in fields[-int(count) :]]
    return found


@cache
def kinds(key: tuple[str, str]) -> frozenset[tuple[str, str]]:
    """The sense, and all of which it is a kind or an instance."""
    return frozenset({key}).union(*(kinds(target) for target in senses()[key].to("@", "@i")))


@cache
def roots(*words: str) -> frozenset[tuple[str, str]]:
    """The first sense of each noun."""
    return frozenset(next(key for key in senses_of()[word] if key[0] == "noun") for word in words)


if __name__ == "__main__":
    main()
