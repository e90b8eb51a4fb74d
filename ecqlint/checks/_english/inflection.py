"""The forms of a verb or noun: to find a word in any of them, and to put a replacement into the form of the word it replaces."""

from __future__ import annotations

# Verbs that do not make their past with -ed: base, past, participle.
IRREGULAR = {
    base: (past, participle)
    for base, past, participle in (
        forms.split()
        for forms in (
            "become became become,begin began begun,break broke broken,bring brought brought,build built built,"
            "choose chose chosen,come came come,deal dealt dealt,do did done,draw drew drawn,drive drove driven,"
            "blow blew blown,drink drank drunk,eat ate eaten,fall fell fallen,freeze froze frozen,feel felt felt,"
            "find found found,fly flew flown,forget forgot forgotten,get got gotten,give gave given,go went gone,"
            "grow grew grown,have had had,hear heard heard,hide hid hidden,forgive forgave forgiven,"
            "forsake forsook forsaken,hold held held,keep kept kept,know knew known,lead led led,leave left left,"
            "lend lent lent,lose lost lost,make made made,mean meant meant,meet met met,pay paid paid,"
            "ride rode ridden,ring rang rung,rise rose risen,run ran run,say said said,see saw seen,"
            "sell sold sold,seek sought sought,send sent sent,shake shook shaken,show showed shown,"
            "sing sang sung,sink sank sunk,sit sat sat,speak spoke spoken,spend spent spent,stand stood stood,"
            "spring sprang sprung,steal stole stolen,strike struck struck,swear swore sworn,swim swam swum,"
            "take took taken,teach taught taught,tear tore torn,weave wove woven,tell told told,"
            "think thought thought,throw threw thrown,understand understood understood,"
            "undertake undertook undertaken,wear wore worn,withdraw withdrew withdrawn,write wrote written"
        ).split(",")
    )
}
# Regular verbs that look like the past of another: founded, felled; and regular pasts that irregular verbs have too.
_OTHER_VERBS = frozenset("become fell felt found saw spoke".split())
_OTHER_PASTS = frozenset("flied leaded leaved ranged ringed singed teared weaved".split())
_UNCHANGED = frozenset("cost cut hit let put set shut split spread".split())
# Beside single short syllables, these double their last letter before an ending.
_DOUBLED = frozenset("begin forget commit permit admit prefer refer".split())
_VOWELS = "aeiou"


def regularised() -> dict[str, str]:
    """What a writer makes of irregular verbs who gives them an ending besides, or instead: chosed, builded; each with its verb."""
    made: dict[str, str] = {}
    for verb, (past_, participle_) in IRREGULAR.items():
        if past_ == _regular(verb) or verb == "pay":
            continue
        ends = [_regular(verb)] + [
            _regular(form) for form in (past_, participle_) if form not in (*IRREGULAR, *_OTHER_VERBS)
        ]
        made |= {word: verb for word in ends if word not in _OTHER_PASTS}
    return made


def past(verb: str) -> str:
    """The past of a verb given by its base form."""
    if verb in _UNCHANGED:
        return verb
    return IRREGULAR[verb][0] if verb in IRREGULAR else _regular(verb)


def participle(verb: str) -> str:
    """The past participle of a verb given by its base form."""
    if verb in _UNCHANGED:
        return verb
    return IRREGULAR[verb][1] if verb in IRREGULAR else _regular(verb)


def present_participle(verb: str) -> str:
    """The form in -ing of a verb given by its base form."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{_stem(verb)}ing"


def with_s(word: str) -> str:
    """A verb in the third person singular, or a noun in the plural."""
    irregular = {"have": "has", "be": "is", "do": "does", "go": "goes"}
    if word in irregular:
        return irregular[word]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in _VOWELS else f"{word}s"


def verb_forms(verb: str) -> tuple[str, ...]:
    """Every form of a verb given by its base form, that form first."""
    return tuple(dict.fromkeys((verb, with_s(verb), past(verb), participle(verb), present_participle(verb))))


def inflected(verb: str, tag: str) -> str:
    """A verb, given by its base form, in the form that a Penn Treebank tag names; the base form for any other tag."""
    form = {"VBD": past, "VBN": participle, "VBG": present_participle, "VBZ": with_s}.get(tag)
    return form(verb) if form else verb


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{_stem(verb)}ed"


def _stem(verb: str) -> str:
    """The base as it stands before an ending that begins with a vowel."""
    short = len(verb) >= 3 and verb[-1] not in "wxyaeiou" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    syllables = sum(letter in _VOWELS and (i == 0 or verb[i - 1] not in _VOWELS) for i, letter in enumerate(verb))
    return verb + verb[-1] if short and (syllables == 1 or verb in _DOUBLED) else verb
