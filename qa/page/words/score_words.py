"""What the parts of a score are, in each language: as the end of a sentence that says why a passage is shown."""

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "passage": "the passage is close in meaning",
        "sentence": "its best sentence is close in meaning",
        "words": "it contains the question's words",
        "article": "its article contains the question's words",
        "phrases": "the question's words stand side by side",
        "kind": "it contains the type of answer asked for",
        "length": "it is long enough to answer",
        "newest": "its article is recent",
        "time": "it states the time asked about",
        "reader": "the reader finds an answer in it",
        "reranker": "the reranker's score",
    }
)

RUSSIAN_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "passage": "отрывок близок по смыслу",
        "sentence": "его лучшее предложение близко по смыслу",
        "words": "в нём есть слова вопроса",
        "article": "слова вопроса есть в его статье",
        "phrases": "слова вопроса стоят рядом",
        "kind": "в нём есть ответ нужного типа",
        "length": "он достаточно длинный для ответа",
        "newest": "его статья новая",
        "time": "в нём названо время, о котором спрашивают",
        "reader": "читающая модель находит в нём ответ",
        "reranker": "оценка переранжирующей модели",
    }
)

KAZAKH_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "passage": "үзіндінің мағынасы жақын",
        "sentence": "ең жақсы сөйлемінің мағынасы жақын",
        "words": "онда сұрақтың сөздері бар",
        "article": "сұрақтың сөздері мақаласында бар",
        "phrases": "сұрақтың сөздері қатар тұр",
        "kind": "онда сұралған түрдегі жауап бар",
        "length": "ұзындығы жауап беруге жеткілікті",
        "newest": "мақаласы жаңа",
        "time": "онда сұралған уақыт аталған",
        "reader": "оқитын модель одан жауап табады",
        "reranker": "қайта сұрыптайтын модельдің бағасы",
    }
)
