"""Speak Kazakh."""

from types import MappingProxyType

from qa.page.words.forms import Forms, Manner, kazakh
from qa.page.words.words import (
    AnswerWords,
    ArchiveWords,
    AskingWords,
    CardWords,
    FilterWords,
    IndexWords,
    KeepingWords,
    MessageWords,
    ReaderWords,
    Words,
)

_MONTHS = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip


def _same(form: str) -> Forms:
    """Give a form that every number takes."""
    return Forms(form, form, form)


KAZAKH = Words(
    code="kk",
    name="Қазақша",
    title="Мұрағаттан сұраңыз",
    languages="Тіл",
    tabs=MappingProxyType({"ask": "Сұрақ", "archive": "Мұрағат", "index": "Индекс"}),
    articles=_same("мақала"),
    passages=_same("үзінді"),
    manner=Manner(
        thousands="\u00a0",
        form=kazakh,
        months=_MONTHS,
        month_names=_MONTHS,
        full_date="{year} жылғы {day} {month}",
        yearless_date="{day} {month}, жылы көрсетілмеген",
        undated="күні көрсетілмеген",
        period="{} — {}",
        least="1%-дан аз",
        most="99%-дан көп",
    ),
    asking=AskingWords(
        question="Сұрағыңыз",
        placeholder="Не білгіңіз келеді?",
        ask="Сұрау",
        examples="Мысалы",
        recent="Сіз сұрадыңыз",
        what_to_do=(
            "Қарапайым сөзбен сұраңыз. Жауап беретін абзацтар сөзбе-сөз келтіріледі, ең жақсысы бірінші, әрқайсысы "
            "дереккөзімен; жауап болмаса, бет соны айтады."
        ),
        hint="«Тырнақшадағы сөздер» міндетті түрде кездеседі, ал -сөз ол бар үзінділерді шығарып тастайды.",
    ),
    answer=AnswerWords(
        verdicts=MappingProxyType(
            {"answered": "Жауап бар", "weak": "Жауап сенімсіз", "none": "Бұл мұрағатта жауап жоқ"}
        ),
        likely=MappingProxyType(
            {
                "answered": "Жауап осылардың ішінде болу ықтималдығы — {}.",
                "weak": "Жауап осылардың ішінде болу ықтималдығы — {}. Сенер алдында оқып шығыңыз.",
                "none": "Жауап ең жақын үзінділердің ішінде болу ықтималдығы — {}.",
            }
        ),
        holds_all="Бірінші үзінді мен оның тақырыбында сұрақтың барлық сөзі бар.",
        holds_some="Бірінші үзінді мен оның тақырыбында {} бар, бірақ {} жоқ.",
        holds_none="Бірінші үзіндіде сұрақтың сөздері жоқ: ол мағынасы бойынша табылды.",
        no_time="Сұрақ уақыт туралы, ал бірінші үзінді оны атамайды.",
        no_figure="Сұрақ сан туралы, ал бірінші үзінді оны атамайды.",
        corrected="«{}» сөзі бірде-бір мақалада жоқ: ол «{}» деп оқылды.",
        unheld="Бірде-бір үзіндіде {} дәл осылай жоқ: іздеу тырнақшасыз жүрді.",
        unheld_together="Бірде-бір үзіндіде мыналардың бәрі бірге дәл осылай жоқ: {}; іздеу бұл тырнақшаларсыз жүрді.",
        undated=_same("мақалада"),
        left_out="Таңдалған күндер мыналарды шығарып тастайды: {} толық күні көрсетілмеген.",
        closest="Ең жақын үзінділер",
        nothing="Жақын ештеңе табылмады.",
        nothing_filtered="Бірде-бір үзінді сүзгілерге сай келмейді: оларды босатыңыз.",
        no_more="Сұраққа жақыны осы ғана.",
        more="Тағы үзінділер",
        order="Реті:",
        orders=MappingProxyType(
            {"relevance": "жақындығы бойынша", "newest": "алдымен жаңасы", "oldest": "алдымен ескісі"}
        ),
        right="Баға дұрыс",
        wrong="Баға дұрыс емес",
        judged="Осы мұрағаттың тексерісі ретінде сақталды.",
        unjudged="Қайтарып алынды.",
    ),
    card=CardWords(
        likely="жауап болу ықтималдығы {}",
        outlet_unstated="басылым көрсетілмеген",
        by="авторы: {}",
        paragraph="{1} абзацтың {0}-сі",
        under=", «{}» бөлімі",
        read="Мақаладан оқу",
        copy_quote="Дәйексөзді көшіру",
        copied="Дереккөзімен көшірілді.",
        select="Таңдау",
        previous="Алдыңғы абзац",
        following="Келесі абзац",
        no_previous="Бұл — бірінші абзац.",
        no_following="Бұл — соңғы абзац.",
        why="Неге бұл?",
        score="бағасы",
        parts=MappingProxyType(
            {
                "passage": "үзіндінің мағынасы сұраққа жақын",
                "sentence": "ең жақсы сөйлемінің мағынасы да",
                "words": "онда сұрақтың сөздері бар",
                "article": "олар мақаласында да бар",
                "phrases": "олар қатар тұр",
                "kind": "онда сұралған нәрсе бар: есім немесе сан",
                "length": "онда жауапқа орын бар",
                "reader": "сұрақпен бірге оқылғанда, ол жауап береді",
                "reranker": "қайта реттеушінің бағасы",
            }
        ),
        answers="Үзінді сұраққа жауап береді",
        answers_not="Үзінді сұраққа жауап бермейді",
        elsewhere=_same("Тағы {} дереккөзде бар"),
        again_here="Осы мақалада қайталанады",
        and_again_here=", осы мақалада да қайталанады",
        earliest=", ең ертесі — {}",
        differing="Жоғарыдағы үзіндіде жоқ сөздердің асты сызылған.",
        more_here=_same("Осы мақаланың тағы {} үзіндісі"),
    ),
    keeping=KeepingWords(
        keep="Өзіңізбен алу",
        chosen="{} таңдалды",
        all_shown="Көрсетілген барлық үзінді; кейбірін ғана алу үшін белгілеңіз.",
        formats=MappingProxyType(
            {"markdown": "Markdown", "csv": "CSV", "jsonl": "JSON Lines", "bibtex": "BibTeX", "ris": "RIS"}
        ),
        receipt="Іздеу хаттамасы",
        link="Іздеу сілтемесін көшіру",
        linked="Сілтеме көшірілді.",
        saved="Сақталды: {}.",
    ),
    filters=FilterWords(
        filters="Сүзгілер",
        dates="Жарияланған күні",
        after="Бастап",
        before="дейін",
        apply="Қолдану",
        clear="алып тастау",
        clear_all="Барлық сүзгіні алып тастау",
        outlets="Басылым",
        places="Орны",
        undated="толық күні жоқ: {}",
        unstated="көрсетілмеген: {}",
        timeline="Үзінділер қашан жарияланған",
        bar="{}: {}",
        passages=_same("үзінді"),
        show_all="Барлығын көрсету: {}",
    ),
    reader=ReaderWords(
        close="Мақаланы жабу",
        find="Мақаладан табу",
        previous_match="Алдыңғы сай үзінді",
        next_match="Келесі сай үзінді",
        found="{1} ішінен {0}",
        no_match="табылмады",
        file="Файл {}",
        source="Дереккөзден оқу",
        matching=_same("{} үзінді сай келеді"),
    ),
    archive=ArchiveWords(
        by_month="Мақалалар жарияланған күні бойынша",
        by_outlet="Мақалалар басылымдар бойынша",
        list="Барлық мақала",
        some="Тізімде: {}",
        title="Тақырып",
        outlet="Басылым",
        date="Жарияланды",
        passages="Үзінді",
        find="Тақырыптың сөздері",
        search="Табу",
        clear="Барлығын көрсету",
        page="{1} беттің {0}-сі",
        previous="Алдыңғы",
        following="Келесі",
        nothing="Ондай мақала жоқ.",
        undated="толық күні жоқ",
        map="Бұл мұрағат не туралы",
        map_words=(
            "Әр нүкте — үзінді; мағынасы жақындары қатар тұр. "
            "Нүкте өз үзіндісін ашады, ал соңғы сұрақтың үзінділері қоршалған."
        ),
        show_map="Картаны салу",
        map_wait="Карта салынуда: бірнеше секунд.",
    ),
    index=IndexWords(
        heading="Қайдан ізделеді",
        revision="Редакция",
        built="Құрылған",
        folder="Мақалалар қалтасы",
        dates="Күндері",
        encoder="Кодтаушы",
        size="Дискіде",
        search="Мағынасы бойынша іздеу",
        search_kinds=MappingProxyType({"exact": "әр үзіндіні салыстырады", "approximate": "жуықтап"}),
        recall="ең жақын онның {} бөлігін табады",
        waiting="{} файлдарынан жаңа, {} жойылған және әлі тазартылмаған",
        skipped="Оқылмаған файлдар",
        none_skipped="Барлық файл оқылды.",
        add="Мақала қосу",
        add_words=(
            "Мәтін немесе Markdown файлдары ({}). Олар мақалалар қалтасына көшіріледі; ешқайсысының үстінен жазылмайды."
        ),
        rebuild="Қайта құру",
        rebuild_words=(
            "Қалтада қосылған, өзгерген не жойылғанның бәрін есепке алады. Сұрақтарға бұл кезде де жауап беріледі."
        ),
        rebuilding="Мақалаларды оқу",
        added="Қосылды: {}",
        there="{}: бұрыннан бар",
        done="Редакция {}: қосылды {}, өзгерді {}, жойылды {}, өзгеріссіз {}.",
        refused="{}: {}",
        not_here="Мұрағатты оны ашқан адам қарайды: `qa serve --admin` мұны осында, құпиясөзбен қосады.",
        ago=MappingProxyType(
            {
                "minute": _same("{} минут бұрын"),
                "hour": _same("{} сағат бұрын"),
                "day": _same("{} күн бұрын"),
            }
        ),
        just_now="жаңа ғана",
    ),
    messages=MessageWords(
        question="Басқаша сұраңызшы",
        missing="Бұл мұрағатта жоқ",
        archive="Мұрағат қазір жауап бере алмайды",
        ours="Бізде бірдеңе бұзылды",
        ours_more="Толығырақ — беттің журналында. Қайта сұрап көріңіз.",
    ),
)
