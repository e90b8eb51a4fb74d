"""The parts of a frame of mockery, and the frames that have all they need in themselves: least of all by the gentleman in charge."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ecqlint.checks._contempt import Words


class Frame(NamedTuple):
    """`cues`, one of which a sentence must have, with semicolons between; `source`, a pattern; `near`, how close the person must be."""

    cues: str
    source: str
    near: int = 1


# Nouns that say no more of somebody than that it is a person.
ANYBODY = frozenset(
    "man woman gentleman lady person fellow guy soul character official someone somebody one people men women".split()
)
ANYONE = "(?:" + "|".join(sorted(ANYBODY)) + ")"
_SOMEBODY = (
    r"(?:some(?:one|body)|people|men|women|persons|those|whoever|hands|heads|minds|authors|an? (?:[\w-]+ ){0,2}\w+)"
)
_PLAINLY = (
    r"(?:plainly|clearly|evidently|apparently|obviously|manifestly|visibly|presumably|seemingly|transparently"
    r"|unmistakably|undoubtedly|patently|surely|doubtless|could only have been|must have been|(?:appears?"
    r"|appeared|seems?|seemed) to have been)"
)
_MAKER = (
    r"(?:authors?|drafters?|designers?|planners?|writers?|compilers?|framers?|architects?|makers?|creators?"
    r"|inventors?|builders?|composers?|sponsors?|devisers?|editors?)"
)
_MADE = (
    r"(?:written|designed|drawn(?: up)?|drafted|composed|conceived|chosen|planned|built|assembled"
    r"|put together|devised|laid out|arranged|picked|selected|compiled|invented|set up|bought|made|prepared"
    r"|organized|sited|sketched|worked out|thought (?:up|out)|the work|the product)"
)
# How somebody works who takes no care.
_HASTE = (
    r"(?:dashed|tossed|thrown|flung|knocked|scribbled|cobbled|slapped|dreamed|dreamt|guessed|copied|cribbed"
    r"|scrawled|rattled|pulled out|mistaken|confused|lost interest|given up|forgotten|been in a hurry"
    r"|been bored|been asleep|been dozing|stopped reading|trusted to|hoped that no|over (?:a|the"
    r"|\w+) (?:\w+ )?lunch|on a napkin|in a taxi|without \w+ing)"
)
FACULTY = (
    r"(?:{QUALITY}|planning|talents?|attention|ambitions?|ideas?|preparation|acquaintance|familiarity|concept"
    r"|strategy|supervision|management|oversight|contribution|approach|philosophy|reading|thinking|enthusiasm"
    r"|command|leadership style|vocabulary|learning|horizon)"
)
# What a foil has more of: the reflexes of a glacier.
_BODY = frozenset(
    "grasp curiosity memory speed haste agility urgency reflexes nerves instincts pace eyesight hearing metabolism".split()
)

# The ends of such adverbs.
_EVIDENCE = "inly;learly;dently;rently;iously;festly;sibly;mably;mingly;takably;btedly;surely;doubtless;could only;must have; to have "

# With all that they need in themselves; where `near`, a colleague must be among the words.
BY_ITSELF = (
    # least of all by the gentleman in charge of it
    Frame(
        "least of all",
        rf"\bleast of all (?:\w+ )?(?:by |to |for |in |with |among |from )?(?:the"
        rf"|those) (?:[\w-]+ ){{0,2}}{ANYONE}(?:s)?(?: who| whose| in charge| responsible| at the| above| upstairs)",
        0,
    ),
    Frame(
        "least of all",
        r"\bleast of all (?:\w+ )?(?:by |to |for |in |with |among |from )?(?:the|my|our|its|their|his"
        r"|her)(?: [\w-]+){1,4}",
    ),
    Frame(
        "not even ",
        rf"\bnot even (?:by |to |for )?the {ANYONE} (?:who (?:had )?(?:ran|led|run|headed|managed|commanded)"
        rf"|in charge|responsible)",
        0,
    ),
    Frame(
        " alone ",
        r"\b(?:its|their|the|his|her|my|our) (?:[\w-]+ ){1,3}alone (?:did|had|was|were|could|seemed"
        r"|remained) (?:not|n't|never|unaware|ignorant)",
    ),
    # which its authors had plainly dashed off; written, apparently, by somebody who had never
    Frame(
        _EVIDENCE,
        rf"\b(?:{_MAKER}|whoever|whoever had)\b(?: [\w'-]+){{0,7}}? ,? ?(?:{_PLAINLY}|(?:appears?|appeared|seems?"
        rf"|seemed) to have|must have) ,? ?(?:[\w'-]+ ){{0,3}}?(?:not|n't|never|no|nothing|{_HASTE})\b",
        0,
    ),
    Frame(
        _EVIDENCE,
        rf"\b{_PLAINLY} ,? ?(?:\w+ ){{0,2}}{_MADE} (?:, )?(?:\w+ ){{0,2}}?(?:by|of|for) {_SOMEBODY} (?:who|whose"
        rf"|with|that)\b",
        0,
    ),
    Frame(
        _EVIDENCE,
        rf"\b{_MADE}(?: ,)? {_PLAINLY}(?: ,)? (?:by|of) {_SOMEBODY} (?:who|whose|with|that)\b",
        0,
    ),
    Frame(
        _EVIDENCE,
        rf"\b{_PLAINLY} (?:\w+ ){{0,2}}{_MADE} (?:solely |mainly |chiefly |only )?(?:for (?:the|its) (?:color|look"
        rf"|looks|sound|shine|picture|cover|price|name|beauty|prettiness)|over (?:a|\w+) (?:\w+ )?lunch"
        rf"|in an? (?:afternoon|hurry|evening|taxi|fog)|from memory|by (?:ear|guess|lot|chance))",
        0,
    ),
    Frame(
        " as though ; as if ",
        rf"\b(?:read|looked|sounded|seemed) (?:\w+ )?as (?:though|if) (?:its|their|the|whoever|nobody|no one"
        rf"|somebody|someone) (?:\w+ ){{0,2}}?(?:{_MAKER}|wrote|had (?:written|drawn|designed|made|planned))\b",
        0,
    ),
    # an idea that could only have occurred to somebody who had never smelled gas
    Frame(
        "could ;ould only ",
        rf"\b(?:could|would|might|can) (?:only |hardly )?(?:have )?(?:only )?(?:occur(?:red)?|appeal(?:ed)?"
        rf"|recommend(?:ed)? itself|make sense|made sense|please|pleased) (?:only )?to {_SOMEBODY} (?:who|whose"
        rf"|with|in)\b",
        0,
    ),
    # somebody had obviously put together
    Frame(_EVIDENCE, rf"\b(?:somebody|someone) (?:had |has )?{_PLAINLY} (?:\w+ ){{0,2}}?{_MADE}\b", 0),
    # my fellow chief, charitably described, was between ideas
    Frame(
        "ably ;ndly ;itely ;ously ;ntly ",
        r"\b(?:charitably|kindly|politely|generously|gently) (?:described|put|speaking|stated|called|termed"
        r"|viewed|regarded|phrased)\b",
        0,
    ),
    # showed every sign of having been negotiated by the other side; one suspects
    Frame(
        " of having ",
        rf"\b(?:every|all the|the unmistakable|the) (?:signs?|marks?|look|appearance"
        rf"|air) of having been (?:{_MADE}|negotiated|translated|copied|run|managed) (?:by|in|over|from|on|during"
        rf"|at)\b",
        0,
    ),
    Frame("one ", r", one (?:suspects|supposes|gathers|imagines|presumes|fears|assumes|hopes) ,", 0),
    # nobody could have accused him of opening one
    Frame(
        " accuse",
        r"\b(?:nobody|no one|none|never|not|n't|hardly|few)(?: [\w'-]+){0,7} (?:have )?(?:been )?accused? (?!me"
        r"|us)(?:him |her |them |[\w'-]+ ){0,3}of\b",
    ),
    # as plain as day to everybody but the director
    Frame(
        " to every; to any; to all ",
        r"\b(?:plain|obvious|clear|known|visible|evident|apparent|familiar"
        r"|no secret)(?: [\w'-]+){0,5} to (?:everyone|everybody|anyone|anybody|all)(?: [\w'-]+){0,3} (?:but"
        r"|except|save)(?: (?:for|the|my|our|its|their))+(?: [\w'-]+){1,3}",
    ),
    # had not been among the gifts that he brought
    Frame(
        " among ; one of ",
        r"\b(?:not|n't|never|hardly|scarcely) (?:been )?(?:among|one of) (?:the|his|her|their|my"
        r"|our)(?: [\w'-]+){0,3} (?:gifts|virtues|strengths|talents|skills|interests|habits|qualities"
        r"|accomplishments|concerns|passions|vices)(?: (?:that|which|of))?(?: (?:the|my|our|his"
        r"|her))?(?: [\w'-]+){0,2}",
    ),
    # when the manager retired it took a week to notice
    Frame(
        " notice",
        r"(?:^|\b)(?:when|after|by the time)(?: [\w'-]+){1,5} (?:retired|left|departed|resigned|moved|went|died"
        r"|was gone)[^;]*\b(?:it (?:took|was)|nobody|no one|few)\b[^;]* noticed?(?= [.,]|$| it| that (?:he|she"
        r"|they))",
    ),
    # as a planner he would have made a fine golfer
    Frame(
        " made a; been a",
        r"(?:^|, )as an? [\w-]+ ,(?: [\w'-]+){1,5} (?:had|would have) (?:made|been) an? (?:good|fine|better"
        r"|excellent|splendid|great|decent)\b",
    ),
    # to put it kindly
    Frame(
        "put it;putting it",
        r"\b(?:to put it|putting it|if i put it) (?:as )?(?:kindly|charitably|gently|politely|generously|nicely"
        r"|delicately|diplomatically)\b",
        0,
    ),
    Frame(
        " accuse",
        r"\b(?:nobody|no one|none|never|not|n't|hardly|few)(?: [\w'-]+){0,6} accused? (?!me"
        r"|us)(?:[\w'-]+ ){1,5}of (?:an? |undue |too much )?(?:excess|surfeit|haste|hurry|overwork|zeal|modesty"
        r"|candor|brilliance|generosity)",
        0,
    ),
    # where others had only talked, I
    Frame(
        "where ",
        r"(?:^|[,;] )where (?:others|(?:other|lesser|earlier|previous) (?:men|women|managers|chiefs|leaders"
        r"|directors|people|hands)|my (?:[\w-]+ )?(?:peers|colleagues|predecessors?))(?: before me)? (?:(?:had"
        r"|have|were) )?(?:(?:only|merely|simply|just|still|all|long|content to) [\w]+|talked|waited|watched"
        r"|complained|argued|hesitated|sighed|debated|written|wrote|formed committees|held meetings|seen|saw"
        r"|despaired|shrugged|worried)(?: [\w'-]+){0,7} , i\b",
        0,
    ),
    # of leadership I found no other trace
    Frame(
        " trace; sign; evidence; record",
        rf"\bof (?:any |his |her |their )?(?:{FACULTY}|(?!{{VICE}})\w{{3,}}(?:ance|ence|ship|ness|ity"
        rf"|cy))(?: or {FACULTY})? ,? ?(?:i|we|one|the record) (?:had |have |could )?(?:found?|saw|see|seen"
        rf"|discovered?|detect(?:ed)?|showed) (?:no|little|few|not a|not one|hardly a|scarcely a)\b",
        0,
    ),
    Frame(
        " trace; sign; evidence",
        rf"\bof (?:any |his |her |their )?{FACULTY} there (?:was|were|had been) (?:no|little|not a|hardly a)\b",
        0,
    ),
    # if there was a form that my predecessor had filled in, I did not find it
    Frame(
        "if there ;if he ;if she ;if they ;if my ;if the ",
        r"\bif (?:there (?:was|were|is) (?:ever )?(?:an?|one|any\w*|some\w*) )?(?:[\w'-]+ ){0,6}(?:had|did|ever"
        r"|knew|could)(?: [\w'-]+){1,8} , (?:i|we|nobody|no one|it) (?:had |have |has |was |were )?(?:did not"
        r"|did n't|never|could not|not|yet|failed to|found no|saw no|escaped|left no|noticed it|could find no)\b",
        2,
    ),
    Frame(
        "if ",
        r"(?:^|; )if (?:my|the (?:previous|former|last|outgoing)) (?:[\w-]+ ){1,3}had an? [^;]*, (?:he|she|they"
        r"|it) (?:took|kept it|hid|had not|did not|never|told no|shared it|left)\b",
        2,
    ),
    # easier to raise the dead than to get an answer from the man responsible
    Frame(
        "asier to ;impler to ;uicker to ;aster to ",
        rf"\b(?:easier|simpler|quicker|faster) to \w+(?: [\w'-]+){{0,6}} than to (?:get|find|obtain|wring|extract"
        rf"|reach|see|persuade|move|pry|coax|draw)(?: [\w'-]+){{0,6}} (?:from|out of) (?:the {ANYONE}|my|our)\b",
        0,
    ),
    # could have been forgiven for thinking that the superintendent was a rumor
    Frame(
        "forgiven;excused;pardoned",
        r"\b(?:could|might|may|would|can) (?:well )?(?:have been|be) (?:forgiven|excused"
        r"|pardoned) for (?:thinking|believing|supposing|assuming|wondering|concluding"
        r"|suspecting)(?: [\w'-]+){1,8}",
    ),
    # the committee, in its wisdom, had met twice
    Frame(
        " wisdom ,; wisdom,",
        r"^(?!.*\b(?:congress|legislature|parliament|court|voters|god|nature)\b).*?\bin (?:its|his|her"
        r"|their) (?:\w+ )?wisdom ,",
        0,
    ),
    # nobody had thought to tell the man at the top
    Frame(
        " to tell ; to inform ; to remind ; to warn ",
        rf"\b(?:nobody|no one|none of us) (?:had )?(?:\w+ly )?(?:thought|cared|remembered|troubled"
        rf"|bothered) to (?:tell|inform|remind|warn) the (?:[\w-]+ ){{0,2}}{ANYONE}",
        0,
    ),
    # in the hands of people who could not read a calendar
    Frame(
        "hands of;care of;charge of;keeping of",
        rf"\bin(?:to)? the (?:hands|care|charge|keeping) of (?:an? )?(?:[\w-]+ ){{0,2}}(?:{ANYONE}|\w+s) (?:who"
        rf"|whose)(?: \w+){{0,2}} (?:not|n't|never|no|hardly|barely)\b(?! (?:lost|failed|missed|harmed|been|have))",
        0,
    ),
)


def slots(words: Words, inflected: Callable[[frozenset[str]], frozenset[str]]) -> dict[str, str]:
    """What the slots of the frames stand for: the words of the rule's options."""
    unlucky = inflected(
        frozenset("lose misplace mislay delay forget offend ruin spoil drown sink bankrupt bore misspell".split())
    )
    return {
        "{QUALITY}": "|".join(sorted(words.qualities | _BODY)),
        "{VICE}": "|".join(sorted(words.vices)),
        "{ILL}": "|".join(sorted(words.doing_ill)),
        "{LIKENED}": "|".join(sorted(words.likened)),
        "{UNLUCKY}": "|".join(sorted(unlucky)),
    }
