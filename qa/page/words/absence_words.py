"""The texts of what is missing where nothing answers, in each language."""

from dataclasses import dataclass

from qa.page.words.locale import Plural


@dataclass(frozen=True, slots=True)
class AbsenceWords:
    """Under the verdict where nothing answers."""

    checked: str
    """What the block is called, for screen readers."""
    nowhere: str
    apart: str
    nearest: str
    """Before the passage that is closest to the question among those with some words."""
    nearest_in_meaning: str
    searched: str
    """With the number of passages."""
    read: str
    """With how many of them."""
    control: str
    """To how many of its own questions an archive finds the right passage first, and how many there are."""
    own_questions: Plural


ENGLISH_ABSENCE = AbsenceWords(
    checked="How this was checked",
    nowhere="In no passage searched: {}.",
    apart="Words that the passages of no single article contain together: {}.",
    nearest="Closest passage with {}:",
    nearest_in_meaning="Sentence closest in meaning to the question:",
    searched="Searched: {}.",
    read="Read together with the question: the closest {}.",
    control="For comparison: this archive finds the right passage first for {} of {}.",
    own_questions=Plural("{} question made from its own sentences", *2 * ("{} questions made from its own sentences",)),
)

RUSSIAN_ABSENCE = AbsenceWords(
    checked="Как это проверено",
    nowhere="Нет ни в одном просмотренном отрывке: {}.",
    apart="Слова, которые в отрывках одной статьи вместе не встречаются: {}.",
    nearest="Ближайший отрывок, где есть {}:",
    nearest_in_meaning="Самое близкое к вопросу по смыслу предложение:",
    searched="Просмотрено: {}.",
    read="Прочитано вместе с вопросом: {} самых близких.",
    control="Для сравнения: в {} из {} нужный отрывок оказался первым.",
    own_questions=Plural(
        "{} вопроса, составленного по предложению самого архива,",
        *2 * ("{} вопросов, составленных по предложениям самого архива,",),
    ),
)

KAZAKH_ABSENCE = AbsenceWords(
    checked="Бұл қалай тексерілді",
    nowhere="Қаралған үзінділердің ешқайсысында жоқ: {}.",
    apart="Бір мақаланың үзінділерінде бірге кездеспейтін сөздер: {}.",
    nearest="{} бар ең жақын үзінді:",
    nearest_in_meaning="Мағынасы сұраққа ең жақын сөйлем:",
    searched="Қаралғаны: {}.",
    read="Сұрақпен бірге оқылғаны: ең жақын {} үзінді.",
    control="Салыстыру үшін: {1} ішінде керекті үзінді {0} рет бірінші болып шықты.",
    own_questions=Plural(*3 * ("мұрағаттың өз сөйлемдерінен құралған {} сұрақтың",)),
)
