"""What a search reads as: a question, a topic, or a question too vague to be looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.plain_text import plain
from qa.errors import InvalidFilter
from qa.records import KINDS, Kind, SearchRequest
from qa.retrieval.kind import kind_of, topic_of, vague
from qa.retrieval.question import Question, read_question
from qa.settings import Settings

TOPICS = {
    "the Oscars": [
        "the Oscars",
        "Tell me about the Oscars",
        "tell me about the Oscars?",
        "Please tell us about the Oscars.",
        "What do articles say about the Oscars?",
        "What have the papers said about the Oscars?",
        "what do we know about the Oscars",
        "What do you have on the Oscars?",
        "find me stories about the Oscars",
        "Could you show me stories on the Oscars",
        "I am looking for articles about the Oscars",
        "I'm looking for the Oscars",
        "I want to read about the Oscars",
        "I'd like to know about the Oscars",
        "list articles about the Oscars",
        "Show articles mentioning the Oscars",
        "Search for articles about the Oscars",
        "everything on the Oscars",
        "Latest news on the Oscars",
        "What's the latest on the Oscars?",
        "Any news about the Oscars?",
        "coverage of the Oscars",
        "how about the Oscars",
        "information on the Oscars",
        "Let me know about the Oscars",
        "Help me find articles about the Oscars",
        "Pull up stories on the Oscars",
        "dig up articles on the Oscars",
        "Find out about the Oscars",
        "fill me in on the Oscars",
        "bring me up to date on the Oscars",
        "Can I read articles about the Oscars?",
        "Where can I find stories about the Oscars?",
        "Got anything on the Oscars?",
    ],
    "Doctor Who": ["Doctor Who", "Tell me about Doctor Who"],
    "the Doctor Who series": ["the Doctor Who series"],
    "Foxx": ["Foxx", "Tell me about Foxx!"],
    "7,591": ["7,591"],
    "December 10": ["December 10"],
    "22 billion": ["22 billion"],
    "Jamie Foxx": ["Jamie Foxx", "news about Jamie Foxx"],
    "gordon brown": ["gordon brown", "tell me about gordon brown"],
    "Will Smith": ["Will Smith"],
    "May elections": ["May elections"],
    "Mark Will": ["Mark Will"],
    "George W. Bush": ["George W. Bush"],
    "U.S. economy": ["U.S. economy", "reports on U.S. economy"],
    "Kilroy-Silk": ["anything on Kilroy-Silk?"],
    "Iraq": ["what about Iraq?"],
    "interest rates in the euro zone and beyond": ["information on interest rates in the euro zone and beyond"],
    "Microsoft and the EU antitrust case": ["articles on Microsoft and the EU antitrust case"],
    "Оскар": ["Оскар"],
    "Токаеве": ["Расскажи мне о Токаеве", "Расскажите о Токаеве", "что известно о Токаеве?", "Найди новости о Токаеве"],
    "выборах": ["что пишут о выборах", "Что говорят статьи о выборах?", "Дай мне все статьи о выборах"],
    "Казахстан": ["новости про Казахстан"],
    "экологии": ["материалы на тему экологии"],
    "футболе": ["Все о футболе", "всё о футболе"],
    "Тоқаев": [
        "Тоқаев",
        "Тоқаев туралы",
        "Тоқаев туралы айтып бер",
        "Тоқаев жайлы айтып беріңіз",
        "Тоқаев туралы не белгілі?",
        "Тоқаев туралы не жазылған?",
    ],
    "Қазақстан": ["Қазақстан туралы жаңалықтар", "Қазақстан туралы мақалаларды көрсет"],
}
QUESTIONS = """
    Who is Jamie Foxx?|who won|Who won?|When?|Why Iraq?|Iraq why|tokayev visit when|how old is Gordon Brown
    What did analysts say about growth?|what do analysts say about oil|What did the report say about the Olympics?
    Do people say that wages rise?|do articles about oil mention Brent?|how many articles are about oil?
    Tell me who won the Oscars|tell me when Blair was born|Show me how to vote|I want to know who won
    Can you tell me why sony shares fell?|Find out who leads Yukos|Tell me what analysts said about growth
    Did Blair resign|Is Blair ill?|Is it true that Blair resigned|Will Blair resign|Will it rain?|May I smoke in pubs
    Hasn't Blair resigned?|When's the election?|Where's Osama?|To whom did Saab sell?|In which year was Google founded?
    Can dogs fly|why did sony shares fall|oil price when|whose book is it|From where do hybrid cars come?
    Saab annual loss 2004|price of oil in December 2004|best in show winner crufts 2005|date of UK election 2005
    Turkmen gas deal with Ukraine - agreed price per 1,000 cubic metres
    Когда Токаев приедет в Россию?|Кто победил|сколько стоит нефть|Правда ли, что Блэр ушёл|Чьи это слова?
    расскажи, кто победил|Скажи, когда выборы|Что сказал Путин о нефти?|из-за чего упал доллар|Зачем России газ
    Ушёл ли Блэр в отставку?|В каком году основан Google?|Является ли Токаев президентом?
    Әлемдегі ең ұзын шекара қанша?|Токаев кім|Токаев Ресейге бара ма?|Сайлау қашан болады|Неге доллар түсті?
    Iraq Why?|Who wrote Doctor Who?|Tokayev Visit When|Let me know when Blair resigned|Help me find out who won
    Президент не деді?|Қай елде мұнай көп?|Кімнің кітабы?|Мұнай бағасы неше доллар?|Тоқаев туралы Путин не деді?
