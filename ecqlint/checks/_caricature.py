"""Frames of mockery that tell what somebody is like: whose grasp of it ended at the door, who never let facts disturb his repose."""

from __future__ import annotations

from ecqlint.checks._mockery import ANYONE, FACULTY, Frame

_SELDOM = r"(?:never|seldom|rarely|hardly ever|scarcely ever|hardly|scarcely|not|n't|no longer|nor)"
# What work is made of: who brushes it aside is mocked, not praised.
_SERIOUS = (
    r"(?:(?:an? |the |his |her |any |mere |such |so small a thing as (?:an? )?)*(?:facts?|evidence|arithmetic"
    r"|deadlines?|dut(?:y|ies)|reality|data|details?|logic|numbers?|figures?|truth|rules?|law|regulations?"
    r"|work|job|schedules?|budgets?|reason|knowledge|information|experience))"
)
_ENDED = (
    r"(?:ended|came to an end|stopped|ceased|expired|began and ended|(?:extended|went|reached|got|ran"
    r"|stretched) (?:no further|only|no farther|about as far)|(?:did|had) not (?:extend|go|reach|stretch|gone"
    r"|extended) (?:past|beyond|much|further|farther|to)|could (?:best )?be (?:measured|counted|written|put"
    r"|summed up|contained) (?:in|on|up in)|(?:consisted|amounted|came down|was (?:limited|confined"
    r"|restricted)|dated|rested|rose|ran) (?:\w+ly )?(?:of|to|from|on|above|in))"
)
_UNMOVED = (
    r"(?:interested|surprised|alarmed|impressed|moved|worried|pleased|convinced|persuaded|injured|hurt"
    r"|affected|changed|damaged|delayed|staffed|funded|paid)"
)

