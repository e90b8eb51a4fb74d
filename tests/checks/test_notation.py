"""Phrases as the options of rules write them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecqlint.checks._notation import Phrasebook, Phrases

LISTS = {"grasp": ["grasp of", "command"], "holder": ["{grasp} man", "he"], "loop": ["{loop} a"], "empty": []}


def found(phrase: str, text: str) -> list[str]:
    """What the phrase finds in a text."""
    return [match[0] for match in Phrases([phrase], Phrasebook(LISTS)).find(text)]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("(fast|) asleep", "He was asleep, fast  asleep.", ["asleep", "fast  asleep"]),
        ("(big|) (red|) (dog|cat)s", "big red dogs and cats", ["big red dogs", "cats"]),
        ("whose {grasp} ..3 (ended|stopped)", "whose grasp of it never ended", ["whose grasp of it never ended"]),
        ("whose {grasp} ..3 stopped", "whose command of all these things stopped", []),
        ("{holder} of", "the command man of Ohio, not he of Utah", ["command man of", "he of"]),
        ("had ... in mind", "had, of course, more in mind", ["had, of course, more in mind"]),
        ("had ... in mind", "had it; but in mind", []),
        ("if so , ... will", "if so, the men will", ["if so, the men will"]),
        ("could not have", "couldn't have; could n’t have; cannot have", ["couldn't have", "could n’t have"]),
        ("could (not|never) (ever|) have", "couldn't ever have", ["couldn't ever have"]),
        ("can not have", "can't have; cannot have; can not have", ["can't have", "cannot have", "can not have"]),
        ("I profess ...", "I profess, as all, I profess it all; so", ["I profess", "I profess it all"]),
        ("the above =(shows|examples)", "the above shows; the above sea", ["the above"]),
        ("^ as noted ^", "As noted, I left as noted here, as noted.", ["As noted", "as noted"]),
        ("page #", "page 12, page two, page 1,200", ["page 12", "page 1,200"]),
        ("can't wait", "I can't wait", ["can't wait"]),
        ("(re|(un|))elected", "elected, unelected, reelected", ["elected", "unelected", "reelected"]),
        ("mourn*", "the mourners", ["mourners"]),
        ("*ing it", "in running it", ["running it"]),
        ("a _ of men", "a herd of men", ["a herd of men"]),
        ("to {Name}", "to Omaha, to them", ["to Omaha"]),
        ("put it kindly !(pleased|upset)", "put it kindly pleased; put it kindly upsetting", ["put it kindly"]),
        ("!(he) _ ran", "he ran", []),
        ("a Republican mayor", "A Republican Mayor, a republican mayor", ["A Republican Mayor"]),
        ("so-called", "so-called, so called, so - called", ["so-called", "so called", "so - called"]),
        ("to be kind ,", "to be kind , to be kind, he", ["to be kind ,", "to be kind,"]),
        ("chief's (re|)elect*", "the chief’s reelection", ["chief’s reelection"]),
        ("vote =(in|.)", "a vote in May, a vote for him, a vote", ["vote", "vote"]),
        ("the governor !('s !(race))", "the governor's race, the governor's plan", ["the governor"]),
        ("(super|)man", "a man, a superman", ["man", "superman"]),
        ("(re|)elect(s|ed|)", "reelected, elects, electing", ["reelected", "elects"]),
        ("(yard sign|hat)s", "yard signs, hats, yard", ["yard signs", "hats"]),
        ("Mr. {Name}", "Mr. Lee, Mr Lee", ["Mr. Lee"]),
        ("D.C. swamp", "a D.C. swamp", ["D.C. swamp"]),
        ("^ to be (kind|fair)", "To be kind, to be fair, was to be kind", ["To be kind", "to be fair"]),
        ("not exactly", "wasn't exactly, was n’t exactly", ["n't exactly", "n’t exactly"]),
        ("'s grasp", "my boss's grasp, the boss ’s grasp", ["'s grasp", "’s grasp"]),
        (", as ever,", "it was, as ever, late", [", as ever,"]),
        ("$_ for (him|her)", "$40,000 for her", ["$40,000 for her"]),
        ("(dog|cat|cow|hen|ewe|pig|goat|{holder})s ran", "The goats ran, the dogs ran", ["goats ran", "dogs ran"]),
        ("{grasp}, {holder}", "grasp of, he", ["grasp of, he"]),
        ("a {empty}", "a cat", []),
        ("cat", "concatenate", []),
    ],
)  # fmt: skip
def test_a_phrase_finds_what_it_says(phrase: str, text: str, words: list[str]) -> None:
    assert found(phrase, text) == words


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("(a", "does not close"),
        ("a)", "too many"),
        ("a|b", "too many"),
        ("{none} a", "speaks of {none}"),
        ("{loop}", "stands in itself"),
        ("the ..999 man", "leaves so much open"),
        ("AT&T", "has the sign '&'"),
        ("(" * 2000, "too deep"),
        ("(_|) " * 30 + "zebra", "leaves so much open"),
        ("a ... a ... a ... a ... a ... a", "leaves so much open"),
        ("**** a", "leaves so much open"),
        ("{Name}{Name} a", "leaves so much open"),
        ("(a|b|c|d|e|f|g|h|i|j)" * 7, "too many words"),
        ("*", "no word at all"),
        ("", "no word at all"),
        ("a ?", "no phrase can have"),
        ("a =b", "no phrase can have"),
    ],
)
def test_what_the_notation_does_not_know_is_told(phrase: str, why: str) -> None:
    with pytest.raises(ValueError, match=re.escape(why)):
        found(phrase, "a")


words = st.text("abcdefgh", min_size=1, max_size=6)


@given(st.lists(words, min_size=1, max_size=5), words, words)
def test_words_find_themselves_among_others(phrase: list[str], before: str, after: str) -> None:
    said = " ".join(phrase)
    assert said in found(said, f"{before} {said} {after}")


@given(st.lists(st.lists(words, min_size=1, max_size=3), min_size=2, max_size=4))
def test_each_alternative_is_found(alternatives: list[list[str]]) -> None:
    said = [" ".join(alternative) for alternative in alternatives]
    for one in said:
        assert found(f"x ({'|'.join(said)}) y", f"x {one} y") == [f"x {one} y"]
