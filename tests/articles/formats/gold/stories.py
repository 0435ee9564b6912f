"""The reports that the gold files print, in words of our own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """A headline and a report in one language."""

    language: str
    title: str
    paragraphs: tuple[str, ...]


FERRY = Story(
    "en",
    "Ferry to Skerra Island suspended until autumn",
    (
        "The ferry between Maldon Quay and Skerra Island will not sail before autumn, the operator said on Thursday, "
        "after engineers had found cracks in the hull of its only ship.",
        "About 340 islanders depend on the crossing for food, post and school. A helicopter will bring medicine twice "
        "a week, and fishing boats have offered to carry passengers in calm weather.",
        "“We knew that she was old, but nobody had expected this,” said Orla Finch, who runs the island's shop.",
        "The council will decide next week whether to charter a vessel from Norway, which would cost £18,500 a day.",
    ),
)
LIBRARY = Story(
    "en",
    "Brackwell library keeps its night shift",
    (
        "Readers in Brackwell may go on borrowing books after midnight: the town council voted 14 to 9 to keep the "
        "night shift of the central library, which had been due to end in June.",
        "The shift costs 96,000 dollars a year. Most of its visitors are nurses, bakers and students, according to a "
        "count that the library made over three months.",
        "Councillor Tom Adeyemi, who voted against it, said the money was needed for the leaking roof of the branch "
        "in Lower Fenn.",
    ),
)
ORCHARD = Story(
    "en",
    "Frost wipes out a third of the valley's cherries",
    (
        "Three nights of frost have destroyed about a third of the cherry crop in the Tarn valley, growers estimate, "
        "and prices at the markets are expected to double.",
        "Temperatures fell to minus 6 degrees on Saturday, when most of the trees stood in full blossom. Fires and "
        "fans saved some of the orchards on the slopes.",
        "The growers' union asks the ministry for help before the end of the month; it puts the damage at 12 million "
        "euros.",
    ),
)
BRIDGE = Story(
    "ru",
    "В Заречном открыли пешеходный мост через Ольшанку",
    (
        "Пешеходный мост через реку Ольшанку открыли в Заречном после двух лет ремонта. Первыми по нему прошли "
        "строители и школьники соседней гимназии.",
        "Длина моста составляет 212 метров, его новое покрытие рассчитано на сорок лет. Работы обошлись городу в "
        "184 миллиона рублей, это на девять миллионов меньше, чем планировалось.",
        "«Мы ждали этого дня дольше, чем обещали, но мост получился надёжным», — сказала глава города Вера Лугова.",
        "Движение автобусов по набережной вернётся к прежней схеме в понедельник, сообщили в управлении транспорта.",
    ),
)
MUSEUM = Story(
    "ru",
    "Музей северных ремёсел получил коллекцию из 300 прялок",
    (
        "Музей северных ремёсел принял в дар коллекцию расписных прялок, которую сорок лет собирал инженер Аркадий "
        "Вешняков. В ней 312 предметов, самому старому из них больше двух веков.",
        "Показать дар целиком музей пока не может: в залах хватает места только для шестидесяти прялок. Остальные "
        "разместят в открытом хранилище, которое достроят к следующей весне.",
        "Реставраторы уже осмотрели коллекцию и отобрали двадцать предметов, которым нужна срочная помощь.",
    ),
)
WATER = Story(
    "ru",
    "Жителям Нижней Слободы вернули воду спустя пять суток",
    (
        "Водоснабжение в Нижней Слободе восстановили в ночь на четверг: пять суток жители посёлка брали воду из "
        "цистерн, которые подвозили дважды в день.",
        "Причиной аварии стал размыв грунта под магистральной трубой. Ремонтники заменили 46 метров трубы и укрепили "
        "склон сваями.",
        "Прокуратура проверяет, почему о ветхости трубопровода, о которой знали с прошлого года, не сообщили раньше.",
    ),
)
SCHOOL = Story(
    "kk",
    "Ақбұлақ ауылында жаңа мектеп ашылды",
    (
        "Ақбұлақ ауылында үш жүз орындық жаңа мектеп ашылды. Бұған дейін ауыл балалары көрші елді мекенге күн сайын "
        "он екі шақырым жол жүріп баратын.",
        "Мектептің құрылысы екі жылға созылды, оған облыстық бюджеттен 1,9 миллиард теңге бөлінді. Ғимаратта спорт "
        "залы, асхана және кітапхана бар.",
        "«Балаларымыз енді өз ауылында оқиды, бұл біз үшін үлкен қуаныш», — деді ауыл тұрғыны Сәуле Бекенова.",
        "Мектепте жиырма жеті мұғалім жұмыс істейді, олардың жетеуі осы жылы университет бітірген жас маман.",
    ),
)
HORSES = Story(
    "kk",
    "Жайлауда жылқы санағы аяқталды",
    (
        "Көктөбе ауданының жайлауларында жылқы санағы аяқталды. Мамандардың мәліметінше, биыл мал басы былтырғымен "
        "салыстырғанда сегіз пайызға өскен.",
        "Санақ кезінде он төрт мыңнан астам жылқы тіркелді, олардың әрқайсысына электронды белгі тағылды. Бұл "
        "ұрлықтың алдын алуға көмектеседі деп күтілуде.",
        "Аудан әкімдігі шаруаларға жем-шөп дайындау үшін жеңілдетілген несие беруді жоспарлап отыр.",
    ),
)
LAKE = Story(
    "kk",
    "Сарыкөлге құстар екі апта ерте оралды",
    (
        "Сарыкөлге қоқиқаздар мен аққулар биыл әдеттегіден екі апта ерте ұшып келді. Ғалымдар мұны ерте жылынған "
        "көктеммен байланыстырады.",
        "Қорық қызметкерлері көл жағасынан бес мыңға жуық құсты санап шықты. Олардың ішінде Қызыл кітапқа енген "
        "сирек түрлер де бар.",
        "Туристерге ұя салу маусымы аяқталғанша көлдің солтүстік жағасына баруға тыйым салынды.",
    ),
)
STORIES = (FERRY, LIBRARY, ORCHARD, BRIDGE, MUSEUM, WATER, SCHOOL, HORSES, LAKE)