"""
OPEN = """
    tell me something interesting|What happened today?|what's new|Tell me more|any news?|what else|news today
    What is interesting?|any good stories?|Что нового|Что случилось сегодня?
    Қызықты жаңалықтар|что ещё?|Что было потом?|What should I read?|what is in the archive?|Which article should I read?
    жаңалық бар ма?|Тағы не бар?|қызықты нәрсе айт|surprise me|random article|what can I read?|Recommend something
    What happened then?|Посоветуй что-нибудь почитать|Что почитать?|Удиви меня|Мұрағатта не бар?|Не оқуға болады?
    Что было дальше?|Что есть в архиве?|Кейін не болды?|Қандай жаңалықтар бар?|What articles do you have?
"""
LEANING = """
    what about his age?|How old is he?|why did he resign?|When was it built?|What did she say?
    Where were they born?|is she married|Who is he?|How long is it?|what is this|Сколько ему лет?|Где он родился?
    Почему они ушли?|Ол қайда туған?|Оның жасы нешеде?|Бұл не?|What about the second one?|what about the first one?
    Что с ней?|Что с ним?|Как у него дела?|and the last one?|What about the latter?|А второй?|Что насчёт второго?
    Екіншісі ше?|tell me about the third one|Расскажи о втором|Что у них?|How about the others?|Оған не болды?
"""
PLAIN = """
    What did Brown say about his budget?|Why did the minister lose his job?|Who criticised Blair over his war?
    Did Blair say he would resign?|What does it take to win Wimbledon?|Is it legal to download music?
    How did the Cleveland viewer say he got hurt?|How much is that in euros for a house?|What is it like at Google?
    When is Tokayev's state visit?|what is the best film|Which country has the most important oil reserves?
    What was the first film?|Who came second?|Which archive was burnt?|Кто был первым президентом?|Что с долларом?
    Что у Лаврова?|What did the first man say?
    Who is Jamie Foxx?|Where is Astana?|What is IT?|how old is gordon brown|Who won the cup this year?
    Was there an earthquake?|Is there inflation?|Are there elections?|Is there life on Mars?
    Who said that Blair would go?
    When did that match take place?|What does it mean to be British?|Was it Blair who resigned?|Who lost that match?
    Какой город столица Франции?|Что сказал Токаев о своём визите?|Президент не деді?|Шекараның ұзындығы қанша?
