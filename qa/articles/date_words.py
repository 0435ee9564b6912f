"""The words that stand beside the dates of articles: times of day and zones, labels, and what joins them."""

_HALF_DAY = r"(?:上午|下午|早上|晚上|凌晨|中午|午前|午後|오전|오후)\s?"
_HOURS = r"(?:uhr|uur|horas|hrs?|hs|h|ч|год)(?!\w)\.?"
TIME = (
    rf"(?:{_HALF_DAY})?T?\d{{1,2}}[:.]\d{{2}}(?::\d{{2}}(?:[.,]\d{{1,6}})?)?"
    rf"(?:Z\b|\s*[ap]\.?\s?m\b\.?|\s?{_HOURS}|\s?(?:[صم](?!\w)|صباح[اً]{{0,2}}|مساء[اً]{{0,2}}))?|"
    r"\d{1,2}\s*[ap]\.?m\b\.?|"
    r"\bT\d{4}(?:\d\d)?(?:Z\b)?|\b\d{1,2}\s?h(?:\s?\d{2}(?:\s?min)?)?\b|\b\d{1,2} (?:uhr|uur)(?: \d{2})?\b|"
    r"\b\d{1,2} час(?:ов|а)?(?: \d{1,2} минут[аы]?)?\b|\b\d{1,2} ?(?:ч|год)\.(?: ?\d{1,2} ?мин\b\.?)?|"
    rf"(?:{_HALF_DAY})?\d{{1,2}}\s?[时時點点시](?:半|\s?\d{{1,2}}\s?[分분](?:\s?\d{{1,2}}\s?[秒초])?)?|"
    r"\b[0-2]\d[0-5]\d\s*(?:GMT|UTC|MSK|hrs|hours)\b"
)
"""A pattern for a time of day."""
ZONE = (
    r"\(?(?:UTC|GMT)(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?\)?|[+-]\d{2}:?\d{2}(?!\d)|(?<=:\d\d )[+-]\d\d(?!\d)|"
    r"\b(?:MSK|CET|CEST|BST|EST|EDT|ET|PST|"
    r"PDT|PT|CST|CDT|MST|MDT|AKST|HST|AEST|AEDT|ACST|AWST|NZST|NZDT|SGT|HKT|JST|KST|EET|EEST|SAST|IST|PKT|UZT|KGT|ALMT|"
    r"MEZ|MESZ|GST|TS[İI]|BRT|"
    r"мск|қр|(?:local|moscow|astana|eastern) time)\b|"
    r"по (?:местному|московскому|астанинскому) времени|(?:астана|алматы|мәскеу) уақыты(?:мен)?|за ки[єї]всь?ким часом|"
    r"\bhora (?:local|peninsular|de \w+)\b|\bheure (?:locale|de \w+)\b|\bora (?:locale|italiana)\b|"
    r"\bhorário de \w+\b|\bOrtszeit\b|ب?توقيت (?:مكة المكرمة|\w+)|北京[时時][间間]|日本時間|한국시간"
)
"""A pattern for a time's zone."""

