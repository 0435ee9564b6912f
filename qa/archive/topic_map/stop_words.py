"""List words that tell nothing of a topic: those of every text, and those of every news report."""

_ENGLISH = """
a about above according achieve achieved achievements across add added adds after again against ago all almost alone
along already also although always am among an and announced another any anyone anything apr april are area areas around
as asked at aug august away back be became because become becomes been before began begin being believe below best
better between big billion bit bn both but by call called came can cannot case certain certainly chance come comes
coming could day days dec december did didn difficult do does doesn doing don done down during each early either else
end enough especially even ever every everyone everything expect expected explained fact fall fallen falls far feb
february feel fell felt few first five following for former found four friday from full further gave get gets getting
give given gives gmt go goes going gone good got great had half happen happened hard has have having he head held help
her here herself high him himself his hold hope how however hundred i if important in include included including indeed
instead into is isn issue issues it its itself jan january joint jul july jun june just keep kept key know known large
last late later latest lead least left less let like likely little ll long longer look looking looks lot low m made main
make makes making many mar march matter may maybe me mean means might million minute minutes mn moment monday month
months more morning most mr mrs ms much must my myself near nearly need needed needs never new news next no none nor not
note noted nothing nov november now number numbers oct october of off often on once one ones only onto or order other
others our ourselves out over own part particular particularly past people per percent perhaps place point possible pre
put quite rather re real really recent recently remain remained remains report reported reports respect result results
right rise risen rises rose said same saturday saw say saying says second see seem seemed seems seen sent sep sept
september set several shall she should show showed shown shows side similar since situation small so some someone
something soon sort spoke spokesman spokeswoman start started still such sunday sure t take taken takes taking talk tell
ten than thank that the their them themselves then there therefore these they thing things think third this those though
thought thousand three through thursday thus time times to today together told tomorrow too took top topic topics toward
towards tried true try trying tuesday turn turned two under until up upon us use used uses using various ve very via
want wanted wants was way ways we wednesday week weekend weeks well went were weren what whatever when where whether
which while who whole whom whose why will with within without won work worked working world would year years yes
yesterday yet you young your yourself
"""
_RUSSIAN = """
а августа августе апреле апреля без более больше будем будет будете будто будут бы был была были было быть в вам вами
вас ваш ваша ваше ваши ведь весь вместе вновь во воскресенье вот времени время все всего всей всем всеми всему всех всю
вся всё вторник вы где год года годов году годы да давно даже два дважды две декабре декабря день для дня до должен
должна должно должны долл доллар другие других другого его ее ей ему если есть еще ещё ею её же за заявил заявила здесь
и из или им имеет именно ими имя итак их июле июля июне июня к каждый как какая какие какой когда кого кому которая
которое которой котором которому которую которые который которых кроме кто куда лет ли либо лично лишь лучше м мае марта
марте мая между меня млн млрд мне много могут может можно мои мой моя мы на над надо нам нами нас наш наша наше наши не
него нее ней некоторые нем нему необходимо несколько нет неё ни них ничего но новая нового новые новый новых ноябре
ноября ну нём о об обо один одна однако одно около октябре октября он она они оно опять от отметил отметила очень первая
первого первый по под подчеркнул пока понедельник после потом потому почти поэтому прежде при принять про просто
процента процентов пятницу раз разве ранее рассказал рассказала с сам сама сами само самый своего своей свои своих свой
свою своём себе себя сегодня сейчас сентябре сентября сказал сказала слова словам сначала снова со сообщает сообщил
сообщила сообщили составил составила составило среди среду стал стала стали стало столько сторон сторона стороны субботу
так такая также такие таким такой там тебя тем теперь то тогда того тоже той только том тому тот три ту тут ты тысяч у
уже феврале февраля хотя чего человек чем через четверг что чтоб чтобы чуть эта эти этим этих это этого этой этом этому
этот эту я является являются январе января
"""
_KAZAKH = """
айтты айтуынша айтып айтқан ал алады алып алған алғаш арасында артық ары арқылы атап атты ауыр ақпан бар барлық басты
басқа баяндады берген беру бері бойы бойынша болады болатын болды болмайды болса болу болуы болып болған біз бізге
біздің бір бірақ бірге бірнеше бірі бүгін бүкіл бұл бұны бәрі да дағы де деген дегенмен деді дейді дейін деп дә еді екен
екені екенін екі енді ер ете етеді еткен етті ету еш ешқандай ең жасап жасау жатқан жағдайда жақсы жаңа желтоқсан жоғары
жоқ жыл жылдан жылдың жылы жылғы жүр жүрген және ие кез кезде кезінде кейбір кейін керек кеше көп көптеген мамыр маусым
мақсатында мен мені менің млн млрд мың мүмкін мұнда мұны мәлімдеді наурыз не неге немесе нәтижесінде ол олар оларды
олардың онда оны оның осы осындай осыған отыр отырып оған пайыз пайызға сайын сияқты сол сонда сондай сондықтан сонымен
соң соңғы сіз сәуір та тамыз тағы те тек тиіс туралы тыс түрлі тұр тұрғын хабарлады шақты шейін шыққан шілде істеу ғана
қажет қазан қазір қай қайта қалай қалған қандай қарай қараша қарсы қатар қатысты қаңтар қоса қыркүйек үш үшін ұзақ әлі
әр әрбір өз өзге өзі өзінің өте өткен өтті
"""

STOP_WORDS = frozenset(f"{_ENGLISH} {_RUSSIAN} {_KAZAKH}".split())
"""English, Russian and Kazakh; small letters."""
