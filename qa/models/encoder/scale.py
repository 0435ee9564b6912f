"""Bring an encoder's cosines to the scale of the English one, on which scores and verdicts were fitted.

The cosines of one model mean something else than those of another: of all pairs of texts, multilingual-e5-small puts
none below .6. What a few questions have in common with their answers, and with those of the others, tells both ends of
the scale. They are ours and of no archive: one of five articles on one matter would tell neither.
"""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from qa.models.encoder.protocol import Encoder

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
_MATCHED, _OTHERS = 0.663, 0.062
"""The mean cosine of the English encoder for a question with its own answer, and with those of the others."""
_LEAST_APART = 0.03
"""Where the two are no further apart, the encoder does not tell what answers, and its scale is left as it is."""
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


UNSCALED = Scale()


def measure_scale(encoder: Encoder) -> Scale:
    """Measure the scale of an encoder's cosines."""
    matched, others = probe(encoder)
    if matched - others < _LEAST_APART:
        return UNSCALED
    slope = round((_MATCHED - _OTHERS) / (matched - others), _DIGITS)
    return Scale(slope, round(_MATCHED - slope * matched, _DIGITS) + 0.0)  # which makes 0 of -0, as SQLite does


def probe(encoder: Encoder) -> tuple[float, float]:
    """Return the mean cosine of questions with their own answers, and with those of the others."""
    questions = np.stack([encoder.encode_question(question) for question, _ in _PROBES])
    cosines = questions @ encoder.encode_passages([passage for _, passage in _PROBES]).T
    own = np.eye(len(_PROBES), dtype=np.bool_)
    return float(cosines[own].mean()), float(cosines[~own].mean())
