"""Who is a person in a narrative: words that name one, honorifics, and the gender that they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Token

Gender = Literal["f", "m"]

HONORIFICS: dict[str, Gender | None] = {
    "mr.": "m", "mr": "m", "sir": "m", "ms.": "f", "ms": "f", "mrs.": "f", "mrs": "f", "miss": "f", "madam": "f", "mx.": None, "mx": None,
    "dr.": None, "dr": None, "prof.": None, "hon.": None, "rev.": None,
    "gen.": None, "lt.": None, "col.": None, "maj.": None, "capt.": None, "cmdr.": None, "cdr.": None, "adm.": None, "sgt.": None,
    "sen.": None, "rep.": None, "gov.": None,
}  # fmt: skip

PRONOUNS: dict[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip

REFLEXIVE = frozenset(("himself", "herself"))

_GENDERED: dict[str, Gender] = {
    **dict.fromkeys("man gentleman husband father grandfather son brother uncle nephew boy king priest monk widower guy lad".split(), "m"),
    **dict.fromkeys("woman lady wife mother grandmother daughter sister aunt niece girl queen nun widow actress waitress".split(), "f"),
}  # fmt: skip

SUPERIORS = frozenset(
    """
    administrator boss captain chair chairman chairperson chairwoman chief colonel commander commandant commissioner controller
    comptroller director dean executive foreman general governor head lead leader lieutenant major manager mayor minister officer
    president principal provost ranger rector secretary sergeant sheriff superintendent superior supervisor treasurer
    undersecretary warden admiral ceo cfo cio coo
    """.split()
)
PREDECESSORS = frozenset("predecessor forerunner incumbent precursor".split())
STAFF = frozenset(
    """
    accountant actuary adjudicator adviser advisor agent aide analyst appraiser apprentice architect archivist assistant associate
    attorney auditor biologist buyer carpenter caseworker chaplain chemist clerk clinician colleague controller cook coordinator
    counsel counselor counterpart coworker co-worker curator custodian deputy designer detective developer dispatcher doctor drafter
    driver ecologist economist editor electrician employee engineer epidemiologist examiner expert fellow firefighter forecaster
    forester geologist grader guard guide handler helper historian hydrologist inspector instructor interpreter intern investigator
    judge lawyer librarian linguist machinist marshal mechanic mediator member mentor meteorologist midwife monitor navigator
    negotiator nurse ombudsman operator orderly paralegal paramedic partner patroller peer pharmacist physician physicist pilot
    planner plumber programmer psychiatrist psychologist radiologist receptionist recruiter registrar reporter representative
    researcher reviewer scheduler scientist scribe secretary solicitor specialist spokesman spokesperson spokeswoman staff staffer
    statistician steward stenographer subordinate surgeon surveyor teacher team teammate technician teller therapist tracker trainee
    trainer translator veterinarian welder worker writer
    """.split()
)
_OTHERS = frozenset(
    """
    ambassador applicant artist athlete author baby banker beneficiary bidder brewer broker builder businessman candidate citizen
    claimant client coach congressman congresswoman consultant contractor convict councilman councilwoman customer dealer defendant
    delegate diplomat donor elder family farmer fisherman friend grandparent grower guest hero heir homeowner immigrant informant
    inmate inventor investor journalist juror kid landlord landowner legislator lobbyist lodger merchant migrant neighbor newcomer
    observer official orphan owner parent partner passenger patient patron person plaintiff poet policeman prisoner producer professor
    prosecutor rancher refugee resident retiree sailor scholar scout seller senator settler soldier somebody someone speaker student
    subscriber supplier survivor taxpayer tenant tourist trader traveler trustee user vendor veteran victim visitor volunteer voter
    winner witness writer youngster child adult applicant appointee assessor bishop chairlady chancellor chef coroner rabbi imam pastor
    """.split()
)
PEOPLE = SUPERIORS | PREDECESSORS | STAFF | _OTHERS | frozenset(_GENDERED)
COLLECTIVES = frozenset("staff team family counsel".split())
_PERSON_ENDINGS = ("man", "woman", "person", "men", "women", "master", "keeper", "worker")
_NOT_PERSONS = frozenset("human german roman superwoman".split())


def is_person(noun: Token) -> bool:
    """Whether a common noun names a person, or, in the plural, people."""
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN") or lemma in _NOT_PERSONS:
        return False
    return lemma in PEOPLE or (len(lemma) > 5 and lemma.endswith(_PERSON_ENDINGS))


def gender_of(noun: Token) -> Gender | None:
    """The gender that a common noun tells: that of a chairwoman, not that of a chief."""
    lemma = noun.lemma_.lower()
    if lemma in _GENDERED:
        return _GENDERED[lemma]
    if lemma.endswith("woman"):
        return "f"
    return "m" if lemma.endswith("man") and lemma not in ("ombudsman", "chairman") else None
