"""What all forms of a word have in common, as far as two texts are compared by it."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from qa.index.lexical.words import terms

_IRREGULAR: Mapping[str, str] = MappingProxyType(
    {
        form: forms.split()[0]
        for forms in """
    can could|will would|may might|say said|write wrote written|take took taken|make made|go went gone|come came
    rise rose risen|fall fell fallen|get got|give gave given|hold held|tell told|win won|lose lost|meet met|keep kept
    leave left|lead led|pay paid|sell sold|buy bought|see saw seen|know knew known|begin began begun|find found
    think thought|bring brought|speak spoke spoken|choose chose chosen|grow grew grown|become became|send sent
    sink sank sunk|shoot shot|strike struck|fight fought|break broke broken|drive drove driven|fly flew flown
    throw threw thrown|draw drew drawn|withdraw withdrew withdrawn|catch caught|teach taught|build built|spend spent
    feel felt|stand stood|hear heard|run ran|steal stole stolen|shake shook shaken|freeze froze frozen|hide hid hidden
    flee fled|seek sought|sleep slept|sweep swept|deal dealt|mean meant|sing sang sung|drink drank drunk|swim swam swum
    """.replace("\n", "|").split("|")
        for form in forms.split()
    }
)
"""English forms that share no stem."""
PERSONS: Mapping[str, str] = MappingProxyType(
    {
        form: f"person {forms.split()[0]}"
        for forms in """
        he him his himself он его него ему нему им ним нем|she her hers herself она ее нее ей ней ею нею
        they them their theirs themselves it its itself они их них ими ними олар|i me my mine myself
        we us our ours ourselves|you your yours yourself yourselves
        """.replace("\n", "|").split("|")
        for form in forms.split()
    }
)
"""Whom a pronoun stands for; a team is “it” or “they”."""
_SPELT_OTHERWISE = (
    (re.compile(r"our"), "or", 6),
    (re.compile(r"(?<=\w\w[iy])s(?=[aei])"), "z", 6),
    (re.compile(r"tre(?=s?$)"), "ter", 5),
    (re.compile(r"mme(?=s?$)"), "m", 6),
    (re.compile(r"ogue(?=s?$)"), "og", 6),
    (re.compile(r"ence(?=s?$)"), "ense", 6),
    (re.compile(r"ll(?=ed$|ing$|ers?$)"), "l", 8),
)
"""How British words differ from American ones, and from how many letters on they are taken for the same."""
_DIGRAPH = re.compile(r"(?<=[^\W\d_])[ao]e(?=\w{3})|^[ao]e(?=\w{4})", re.ASCII)
"""Of words only: Michael is not Michel."""


@lru_cache(maxsize=1 << 14)
def key_of(written: str, term: str | None = None) -> str:
    """Return the same for all forms of a folded word, as they are written on either side of the Atlantic."""
    spelt = _DIGRAPH.sub("e", name_key(_IRREGULAR.get(written, written)))
    if spelt == written and term is not None:
        return term
    return " ".join(terms(spelt)) or written


def name_key(written: str) -> str:
    """Return a folded word as it is written on either side of the Atlantic; a name has no other forms."""
    for pattern, other, fewest in _SPELT_OTHERWISE if written.isascii() else ():
        if len(written) >= fewest:
            written = pattern.sub(other, written)
    return written
