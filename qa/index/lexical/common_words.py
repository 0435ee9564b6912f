"""Little words, of which a question and most texts are full."""

from functools import cache
from types import MappingProxyType

from qa.articles.letters import folded
from qa.index.lexical.stems import stem

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
_LITTLE_OF = MappingProxyType(
    {
        "ru": """
            а без бы был была были было быть в вам вас во вот все для до его ее если есть еще же за и из или им
            их к как ко ли мы на над не него нее нет ни них но о об он она они оно от по под при с со так то
            того тоже только у уже чем что чтобы эта эти это этого этой этом этот я когда где куда откуда кто
            кого кому кем чей чья какой какая какое какие какого какой каком каких какую каков какова каковы
            который которая которое которые сколько почему зачем
        """,
        "kk": """
            мен пен бен және да де та те ма ме ба бе па пе бұл ол осы сол өз үшін туралы кейін дейін бойынша деп
            еді екен емес бар жоқ не ма кім кімнің кімді қай қайда қашан қандай қанша неше неге неліктен қалай
            дегеніміз болды болып болған болады
        """,
        "uk": """
            а але без би був була було були бути в вже від він вона вони воно все всі для до його її за з зі із
            і й їх к коли ми на над не ні о об от по під при про та так те то у це цей ця ці що щоб як який яка
            яке які якого якої скільки де куди звідки хто кого кому чому чий
        """,
        "de": """
            aber als am an auch auf aus bei bis das dass dem den der des die durch ein eine einem einen einer
            eines er es für hat hatte ich ihr im in ist mit nach nicht noch nur oder sein sich sie sind so um
            und uns von vor war waren wer was wann wo wie warum welche welcher welches wem wen wessen wurde
            wurden zu zum zur über
        """,
        "fr": """
            à au aux avec ce ces cette dans de des du elle en est et eu il ils je la le les leur lui mais ne
            nous on ou où par pas pour qu que quel quelle quelles quels qui quand quoi combien comment pourquoi
            sa se ses son sont sur un une vous était a ont été
        """,
        "es": """
            a al como con de del el ella ellos en entre era es esta este esto fue fueron ha han hay la las le
            les lo los más no o para pero por que qué quién quiénes cuál cuáles cuándo cuánto cuánta cuántos
            cuántas cómo dónde se sin sobre son su sus un una y ya
        """,
        "it": """
            a al alla alle ai che chi come con cosa da dal dalla dei del della delle di dove e è era gli ha
            hanno i il in la le lo ma nel nella non o per perché più qual quale quali quando quanto quanti
            quanta si sono su sua suo un una uno
        """,
        "pt": """
            a ao aos as às com como da das de do dos e é em era eram foi foram ele ela há mais mas na nas não no
            nos o os ou para pela pelo por porque quais qual quando quanto quantos quantas que quem onde se sem
            seu sua são um uma
        """,
        "nl": """
            aan als bij dan dat de deze die dit door een en er het hij hoe hoeveel in is kan maar met naar niet
            nog of om ook op over te tot uit van voor waar waarom wanneer wat welke werd werden wie zich zij
            zijn ze
        """,
    }
)

LANGUAGES_IN_ASCII = ("de", "fr", "es", "it", "pt", "nl")
LITTLE_ELSEWHERE = frozenset(folded(word) for it in LANGUAGES_IN_ASCII for word in _LITTLE_OF[it].split()) - COMMON
"""Little words, folded, of languages that are often written with no other letters than English."""


@cache
def little_words(language: str | None) -> frozenset[str]:
    """Return the terms of the little words of a language, those that ask among them; English ones are apart."""
    return frozenset(stem(word, language) for word in written_little_words(language))


@cache
def written_little_words(language: str | None) -> frozenset[str]:
    """Return the same words as they are written, folded."""
    return frozenset(folded(word) for word in _LITTLE_OF.get(language or "", "").split())
