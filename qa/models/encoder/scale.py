"""Bring an encoder's cosines to the scale of the English one, on which scores and verdicts were fitted.

The cosines of one model mean something else than those of another: of all pairs of texts, multilingual-e5-small puts
none below .6, and those in two languages lower than those in one. What a few questions have in common with their
answers, and with those of the others, tells both ends of the scale. They are ours and of no archive: one of five
articles on one matter would tell neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from qa.models.encoder.protocol import Encoder, Vectors

_PROBES = (
    (
        "When did the storm reach the coast?",
        "Storm leaves thousands without power\nThe storm reached the coast late on Tuesday night, tearing"
        " roofs off houses and flooding roads. Repairs will take a week.",
    ),
    (
        "How much did the brewer pay for its rival?",
        "Brewer buys rival\nThe company said it had agreed to pay 2.4bn euros for its smaller rival, its "
        "largest purchase so far. Shares in both rose.",
    ),
    (
        "Who won the women's marathon?",
        "Marathon record falls in the rain\nThe Kenyan crossed the line first in the women's race, two "
        "minutes ahead of the field. It was her third win of the season.",
    ),
    (
        "Why was the engine factory closed?",
        "Engine plant to shut\nThe factory, which employed 900 people, was closed because orders had "
        "collapsed, its owner said. Unions called the decision a disgrace.",
    ),
    (
        "What did the minister say about fuel taxes?",
        "No rise in fuel duty\nThe finance minister told MPs that taxes on fuel would not go up this "
        "year. Farmers and hauliers welcomed the news.",
    ),
    (
        "Where was the stolen painting found?",
        "Missing portrait recovered\nPolice found the stolen painting in the cellar of a farmhouse near "
        "Lyon, wrapped in blankets. Two men were arrested.",
    ),
    (
        "How many people were injured in the train crash?",
        "Trains collide outside capital\nNineteen passengers were hurt when two trains collided in fog. "
        "None of the injuries is thought to be serious.",
    ),
    (
        "Which film won the main prize of the festival?",
        "Drama takes top award\nThe jury of the festival gave its main prize to a film about two sisters "
        "who run a hotel. Its director had never entered before.",
    ),
    (
        "What spreads the disease?",
        "Doctors trace outbreak to river\nThe disease is spread by a bacterium that lives in the water of"
        " slow rivers, researchers say. Boiling kills it.",
    ),
    (
        "Who will lead the new government?",
        "President names premier\nThe former mayor of the capital has been asked to form a government and"
        " will lead it until elections in the autumn.",
    ),
    (
        "How old is the temple under the market?",
        "Temple found below market\nArchaeologists believe that the temple was built some 3,000 years "
        "ago. It lies six metres below the stalls of the old market.",
    ),
    (
        "When does the new airport terminal open?",
        "Airport delays terminal again\nThe new terminal will open to passengers in the spring, a year "
        "later than planned, the airport said. Its shops are ready.",
    ),
)
"""Questions, and passages behind their headlines that answer them."""
_OWN = ([question for question, _ in _PROBES],)
_FOREIGN_PROBES = (
    (
        "Когда шторм достиг побережья?",
        "Сколько пивоваренная компания заплатила за конкурента?",
        "Кто выиграл женский марафон?",
        "Почему закрыли завод двигателей?",
        "Что министр сказал о налогах на топливо?",
        "Где нашли украденную картину?",
        "Сколько человек пострадало при столкновении поездов?",
        "Какой фильм получил главный приз фестиваля?",
        "Что распространяет болезнь?",
        "Кто возглавит новое правительство?",
        "Сколько лет храму под рынком?",
        "Когда откроется новый терминал аэропорта?",
    ),
    (
        "Дауыл жағалауға қашан жетті?",
        "Сыра компаниясы бәсекелесі үшін қанша төледі?",
        "Әйелдер марафонында кім жеңді?",
        "Қозғалтқыш зауыты неге жабылды?",
        "Министр отын салығы туралы не айтты?",
        "Ұрланған сурет қайдан табылды?",
        "Пойыздар соқтығысқанда қанша адам зардап шекті?",
        "Фестивальдің бас жүлдесін қай фильм алды?",
        "Ауруды не таратады?",
        "Жаңа үкіметті кім басқарады?",
        "Базардың астындағы ғибадатхана неше жаста?",
        "Әуежайдың жаңа терминалы қашан ашылады?",
    ),
)
"""The same questions in Russian and in Kazakh."""
_MATCHED, _OTHERS = 0.663, 0.062
"""The mean cosine of the English encoder for a question with its own answer, and with those of the others."""
_LEAST_APART = 0.03
"""Where the two are no further apart, the encoder does not tell what answers: in one language its scale is left alone,
between two it says nothing."""
_LEAST_ACROSS = 0.5
"""Where, in another language, they are less than half as far apart as in one, the encoder does not read that. Of the
English encoder it is nothing, of the multilingual one .63."""
_DIGITS = 2
"""Rounding, so that what one processor computes is what another does."""

Cosines = TypeVar("Cosines", float, NDArray[np.float32])


@dataclass(frozen=True, slots=True)
class Scale:
    """A line that brings cosines to the scale of the English encoder."""

    slope: float = 1.0
    offset: float = 0.0

    def of(self, cosines: Cosines) -> Cosines:
        """Return cosines on that scale."""
        return cosines * self.slope + self.offset


UNSCALED, MEANINGLESS = Scale(), Scale(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Scales:
    """The scale of questions and passages in one language, and that of those in two.

    Between two, what does not answer is brought to the same end, and the slope is the same: a steeper one would bring
    what does answer to the same end too, and let chance decide between languages.
    """

    within: Scale = UNSCALED
    across: Scale = UNSCALED


ALL_UNSCALED, ALL_MEANINGLESS = Scales(), Scales(MEANINGLESS, MEANINGLESS)


@dataclass(frozen=True, slots=True)
class Ends:
    """The ends of a scale, as mean cosines."""

    matched: float
    """Of questions with their own answers."""
    others: float
    """Of questions with the answers of the others."""

    @property
    def apart(self) -> float:
        """How far apart they are."""
        return self.matched - self.others


def measure_scales(encoder: Encoder) -> Scales:
    """Measure the scales of an encoder's cosines."""
    within, across = measure_ends(encoder)
    if within.apart < _LEAST_APART:
        return Scales(UNSCALED, MEANINGLESS)
    line = _line(within)
    if across.apart < _LEAST_ACROSS * within.apart:
        return Scales(line, MEANINGLESS)
    return Scales(line, Scale(line.slope, round(_OTHERS - line.slope * across.others, _DIGITS) + 0.0))


def measure_ends(encoder: Encoder) -> tuple[Ends, Ends]:
    """Measure the ends for English questions, and for those in two other languages than the passages."""
    passages = encoder.encode_passages([passage for _, passage in _PROBES])
    return _ends(encoder, _OWN, passages), _ends(encoder, _FOREIGN_PROBES, passages)


def _ends(encoder: Encoder, asked: Sequence[Sequence[str]], passages: Vectors) -> Ends:
    cosines = np.stack([[encoder.encode_question(it) for it in questions] for questions in asked]) @ passages.T
    own = np.eye(len(_PROBES), dtype=np.bool_)
    return Ends(float(cosines[:, own].mean()), float(cosines[:, ~own].mean()))


def _line(ends: Ends) -> Scale:
    slope = round((_MATCHED - _OTHERS) / ends.apart, _DIGITS)
    return Scale(slope, round(_MATCHED - slope * ends.matched, _DIGITS) + 0.0)  # which makes 0 of -0, as SQLite does