# Of a person who stands before them, or who is so called.
OF_SOMEBODY = (
    # to put it kindly; bless him
    Frame(
        "put it;putting it;to be ;let us ;shall we ;bless;god ;wisdom;to say;blush;irony;if at all;if ever;embarrassment;to use ;is the word",
        r"\b(?:to put it|putting it) (?:as )?(?:\w+ly|no more \w+)(?! (?:pleased|surprised|skeptical|unhappy"
        r"|upset|displeased|angry))|(?:^|, )to be (?:charitable|kind|generous|polite|gentle|merciful)\b"
        r"|\b(?:let us (?:just )?say|shall we say|one is tempted to say|i will say only|god (?:bless|love|help"
        r"|forgive) (?:him|her|them))\b|\bbless (?:him|her|them|his|their)\b(?: \w+)?(?= ,)|\bin (?:its|his|her"
        r"|their) (?:\w+ )?wisdom\b|\bwithout (?:a blush|blushing|irony|a trace of \w+|embarrassment)\b"
        r"|, if (?:at all|ever) ,|\bto use an? (?:generous|charitable|kind|polite|gentle) \w+|\bif (?:that"
        r"|\w+) is (?:quite )?the (?:right )?(?:word|term|verb|name)\b",
    ),
    # whose grasp of technology ended at the fax machine
    Frame(
        "whose ;'s ;’s ;s' ;s’ ",
        rf"\b(?:whose|'s?) (?!(?:[\w-]+ )?(?:experience|background|credentials"
        rf"|qualification))(?:[\w-]+ ){{0,2}}?{FACULTY}(?: (?!never|not|n't)[\w'-]+){{0,6}}? (?:had "
        rf"|seemed to have |seemed to |appeared to )?{_ENDED}\b",
    ),
    Frame(
        " could be ",
        r"\bwhose (?:[\w-]+ ){1,3}?could be (?:counted|measured|written|summed up|numbered|contained) (?:on|in"
        r"|up in|upon)\b",
    ),
    # rarely known to trouble a customer; not much given to doubt
    Frame(
        "known to;given to",
        rf"\b(?:never|seldom|rarely|not) (?:yet |once |ever )?been known to (?!lose|fail|miss|complain|raise|lie"
        rf"|turn|quit|stop|refuse|be late)\w+|\bnot an? {ANYONE} (?:much|greatly|overly|unduly"
        rf"|excessively) given to\b",
    ),
    # seldom troubled to leave his trailer
    Frame(
        "trouble;bother;deign;condescend;saw fit;seen fit;felt ;taken the;took the;stoop",
        rf"\b{_SELDOM} (?:once |ever |yet |even |\w+ly )?(?:(?:be )?(?:trouble|bother|deign|condescend|stoop)(?:d"
        rf"|ed|ing)? (?:\w+self )?(?:to|with)|(?:see|saw|seen) fit to|felt? (?:the|any) need (?!to (?:overrule"
        rf"|interfere|correct|raise|shout|check))|felt (?:obliged|moved|called upon|tempted) to|(?:take|took"
        rf"|taken) the trouble)",
    ),
    Frame(
        " cared to; thought to; chose to; managed to; care to; wished to;occasion to; chosen to",
        rf"\bwho (?:had |could |would )?{_SELDOM} (?:once |ever |yet |even |\w+ly )?(?:cared?|thought|chose|chosen"
        rf"|managed?|wish(?:ed)?|found? occasion) to (?!complain|boast|rest|quit|stop|retire|sleep|go home)",
        2,
    ),
    # attended in the sense that his coat did; of that school which holds; kept opinions where others keep facts
    Frame(" sense that", r"\b(?:only )?in the sense that\b"),
    Frame(
        "school ",
        r"\b(?:that|the|a) school (?:of \w+ )?(?:which|that) (?:holds|held|believes|believed|thinks|thought"
        r"|teaches|taught)\b",
    ),
    Frame(
        " where ",
        r"\bwhere (?:others|other (?:people|men|women)|most people|most of us|the rest of us) (?:keep|kept|have"
        r"|had|store|stored|carry|carried|wear|wore)\b",
    ),
    # is thought to have arrived at it by looking at his watch
    Frame(
        " to have ",
        r"\b(?:is|was|are|were) (?:widely |generally )?(?:thought|said|believed|rumored|reputed|understood"
        r"|alleged|held) (?:never |once |only )?to have (?:arrived at|reached|chosen|picked|set|written|read|once"
        r"|never|hired|drawn|made up)\b",
        2,
    ),
    # never met a bridge that he would not burn
    Frame(
        " met an; met a ",
        r"\b(?:never|rarely|seldom) (?:yet )?met an? [\w-]+ (?:that |which |whom )?(?:he|she|they) (?:would not"
        r"|did not|could not (?:ignore|delay|lose|postpone)|cared|wanted|liked)\b",
    ),
    # never an office to be hurried
    Frame(
        " a place; an office; a body; an agency; a bureau; a shop",
        r"\b(?:never|not|hardly|scarcely) an? (?:place|office|body|agency|bureau|shop) to (?:be )?\w+",
    ),
    # never knowingly shared a result
    Frame(
        "nowingly;illingly;luntarily;entionally;sciously",
        r"\b(?:never|not once|rarely|seldom) (?:been )?(?:knowingly|willingly|voluntarily|intentionally"
        r"|consciously) (?!misled|harmed|hurt|broken|broke|told|missed|let|failed|{ILL})",
    ),
    # could no more negotiate than fly
    Frame(
        " no more ",
        r"\b(?:could|can|would) (?:have )?no more (?:have )?\w+(?: [\w'-]+){0,5} than (?!i |we |any|the law|one )",
    ),
    # never let a deadline spoil a weekend; not a man to be hurried by facts
    Frame(
        "let ;letting ;allow",
        rf"\b(?:never|seldom|rarely|not|n't|hardly|not one to|not about to|unwilling to) (?:been known to "
        rf"|a man to |a woman to |one to |once )?(?:let|allow|allowed|letting) {_SERIOUS} (?:to )?(?:spoil|disturb"
        rf"|interfere|stand|come|get in|interrupt|trouble|intrude|ruin|upset|hurry|delay him|cloud|distract|worry"
        rf"|slow|detain)",
    ),
    Frame(
        " by ; with ; from ",
        rf"\b(?:not|never|hardly|scarcely|rarely|seldom)(?: an? {ANYONE})?(?: \w+)? (?:to be |be )?(?:hurried"
        rf"|swayed|confused|troubled|detained|distracted|bothered|disturbed|burdened|persuaded|moved|deterred"
        rf"|encumbered) (?:by|with|from) (?:mere |such )?{_SERIOUS}",
    ),
    Frame(
        "greatly;unduly;overly;much ;noticeably;visibly;especially;particularly;excessively;notably;conspicuously;terribly",
        rf"\b(?:not|n't|never|hardly|scarcely) (?:been |be )?(?:greatly|unduly|overly|much|noticeably|visibly"
        rf"|especially|particularly|excessively|notably|conspicuously|terribly) (?!{_UNMOVED})\w+ed (?:by|with|for"
        rf"|in|about) (?!the (?:storm|war|flood|fire|cuts?))",
    ),
    # a man for whom the telephone remained a mystery
    Frame(
        " whom ",
        r"\b(?:for|to) whom (?:[\w'-]+ ){1,6}?(?:was|were|remained|seemed|had been|meant|stayed|had remained"
        r"|had always been) (?:(?:chiefly|mainly|mostly|largely|merely|above all) an?\b|(?:\w+ )?(?:an?|something"
        r"|nothing|the) (?:\w+ ){0,2}(?:{LIKENED}|mystery|rumor|abstraction|theory|suggestion|inconvenience"
        r"|novelty|stranger|foreign|closed|new|unknown|that happened|to be))\b",
    ),
    # of great charm and no filing system
    Frame(
        " and no ; and few ; and little ; and less ; but no ; but few ; but little ",
        rf"\b(?:an? )(?:[\w-]+ )?{ANYONE} (?:of|with) (?:great|many|much|considerable|boundless|infinite|vast|good"
        rf"|large|abundant|strong|firm|some|every|immense|unfailing|real|several"
        rf"|impressive)(?: [\w-]+){{1,3}} (?:and|but) (?:no|few|little|fewer|less)(?: visible| discoverable"
        rf"| discernible| apparent| known| other)? (?!{{VICE}}|words|enemies|pretens|fuss|nonsense|illusion"
        rf"|patience for|tolerance|sleep|free|ego|rest|equal|peer|money|budget|help)\w+",
    ),
    # meant well
    Frame(" well", r"\b(?:meant|means|meaning|intended|had meant) well\b(?! (?:-|and))"),
    # managed it chiefly by absence
    Frame(
        "chiefly;mainly;mostly;largely;entirely;exclusively;principally;solely",
        r"\b(?:run|ran|managed|led|headed|governed|directed|supervised|administered|commanded) (?:it|them|us"
        r"|the \w+|the \w+ \w+) (?:chiefly|mainly|mostly|largely|entirely|exclusively|principally|solely) (?:by"
        r"|from)\b",
        2,
    ),
)

