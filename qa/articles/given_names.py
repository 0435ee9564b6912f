"""List usual given names, by which a person's name differs from a place's: "Ann Lee", and not "Hong Kong"."""

_ENGLISH = """
aaron abigail adam adrian ahmed aidan alan alastair albert alex alexander alexandra alexis alfred ali alice alison
allison amanda amber amelia amy andrea andrew andy angela angus anita ann anna anne annie anthony antonia april arthur
ashley audrey barbara barry beatrice becky ben benjamin bernard beth bethany betty bill billy bob bobby brad bradley
brandon brenda brendan brett brian bridget bruce bryan caitlin cameron carl carla carol caroline carolyn catherine
cathy charles charlie chloe chris christian christina christine christopher cindy claire clara claudia clive colin
connor craig cynthia daisy damian damien dan daniel danielle danny darren dave david dawn dean deborah debra declan
denise dennis derek diana diane dominic donald donna doris dorothy doug douglas duncan dylan eddie edgar edith edmund
edward edwin eileen elaine eleanor elena elizabeth ella ellen ellie emily emma eric erica erin ernest ethan eva evan
evelyn fatima felicity felix fiona frances francis frank fred frederick gabriel gareth garry gary gavin gemma geoff
geoffrey george gerald gerard gillian gina gordon graham grant greg gregory guy hannah harold harriet harry harvey
hassan heather helen henry herbert holly howard hugh hugo ian ibrahim imogen irene isaac isabel isabella isabelle jack
jackie jacob jacqueline jake james jamie jane janet janice jared jasmine jason jay jean jeff jeffrey jen jenna jennifer
jenny jeremy jerry jess jesse jessica jill jim jimmy joan joanna joanne joe joel johanna john johnny jon jonathan
joseph josephine josh joshua joyce juan judith judy julia julian julie june justin karen karl kate katherine kathleen
kathryn kathy katie kay keith kelly ken kenneth kerry kevin kieran kim kimberly kirsty kristen kristin kyle larry laura
lauren lawrence leah lee leo leon leonard leslie lewis liam lily linda lindsay lindsey lisa liz lorna louis louise lucas
lucy luke lydia lynn maggie malcolm marcus margaret maria marie marilyn marion mark martha martin mary matt matthew
maureen maurice max megan melanie melissa michael michelle miguel mike miles miriam mitchell mohamed mohammad mohammed
molly monica morgan muhammad nancy naomi natalie natasha nathan neil nicholas nick nicola nicole nigel nina noah nora
norman oliver olivia oscar owen pamela patricia patrick paul paula pauline penelope penny pete peter phil philip phillip
phoebe priya rachel ralph raymond rebecca rhys richard rick robert robin rod roger roland ron ronald rory rosa rose
rosemary ross roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sebastian shane shannon
sharon shaun sheila simon sophia sophie stacey stella stephanie stephen steve steven stewart stuart sue susan suzanne
tara ted teresa terry theo theresa thomas tim timothy tina toby todd tom tony tracey tracy trevor valerie vanessa
veronica vicky vincent vivian walter wayne wendy will william yasmin yvonne zachary zoe
"""
_EUROPEAN = """
andreas angelika antoine antonio anton astrid axel bastien bernd birgit björn camille carlos carmen cécile céline chiara
christoph clémence dieter dirk dominique elena élise emmanuel enrique erik ernst esther fabian federico fernando
florian franz françois frédéric friedrich georg gérard gerhard giovanni giulia giuseppe günter hans heinz heike helmut
henri holger horst ingrid jan jacques javier jean-pierre jeanne jens jérôme jochen jörg jorge josé josef julien jürgen
karin katja katrin klaus konrad krzysztof lars laurent léa lorenzo luc luca luigi luis lukas maciej małgorzata manfred
manuel marc marco marek marta matteo matthias mehmet michel mustafa nicolas nils olaf pablo paolo pascal pedro petra
pierre piotr rafael rainer ralf ricardo roberto rolf rüdiger sabine sandrine sergio silvia stefan stéphane sven sylvie
theodor thierry thorsten tobias tomasz torsten ulrich ulrike ursula ute uwe véronique wolfgang xavier yves agnieszka
"""
_RUSSIAN = """
александр александра алексей алина алиса алла альберт анастасия анатолий ангелина андрей анна антон антонина аркадий
арсений артем артём артур богдан борис вадим валентин валентина валерий валерия варвара василий вера вероника виктор
виктория виталий влад владимир владислав всеволод вячеслав галина геннадий георгий герман глеб григорий дарья денис
диана дина дмитрий евгений евгения егор екатерина елена елизавета жанна захар зинаида зоя иван игорь илья инна ирина
карина кирилл клавдия константин кристина ксения лариса лев леонид лидия лилия любовь людмила максим маргарита марина
мария марк марья матвей михаил надежда наталия наталья никита николай нина нонна оксана олег олеся ольга павел петр
пётр полина раиса регина роман руслан савелий светлана святослав семен семён сергей снежана софия софья станислав
степан таисия тамара тарас татьяна тимофей тимур ульяна фаина федор фёдор филипп эдуард элина эльвира эмма юлия юрий
яков яна ярослав
"""
_KAZAKH = """
абай абзал абылай адема адия азамат азат айбек айгерім айгерим айгуль айгүл айдана айдар айдос айжан айнур айнұр айсұлу
ақмарал алихан алмас алтынай аман амангелді аманжол анар арман асан асель асем асет асқар аскар асылбек асыл аян әлия
әлихан әсел әсем әсет бағдат баян бауыржан бахыт бақыт бақытжан бейбіт берік берик бекзат болат ботагоз ғалым ғани
гүлмира гүлнар гүлнара гульмира гульнара гүлшат дана данияр дархан даулет дәулет дәурен даурен динара дидар досым
думан ержан ерлан ермек есен есет жанар жанат жандос жаннұр жансая жарас жомарт зарина зейнеп зере зухра индира жанибек
жәнібек кайрат қайрат қанат канат қасым лаура ләззат ляззат мадина мадияр майра мақсат максат марат мәди мейрам мирас
мұрат мурат мұхтар мухтар назгүл назерке назым нариман нұргүл нұрлан нурлан нұржан нуржан нұрсұлтан ораз оразбек
роза рүстем сабина салтанат самал санжар сара сәуле сауле серік серик сәкен сакен сұлтан талғат талгат тимур толеген
төлеген тоқтар ұлан улан фариза шолпан шынар ықылас
"""
GIVEN_NAMES = frozenset(f"{_ENGLISH}{_EUROPEAN}{_RUSSIAN}{_KAZAKH}".split())
"""In small letters."""
