"""The texts of which passage carries a verdict, and why, in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from qa.records import Verdict

Reason = Literal["read", "meant", "unlike"]
"""Why a card comes first: the reader finds an answer in it, it is closest in meaning, or the reader finds none."""


@dataclass(frozen=True, slots=True)
class CarrierWords:
    """In the line under the verdict."""

    carried: Mapping[Verdict, str]
    """Which card carries it, by its number."""
    reasons: Mapping[Reason, str]
    """Why that card, as the end of a sentence."""
    further_down: Mapping[Verdict, str]
    """Instead of its number, where no card on the page shows it."""
    show: str
    """A link that shows it."""


ENGLISH_CARRIER = CarrierWords(
    carried={"answered": "No. {} is best", "weak": "No. {} is best", "none": "No. {} comes closest to an answer"},
    reasons={
        "read": "its marked sentence reads like an answer",
        "meant": "it is closest in meaning",
        "unlike": "even that does not read like one",
    },
    further_down={
        "answered": "The best passage is further down.",
        "weak": "The best passage is further down.",
        "none": "What comes closest to an answer is further down.",
    },
    show="Show it",
)

RUSSIAN_CARRIER = CarrierWords(
    carried={
        "answered": "Лучший отрывок\u00a0— №\u00a0{}",
        "weak": "Лучший отрывок\u00a0— №\u00a0{}",
        "none": "Ближе всего к ответу отрывок №\u00a0{}",
    },
    reasons={
        "read": "выделенное предложение похоже на ответ",
        "meant": "он ближе всего по смыслу",
        "unlike": "но и он на ответ не похож",
    },
    further_down={
        "answered": "Лучший отрывок стоит ниже.",
        "weak": "Лучший отрывок стоит ниже.",
        "none": "Отрывок, который ближе всего к ответу, стоит ниже.",
    },
    show="Показать его",
)

KAZAKH_CARRIER = CarrierWords(
    carried={"answered": "Ең жақсысы — № {}", "weak": "Ең жақсысы — № {}", "none": "Жауапқа ең жақыны — № {}"},
    reasons={
        "read": "белгіленген сөйлемі жауапқа ұқсайды",
        "meant": "мағынасы ең жақын",
        "unlike": "ол да жауапқа ұқсамайды",
    },
    further_down={
        "answered": "Ең жақсы үзінді төменірек тұр.",
        "weak": "Ең жақсы үзінді төменірек тұр.",
        "none": "Жауапқа ең жақын үзінді төменірек тұр.",
    },
    show="Оны көрсету",
)