LATEST = (
    r"(?:last|latest|zuletzt|letzte[rs]?|derni[èe]re|[úu]ltim[ao]|laatste?|ostatni[ao]|son|последне[ея]|останн[єя]|"
    r"соңғы|article|artikel|artículo|noticia|[آا]خر|[آا]خرین|تم|最[后後終]|최종)"
)
"""A pattern for what may stand before a label."""
PUBLISHED = (
    r"published(?: online)?|posted(?: online)?|created|added|issued|released|dated?(?: of publication)?|"
    r"publication date|(?:дата )?(?:публикаци[ия]|размещени[ея]|создания|выпуска|выхода|издания)|"
    r"опубликован[оаы]?|размещен[оаы]?|"
    r"создан[оаы]?|добавлен[оаы]?|дата(?: публікації)?|жарияланған(?: күні)?|жарияланды|жариялау күні|жарық көрді|күні|"
    r"опублікован[оаий]+|створено|додано|"
    r"veröffentlicht|publiziert|erschienen|erstellt|eingestellt|parue?|publiée?|postée?|mise? en ligne|"
    r"publicad[oa]|postado|pubblicat[oa]|gepubliceerd|geplaatst|verschenen|opublikowan[oaey]|dodano|utworzono|"
    r"(?:haber )?(?:yay[ıi]nlan(?:ma|d[ıi])|eklenme|oluşturulma|giriş)(?: tarihi)?|"
    r"نُ?شرت?|(?:ال)?نشر|منشور|منتشر شده?|[发發][布佈表][于於]?|刊[发發登]|公開|掲載|投稿|配信|発行|発表|"
    r"(?:기사)? ?(?:입력|등록|게재|발행|송고|승인|작성|게시)"
)
"""A pattern for what says that a date is that of publication."""
PUBLICATION = (
    r"datum|veröffentlichung|publication|publicaci[óo]n|fecha(?: de publicaci[óo]n)?|"
    r"(?:data d[ei] )?(?:publica[cç]ão|pubblicazione)|data|(?:data )?(?:publikacji|utworzenia|dodania)|publikacja|"
    r"publicatie(?:datum)?|(?:yay[ıi]n )?tarihi?|(?:تاريخ )?النشر|التاريخ|تاريخ|تاریخ(?: انتشار)?|انتشار|"
    r"(?:[发發][布佈表]|公開|掲載|投稿|配信|発行|発表|입력|등록|게재|발행|송고|작성|게시)?(?:[时時][间間刻]|日[时時]?|日期|일시?|시간)"
)
UPDATED = (
    r"updated?|modified|edited|revised|amended|corrected|changed|обновлени[ея]|изменени[ея]|исправлени[ея]|"
    r"дата (?:обновления|изменения|исправления)|"
    r"(?:обновл[её]н|измен[её]н|исправлен|отредактирован|дополнен|уточн[её]н)[оаы]?|"
    r"жаңарт\w+(?: күні)?|(?:өзгертіл|түзетіл|толықтырыл)(?:ді|ген|ды|ған)(?: күні)?|"
    r"оновлен[оа]|оновлення|змінено|виправлено|доповнено|"
    r"aktualisiert|geändert|überarbeitet|korrigiert|ergänzt|mise? à jour|modifiée?|actualisée?|corrigée?|"
    r"a[ck]?tuali[sz]ad[oa]|modificad[oa]|corregid[oa]|corrigid[oa]|"
    r"aggiornat[oa]|modificat[oa]|corrett[oa]|bijgewerkt|gewijzigd|aangepast|gecorrigeerd|"
    r"z?aktualizowan[oaey]|zmodyfikowan[oaey]|poprawion[oaey]|"
    r"güncelle(?:me|nme|ndi)(?: tarihi)?|(?:ال)?تحديث|تعديل|به.?روز ?رسانی|به.?روز شده|更新[于於]?|수정|업데이트"
)
"""A pattern for what says that a date is that of a change."""
UPDATE = (
    r"stand|aktualisierung|änderung|modification|maj|actualizaci[óo]n|modificaci[óo]n|a[ck]?tualiza[cç]ão|aggiornamento|"
    r"modifica|wijziging|aktualizacj[ai]|modyfikacj[ai]|(?:更新|수정)(?:[时時][间間刻]|日[时時]?|日期|일시?|시간)"
)
"""Patterns for labels of both kinds that are words of names too."""
JOINING = (
    r"on|at|the|from|am|um|vom|den|le|à|el|a las?|em|às?|a|il|alle|ore|del|op|om|dnia|w|z|o|godz\.?|saat|в|о|від|от|"
    r"في|الساعة|عند|على|در|ساعت"
)
"""A pattern for the small words between a label, a date and its time: "am … um", "a las", "à", "الساعة"."""
