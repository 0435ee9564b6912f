"""First paragraphs of reports that mention dates, places and agencies, and state no date of the article."""

PROSE = {
    "German": """
        Am 21. Juni 2025 um 09:30 Uhr begann in Velden das Rennen.
        Um 9 Uhr standen die ersten Läufer am Start, um 12.30 Uhr war alles vorbei.
        21. Juni 2025: An diesem Tag begann in Velden der Bau der neuen Brücke.
        Der 3. Oktober 2024 war in Berlin ein ruhiger Tag.
        Von 9 bis 17 Uhr ist das Bürgerbüro am 4. Mai geöffnet.
        Stand der Dinge am 8. Dezember 2023 ist, dass niemand etwas weiß.
        In Berlin, 3. Mai 2024 hin oder her, wird weiter gestreikt.
        Die Deutsche Presse-Agentur (dpa) - gegründet am 18. August 1949 - sitzt in Hamburg.
        Seit Dienstag, 3. Mai 2022, ist die Brücke gesperrt.
        Mitte Mai 2024 – das Dorf schläft noch – kam das Wasser.
        Angela Merkel, 17. Juli 1954 – 3. Mai 2054, war Kanzlerin.
        Der Spiegel, 3. Mai 2024: Das stand auf Seite fünf.
        Angela Merkel, 17. Juli 1954 – die Kanzlerin war gemeint.
        Angela Merkel, 17. Juli 1954 in Hamburg geboren, kam spät dazu.
    """,
    "Spanish": """
        El 3 de mayo de 2024, a las 9 horas, empezó en Madrid la huelga.
        El martes 15 de agosto de 2023 ardió la sierra de Mordoño.
        Madrid celebró el 2 de mayo con un desfile por el centro.
        Desde el 24 de noviembre de 2024 el puente está cerrado.
        El Salvador (EFE informó ayer) - cerró la frontera el 3 de mayo.
        En Madrid, 3 de mayo de 2024 - dijo el alcalde - no pasó nada.
        Mayo de 2024 fue el mes más seco del siglo.
        Publicado en 1605, el libro sigue vivo el 23 de abril.
        Juan Pérez, 3 de mayo de 1960, Lima: así empieza su ficha.
    """,
    "French": """
        Le 3 mai 2024 à 9 heures, la grève a commencé à Paris.
        Samedi 21 juin 2025, la fête de la musique a réuni deux mille personnes à Lyon.
        Publié en 1862, le roman reparaît le 3 mai.
        À Paris, le 3 mai 2024, des milliers de personnes ont défilé.
        Mardi 3 mai – jour de marché – le pont était fermé.
        Le Mans (Sarthe) – le 3 mai, la course a été annulée.
        Depuis le 1er février 2025, le prix du billet a augmenté.
        Le Monde, 3 mai 2024, page 5 : la phrase y est.
    """,
    "Italian": """
        Il 3 maggio 2024 alle ore 9 è cominciato a Roma lo sciopero.
        Sabato 21 giugno 2025 si corre a Siena il palio.
        Pubblicato nel 1840, il romanzo torna il 3 maggio in libreria.
        Dal 1º ottobre 2025 il ponte è chiuso.
        A Roma, 3 maggio 2024 o no, si sciopera ancora.
        L’ANSA (fondata il 15 gennaio 1945) - ha sede a Roma.
        Maggio 2024 è stato il mese più secco del secolo.
    """,
    "Portuguese": """
        Em 3 de maio de 2024, às 9h, começou em Lisboa a greve.
        No sábado, 21 de junho de 2025, houve festa no Porto.
        Publicado em 1899, o romance volta às livrarias em 3 de maio.
        Desde 24 de novembro de 2024 a ponte está fechada.
        Em Lisboa, 3 de maio de 2024 - disse a câmara - nada aconteceu.
        A Lusa (fundada em 1987) - tem sede em Lisboa.
        O dia 10 de outubro de 2024 foi o mais quente do ano.
    """,
    "Dutch": """
        Op 3 mei 2024 om 9 uur begon in Amsterdam de staking.
        Zaterdag 21 juni 2025 lopen duizend mensen door Utrecht.
        Sinds 24 november 2024 is de brug dicht.
        In Amsterdam, 3 mei 2024 of niet, wordt nog gestaakt.
        Het ANP (opgericht op 11 december 1934) - zit in Rijswijk.
        Om 09.30 uur ging de brug open, om 10 uur was het voorbij.
    """,
    "Polish": """
        W dniu 3 maja 2024 r. o godz. 9 zaczął się w Warszawie strajk.
        W sobotę 21 czerwca 2025 odbędzie się w Krakowie bieg.
        Od 1 października 2025 most jest zamknięty.
        W Warszawie, 3 maja 2024 – mówi burmistrz – nic się nie stało.
        Polska Agencja Prasowa (PAP) – założona w 1918 roku – ma siedzibę w Warszawie.
        Opublikowano w czwartek 3 lipca raport o stanie mostu.
    """,
    "Ukrainian": """
        3 травня 2024 року о 9:30 у Києві почався страйк.
        У суботу, 21 червня 2025 року, у Львові відбудеться забіг.
        Київ 3 травня відзначив день міста.
        Станом на 8 грудня 2023 р. міст закрито.
        У Києві, 3 травня 2024 – каже мер – нічого не сталося.
        Оновлено 22 червня міст відкриють для машин.
    """,
    "Turkish": """
        3 Mayıs 2024 günü saat 09:30'da Ankara'da grev başladı.
        Cumartesi günü, 21 Haziran 2025'te İzmir'de koşu var.
        Ankara 3 Kasım 2024'te kar altında kaldı.
        Anadolu Ajansı (AA) - 6 Nisan 1920'de kuruldu - Ankara'dadır.
        Mart 2024 yüzyılın en kurak ayı oldu.
        21 Haziran 2025 Cumartesi, yılın en uzun günüydü.
    """,
    "Arabic": """
        في 3 أيار 2024 الساعة 9:30 بدأ الإضراب في القاهرة.
        السبت 18 يناير 2025، شهدت القاهرة أطول سباق في تاريخها.
        قالت وكالة رويترز يوم 3 مايو 2024 إن الجسر أغلق.
        ثورة الشعب - 30 يونيو 2013 - غيرت كل شيء في البلاد.
        نشر الباحث في 2 سبتمبر 2024 كتابا عن تاريخ الجسر.
        أغلق الجسر (رويترز نقلت الخبر) - يوم 3 مايو 2024.
        منذ 3 كانون الثاني 2024 والجسر مغلق أمام السيارات.
        مارس اللاعب 12 رياضة قبل أن يعتزل.
    """,
    "Persian": """
        در ۱۸ ژانویه ۲۰۲۵ ساعت ۱۰:۳۰ اعتصاب در تهران آغاز شد.
        پل تهران از ۱۸ مارس ۲۰۲۵ بسته است.
        شنبه ۲۸ دی ۱۴۰۳ باران آمد و پل بسته شد.
        خبرگزاری ایرنا می‌گوید که ۳ می‌شود به آن رسید.
    """,
    "Chinese": """
        2023年6月18日，江澜市老城轮渡恢复通航。
        6月18日上午10时30分，首班船从码头开出。
        新华社记者6月21日从水利部获悉，大坝已通过试验。
        本报记者2024年9月5日从法院获悉此案已审结。
        据新华社报道，6月21日大坝通过试验。
        发布会将于2023年6月18日10:30在北京举行。
        （2023年6月18日，北京）大坝已通过试验。
        更新设备的工程于2023年6月19日开工。
    """,
    "Japanese": """
        2023年6月18日午前10時30分、町の上のダムが試験に合格した。
        【速報】6月18日、ダムが試験に合格した。
        東京で6月18日、ダムの試験が行われた。
        【写真＝共同】6月18日、ダムは試験に合格した。
        更新は2023年6月19日に行われる予定だ。
        （6月18日、東京）ダムは試験に合格した。
    """,
    "Korean": """
        2023년 6월 18일 오전 10시 30분 댐이 시험을 통과했다.
        서울시는 6월 18일 다리를 다시 열었다고 밝혔다.
        입력 오류로 2023년 6월 18일 열차가 멈췄다.
        (서울) 6월 18일 다리가 다시 열렸다.
        (사진=연합뉴스) 다리가 6월 18일 다시 열렸다.
        수정된 계획은 2023.06.19 발표된다.
    """,
}
