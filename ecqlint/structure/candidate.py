"""Whose narrative it is: the name, and the positions beside it, in the title lines above the first section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ecqlint.narrative import Candidate

# What people write before their own name, and what stands between it and the rest of the line.
_BEFORE = re.compile(
    r"(?:[\w\s()-]*\b(?:r[eé]sum[eé]|narratives?|statements?|qualifications|ecqs?|application|essay)\s+(?:of|for|by)"
    r"|(?:submitted|prepared|written)\s+by|by|name|(?:ses\s+)?candidate|applicant|author)\s*[:\-–—]*\s+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[|•·;\n\t()]\s*|\s*:\s+|,\s+|\s+[-–—]+\s+|[–—]")
_HONORIFICS = frozenset("the honorable mr mrs ms miss mx dr prof hon rev sgt lt capt maj col cdr adm gen".split())
_SUFFIXES = frozenset(
    """
    jr sr ii iii iv esq ret phd edd md do jd llm llb dba dvm dds pharmd drph scd ma ms msc mba mpa mph mpp mfa med ba bs bsn rn
    cpa pe pmp cgfm cissp sphr shrm-scp ses usa usaf usmc usn uscg
    """.split()
)
_INITIAL = re.compile(r"[A-Z]\.?")
_PARTICLE = re.compile(
    r"(?:de|la|las|los|del|della|di|da|dos|du|van|von|der|den|ter|bin|ibn|al|el|le|st\.?)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
# The capitalised words of headings and offices: no line with one of them is a person's name.
_NO_NAME = frozenset(
    """
    executive core qualification qualifications ecq ecqs ses senior service narrative narratives statement statements essay
    summary introduction introductory overview background profile biography application applicant package candidate resume
    vitae name contents table page appendix draft final leading change people results driven result business acumen building
    coalitions coalition competencies competency capstone course paper project professional public political management
    leadership development program training policy federal national united states state government city county department
    office bureau agency administration division branch commission authority institute university college school center
    service corps army navy force marine guard director deputy chief officer manager administrator assistant associate acting
    regional commissioner superintendent supervisor president vice secretary analyst engineer counsel attorney specialist
    advisor adviser inspector general commander coordinator judge professor auditor the a an in on of for to and with my
    january february march april may june july august september october november december
    """.split()
) - {"april", "may", "june"}


def find_candidate(lines: Sequence[str]) -> Candidate | None:
    """The candidate whom the title lines name: a line, or a piece of one, that has the shape of a person's name. None where none has."""
    for line in lines:
        pieces = [piece for piece in _BETWEEN.split(_BEFORE.sub("", line.strip(), count=1)) if piece]
        for number, piece in enumerate(pieces):
            behind = pieces[number + 1] if number + 1 < len(pieces) else ""
            # "Pruett, Desmond R." is told from "Wichita, Kansas" by the initial.
            reversed_name = f"{behind} {piece}" if re.search(r"\s[A-Z]\.?$", behind) else ""
            if name := _name(piece) or _name(reversed_name):
                return Candidate(*name, tuple(office for other in lines if (office := _office(other, name[1]))))
    return None


def _name(text: str) -> tuple[tuple[str, ...], str] | None:
    """Given names and surname, capitals turned into the writing of a sentence; None where the text has another shape."""
    words = text.split()
    while words and words[0].rstrip(".").lower() in _HONORIFICS:
        del words[0]
    while len(words) > 2 and words[-1].replace(".", "").lower() in _SUFFIXES:
        del words[-1]
    full = [word for word in words if _WORD.fullmatch(word) and len(word) > 1]
    shaped = all(
        _INITIAL.fullmatch(word) or _PARTICLE.fullmatch(word) or (_WORD.fullmatch(word) and word[0].isupper())
        for word in words
    )
    if not shaped or not 2 <= len(words) <= 5 or not full or full[-1] != words[-1]:
        return None
    if any(word.lower() in _NO_NAME for word in words) or _PARTICLE.fullmatch(words[0]):
        return None
    given = tuple(_cased(word) for word in full[:-1] if not _PARTICLE.fullmatch(word))
    return given, _cased(words[-1])


def _cased(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word) if word.isupper() else word


def _office(line: str, surname: str) -> str:
    """What a title line says beside the name, where it speaks of an office: "Deputy Director, Office of Water"."""
    pieces = [piece for piece in _BETWEEN.split(line) if surname.lower() not in piece.lower()]
    return ", ".join(pieces) if any(word.lower() in _NO_NAME for piece in pieces for word in piece.split()) else ""
