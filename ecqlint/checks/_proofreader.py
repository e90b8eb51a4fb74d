"""The proofreading library: what Harper says about a narrative's prose, read once for all checks, in a thread of its own.

Harper (Apache-2.0) has wheels for the common platforms only, so that it may be missing.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from typing import TYPE_CHECKING

from ecqlint.background import in_background
from ecqlint.language import Reading
from ecqlint.rule import Skipped
from ecqlint.text import Span

if TYPE_CHECKING:
    from harper import Lint, Linter

# A paragraph's end, to Harper.
_BETWEEN = "\n\n"
SPELLING = "SpellCheck"
# Harper's rules that say what is wrong by closed words, and were right where they spoke. Most of the others are of taste,
# or guess at a part of speech.
GRAMMAR = frozenset(
    "AnA ModalOf SinceDuration ThenThan ItsPossessive ItsContraction TheirToTheyre "
    "TheyreToTheir ThereOwn DidPast DoubleModal DontCan IAmAgreement IsBeenAuxSequence "
    "LetsConfusion MoreBetter MostNumber OneOfTheSingular PeaceOfMind "
    "RedundantSuperlatives RedundantProgressiveComparative RelayOnForRely SafeToSave SupposedTo "
    "ToLoseTooLoose TheMy TheAnother ThoughtProcess UseToUsedTo WaistWaste WillNonLemma WithoutOut "
    "AllReady AndIn AtLeasToLeast AtLestToLeast BareInMind BeckAndCall CaseInPoint DespiteOf DespiteItIs EludedTo "
    "EverEvery ExceptOf FedUpWith FreeRein GetUsedTo HadOf HomeInOn HungerPang JustDeserts LikelyHood MootPoint "
    "NerveRacking OneAndTheSame PiqueInterest PlayAFactor RiseTheQuestion SeamToSeem VerseAsVerb WasAloud "
    "WhetYourAppetite WreakHavoc WroteToRote YourPredicateAdjective AnAnother CriteriaPhenomena DoMistake "
    "DoesOrDose ExitedExcitedContext FarAndFewBetween FeelFell HelpedPast IfWouldve LayoutVerb ManagerialReins "
    "PassersBy PluralWrongWordOfPhrase PointsOfView RegularIrregulars RulesOfThumb "
    "SubjectPronoun ToTooIdioms WishCould "
    "AccuseOf AdjectiveDoubleDegree AfterLater AllThough AnotherOnes AnotherThings ArriveTo AskNoPreposition "
    "BoarderBorder CapitalizeOn CompoundSubjectI DateBackFrom Didnt Discuss DoIAdjective DoToDueTo EachOthersPossessive "
    "ElsePossessive FascinatedBy FlauntForFlout GoodAt HavePassed HeDos HeartToHeard HowDoesCompared LeadRiseTo "
    "LeavingInDroves LessWorse LookForwardTo LookingForwardTo ModalSeem MoreThatLikely "
    "MostOfTheTimes NeedToNoun NounVerbConfusion OughtToBe Payed PronounInflectionBe RallyToReally "
    "RegimenRegiment ResponsibleFor RogueRouge SaveToSafe SimplePastToPastParticiple SomebodyElses "
    "SubjectAndObjectPronoun SummarySummery TheWhetherWeather ThesesThese TheyreConfusions "
    "ThingThink ThisTypeOfThing ThoughThought UnderneathOf WantBe WentAheadAndAgreement WorthToDo".split()
)


@dataclass(frozen=True, slots=True)
class Slip:
    """A place at which Harper stopped: the name of its rule, and its replacements, best first."""

    rule: str
    span: Span
    replacements: tuple[str, ...]


def start(reading: Reading) -> None:
    """Begins to proofread in the background, if that is possible and has not begun. Harper lets the parser run meanwhile."""
    if available():
        _proofread(_passages(reading))


def slips(reading: Reading) -> tuple[Slip, ...]:
    """Every place at which Harper stopped, in order, misspellings by its rule `SPELLING`. Skipped where Harper is not installed."""
    if not available():
        raise Skipped("harper-py, which finds misspellings, is not installed")
    return _proofread(_passages(reading)).result()


def _passages(reading: Reading) -> tuple[tuple[int, str], ...]:
    return tuple((span.start, span.of(reading.text)) for _, span in reading.narrative.prose)


@cache
def available() -> bool:
    """Whether Harper is installed."""
    return find_spec("harper") is not None


@cache
def _linter() -> Linter:
    from harper import Linter

    linter = Linter()
    wanted = {SPELLING, *GRAMMAR}
    linter.set_lint_config({rule: rule in wanted for rule in linter.get_default_lint_config()})
    return linter


@in_background  # a linter serves one call at a time; spelling and grammar share the answer
def _proofread(passages: tuple[tuple[int, str], ...]) -> tuple[Slip, ...]:
    # In one call: a call costs more than its text.
    text = _BETWEEN.join(passage.replace("\n", " ") for _, passage in passages)
    starts = [0, *accumulate(len(passage) + len(_BETWEEN) for _, passage in passages)]
    found = []
    for rule, lints in _linter().organized_lints(text, language="plaintext", dedup=False).items():
        for lint in lints:
            passage = bisect_right(starts, lint.span.start) - 1
            if lint.span.end <= starts[passage + 1] - len(_BETWEEN):
                shift = passages[passage][0] - starts[passage]
                found.append(Slip(rule, Span(lint.span.start + shift, lint.span.end + shift), _replacements(lint)))
    return tuple(sorted(found, key=lambda slip: slip.span))


def _replacements(lint: Lint) -> tuple[str, ...]:
    from harper import SuggestionKind

    return tuple(s.replacement_text for s in lint.suggestions if s.kind == SuggestionKind.REPLACE)