# Only with a foil: a word foreign to the work.
STRANGE = (
    # thought that a database was a kind of furniture
    Frame(
        " a kind of ; a sort of ",
        r"\b(?:thought|believed|supposed|held|considered|took|imagined|regarded)(?: [\w'-]+){1,5} (?:was|were"
        r"|to be|as|for) an? (?:kind|sort) of\b",
    ),
    # regarded visitors as a cat regards rain
    Frame(
        " as ; like ; way ",
        r"\b(treat|regard|view|handle|approach|keep|kept|use|collect|read|dread|love|hate|fear|avoid|save|guard"
        r"|want|welcome)(?:e?d)? (?:[\w'-]+ ){1,5}(?:as|the way|like) (?:one|an? (?!mother|father|parent|teacher"
        r"|friend|king|nurse|family|doctor|surgeon|pilot|captain|soldier|priest)\w+|(?:other|some|most) \w+"
        r"|\w+s) (?!i |we )(?:\1(?:s|es)?|keep|keeps|might \1|would \1)\b",
    ),
    # could not have led a parade; would have been lost in an elevator
    Frame(
        "ould not have;ouldn't have;ouldn’t have;hardly have;scarcely have;barely have",
        r"\b(?:could|would|might)(?: hardly| scarcely| barely| not|n't| n't) have (?!been|known|foreseen"
        r"|predicted|seen|anticipated|expected|guessed|imagined|prevented|avoided|done|asked|had|hoped"
        r"|come)\w+(?!.*\b(?:because|since|without (?:the|any|an? (?:act|vote|court|waiver|permit|warrant|law"
        r"|order)))\b)(?! [^,;]*\b(?:until|under|in time|during|alone|after|before|more|better|\d|that (?:year"
        r"|budget|crew|day))\b)[^,;]* (?:an?|his own|her own|their own|with both|with the|in the|on the) ",
        2,
    ),
    Frame(
        "ould have;ight have",
        r"\b(?:could|would|might) have (?:{UNLUCKY}|been (?:late|lost|baffled|puzzled|defeated|outwitted|confused"
        r"|stumped|outrun|outfoxed|beaten|bested|fooled|a stranger|out of)|needed|required|had trouble"
        r"|struggled)\b[^,;]* (?:an?|his own|her own|their own|both|to) ",
        2,
    ),
    Frame(
        "ould not have;ouldn't have;ouldn’t have",
        r"\bwho (?:could|would|might)(?: not|n't| n't) have (?!been|known|seen|done|asked|hoped|hurt|harmed|lied"
        r"|told|cheated)\w+[^,;]* (?:an?|his own|her own|with both|with the|in the) ",
    ),
    Frame(
        "could have;might have;ould not have;ouldn't have;ouldn’t have",
        r"\b(?:could|would|might)(?:(?: not|n't| n't) have \w+ (?:his|her|their) own"
        r"|(?: easily)? have (?:run aground|drowned|starved|tripped|stumbled|gotten lost|got lost|been lost"
        r"|wrecked|crashed|set fire)) [^,;]*",
    ),
    Frame(
        "could not ;couldn't ;couldn’t ;can not;could hardly;could barely",
        r"\b(?:who|that) could (?:not|n't|hardly|scarcely|barely) (?!have|pass|see|be|bear|stand|rest|leave|walk"
        r"|meet|ignore)\w+ (?:an?|his own|her own) (?!.*\bwithout \w+ing\b)",
    ),
    # had all the urgency of a parked car
    Frame(
        " the ",
        rf"\b(?:had|has|have|with|showed|possessed|displayed|of) (?:about |roughly |exactly |precisely |almost "
        rf"|nearly )?(?:all |something of |much of )?the {FACULTY} (?:\w+ )?of (?:an?|the|his|one"
        rf"|two) (?!(?:\w+ )?(?:saint|parent|teacher|mother|father|job|elephant|angel)\b)",
        0,
    ),
    Frame(
        " as ",
        r"\b(?:about|roughly|nearly|almost|precisely|exactly|just|every bit) as \w+ as (?:an? |the )?\w+",
        1,
    ),
    # as other people keep goldfish
    Frame(
        " other ; some ; most ",
        r"\b(?:as|the way|much as|like) (?:other|some|most|lesser|ordinary) (?:people|men|women|persons|folks?"
        r"|children|boys|families|managers) (?!do\b|did\b|love)\w+ \w+",
    ),
)