"""


def each(table: str) -> list[str]:
    return [it.strip() for it in table.replace("\n", "|").split("|") if it.strip()]


def read(words: str, kind: Kind | None = None) -> Question:
    return read_question(SearchRequest(words, kind=kind), Settings())


@pytest.mark.parametrize(("words", "topic"), [(words, topic) for topic, forms in TOPICS.items() for words in forms])
def test_what_asks_for_all_there_is_on_something_is_a_topic_without_what_asks(words: str, topic: str) -> None:
    assert kind_of(words) == "topic"
    assert topic_of(words).rstrip("?!.") == topic


@pytest.mark.parametrize("words", each(QUESTIONS))
def test_what_asks_for_something_in_particular_is_a_question(words: str) -> None:
    assert kind_of(words) == "question"


@pytest.mark.parametrize("words", each(OPEN))
def test_a_question_that_names_nothing_is_vague(words: str) -> None:
    assert vague(words) == "open"


@pytest.mark.parametrize("words", each(LEANING))
def test_a_question_that_leans_on_one_before_says_so(words: str) -> None:
    assert vague(words) == "leaning"
    assert kind_of(words) == "question"


@pytest.mark.parametrize("words", each(PLAIN))
def test_a_question_that_says_what_it_is_about_is_not_vague(words: str) -> None:
    assert vague(words) is None


@pytest.mark.parametrize(
    "words", ["Tell me about him", "What do articles say about it?", "news about them", "расскажи о ней"]
)
def test_a_request_that_leans_is_no_topic(words: str) -> None:
    assert topic_of(words) == words
    assert vague(words) == "leaning"


def test_a_long_description_is_a_topic_and_a_long_question_is_none() -> None:
    description = "Reforms of the pension system of northern countries, their costs, critics, supporters, "
    assert (
        kind_of(description + "history, and their effects upon employment of older workers in small firms") == "topic"
    )
    assert kind_of(
        "What did critics say of " + description + "history, and effects on older workers in small firms?"
    ) == ("question")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", ["Tell me about the Oscars", "Who won the Oscars?", "the Oscars"])
def test_whoever_says_what_it_is_is_obeyed(words: str, kind: Kind) -> None:
    question = read(words, kind)
    assert question.kind == kind
    assert question.text == words
    assert question.words == (topic_of(words) if kind == "topic" else words)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Who is Lavrov?", "Lavrov"),
        ("who is lavrov", "lavrov"),
        ("WHO IS LAVROV?", "LAVROV"),
        ("What did Lavrov say?", "Lavrov"),
        ("What did Lavrov announce about Iraq?", "Lavrov Iraq"),
        ("Where was the thief caught?", "thief caught"),
        ("What does the WHO say about flu?", "WHO flu"),
        ("Did Will Smith resign?", "Will Smith resign"),
        ("Why didn't Blair resign?", "Blair resign"),
        ("To whom did Saab sell the factory?", "Saab sell the factory"),
        ("What happened in Beslan?", "Beslan"),
        ("What did the U.S. say about Kilroy-Silk?", "U.S. Kilroy-Silk"),
        ("Кто такой Лавров?", "Лавров"),
        ("Что сказал Путин о нефти?", "Путин нефти"),
        ("Где поймали вора в Алматы?", "поймали вора Алматы"),
        ("Тоқаев кім?", "Тоқаев"),
        ("Тоқаев не айтты?", "Тоқаев"),
        ("Who said what?", "Who said what?"),
        ("What happened?", "What happened?"),
    ],
)
def test_the_topic_of_a_question_is_what_it_is_about(question: str, topic: str) -> None:
    assert read(question, "topic").words == topic


def test_an_unknown_kind_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(InvalidFilter, match="unknown kind 'list': choose question, topic"):
        read_question(SearchRequest("Who won?", kind="list"), Settings())


def test_a_topic_may_quote_and_exclude() -> None:
    question = read('Tell me about "prime minister" Blair -Iraq')
    assert (question.kind, question.words) == ("topic", "prime minister Blair")
    assert (question.required, question.excluded) == (("prime minister",), ("Iraq",))


def test_a_topic_is_never_called_vague() -> None:
    assert read("news", "topic").vague is None
    assert read("news", "question").vague == "open"


@given(st.text(min_size=1))
def test_any_words_have_a_kind_and_a_topic_of_their_own_words(words: str) -> None:
    assert kind_of(words) in KINDS
    assert all(part in plain(words) for part in topic_of(words).split()) or topic_of(words) in words
    assert vague(words) in {None, "open", "leaning"}


@given(st.sampled_from(["Jamie Foxx", "the war in Iraq", "oil", "Нефть"]))
def test_the_topic_of_a_topic_is_itself(words: str) -> None:
    for frame in ("Tell me about {}", "What do articles say about {}?", "расскажи о {}", "{} туралы"):
        assert topic_of(topic_of(frame.format(words))) == topic_of(frame.format(words)) == words
