"""Little words, of which a question and most texts are full: English ones, as the stemming is."""

STOP_WORDS = frozenset(
    """a an and are as at be but by for if in into is it no not of on or such that the their then there these they this
    to was will with""".split()  # noqa: SIM905
)
"""They are no terms of a question, unless there is nothing else (Lucene's list)."""
_AUXILIARIES = "is are was were do does did has have had ca could wo would sha should must need might may ai dare ought"
NEGATIONS = frozenset(f"{auxiliary}nt" for auxiliary in _AUXILIARIES.split())
"""“didn’t” as a term: no question is about it."""
COMMON = STOP_WORDS | frozenset(
    """who whom whose where when what which why how long much many often far old do does did done has have had were
    been being can could would shall should may might must about after against among around before between during from
    over since than through under until upon without he she him her his hers its them your you we our us i my me one
    ones any some those""".split()  # noqa: SIM905
)
"""Words that tell nothing of what is asked for, and are not marked in what is displayed."""
SAYING = frozenset(
    """say said saying tell told telling speak spoke spoken speaking сказал сказала сказали говорит говорил говорила
    говорят говорили заявил заявила заявили сообщил сообщила сообщили айтты айтады деді дейді мәлімдеді
    хабарлады""".split()  # noqa: SIM905
)
"""Terms for saying something: news is full of them, so they are not marked in what is displayed."""
GIVEN_NAMES = frozenset({"will", "may"})
"""Those that are also people's names."""
