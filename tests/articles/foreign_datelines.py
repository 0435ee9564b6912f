"""Datelines as agencies and papers of thirteen languages write them: dateline => place | date | outlet | author."""

DATELINES = {
    "German": """
        BERLIN, 3. Mai (dpa) – => BERLIN | --05-03 | dpa
        Berlin (dpa) - => Berlin | | dpa
        Frankfurt am Main, 3. Mai 2024 (Reuters) - => Frankfurt am Main | 2024-05-03 | Reuters
        Wien (APA) – => Wien | | APA
        BERLIN (epd) – => BERLIN | | epd
        Altensirne, 14. März 2023 – => Altensirne | 2023-03-14 |
        KRUMMESEE, 12. August 2024. => KRUMMESEE | 2024-08-12 |
        Berlin, den 3. Mai 2024 – => Berlin | 2024-05-03 |
        Bern, 3. Mai 2024 (Redaktion). => Bern | 2024-05-03 |
    """,
    "Spanish": """
        Madrid, 3 may (EFE).- => Madrid | --05-03 | EFE
        MADRID, 3 May. (EUROPA PRESS) - => MADRID | --05-03 | EUROPA PRESS
        Buenos Aires, 3 de mayo de 2024 (Télam) – => Buenos Aires | 2024-05-03 | Télam
        VILLARÍN, 3 de octubre de 2022.- => VILLARÍN | 2022-10-03 |
        Ciudad Lucero, 24 de noviembre de 2024 (Redacción). => Ciudad Lucero | 2024-11-24 |
        Valdemora del Río, 9 de mayo de 2023. => Valdemora del Río | 2023-05-09 |
        El Salvador, 9 de mayo de 2023 - => El Salvador | 2023-05-09 |
        LA HABANA (AP) — => LA HABANA | | AP
        Quito, 3 de mayo del 2024 (Andes).- => Quito | 2024-05-03 | Andes
    """,
    "French": """
        PARIS, 3 mai (Reuters) - => PARIS | --05-03 | Reuters
        Paris (AFP) – => Paris | | AFP
        PARIS, 3 mai 2024 (AFP) - => PARIS | 2024-05-03 | AFP
        LYON, 3 févr 2021 (AFP) - => LYON | 2021-02-03 | AFP
        Bruxelles, le 3 mai 2024 – => Bruxelles | 2024-05-03 |
        Le Mans, 1er août 2024 – => Le Mans | 2024-08-01 |
        GENÈVE (ATS) - => GENÈVE | | ATS
        Namur, 3 mai 2024 (Belga) - => Namur | 2024-05-03 | Belga
    """,
    "Italian": """
        ROMA, 3 MAG - (ANSA) - => ROMA | --05-03 | ANSA
        ROMA, 3 SET - (ANSA) - => ROMA | --09-03 | ANSA
        (ANSA) - ROMA, 03 MAG - => ROMA | --05-03 | ANSA
        Roma, 3 mag. (Adnkronos) - => Roma | --05-03 | Adnkronos
        Roma, 3 mag. (askanews) – => Roma | --05-03 | askanews
        MILANO (Reuters) - => MILANO | | Reuters
        San Vito al Tagliamento, 3 maggio 2024 - => San Vito al Tagliamento | 2024-05-03 |
    """,
    "Portuguese": """
        Lisboa, 03 mai 2024 (Lusa) – => Lisboa | 2024-05-03 | Lusa
        Lisboa, 03 set (Lusa) – => Lisboa | --09-03 | Lusa
        Rio de Janeiro, 3 mai (EFE).- => Rio de Janeiro | --05-03 | EFE
        SÃO PAULO (Reuters) - => SÃO PAULO | | Reuters
        Brasília, 3 de março de 2024 - => Brasília | 2024-03-03 |
        BRASÍLIA, 3 Out (Reuters) - => BRASÍLIA | --10-03 | Reuters
    """,
    "Dutch": """
        DEN HAAG (ANP) - => DEN HAAG | | ANP
        BRUSSEL, 3 mei (Belga) - => BRUSSEL | --05-03 | Belga
        Amsterdam, 3 maart 2024 – => Amsterdam | 2024-03-03 |
        Alphen aan den Rijn, 3 oktober 2024 (ANP) – => Alphen aan den Rijn | 2024-10-03 | ANP
    """,
    "Polish": """
        Warszawa, 3 maja (PAP) – => Warszawa | --05-03 | PAP
        WARSZAWA (PAP) – => WARSZAWA | | PAP
        Kraków, 3 września 2024 r. – => Kraków | 2024-09-03 |
        Gdańsk, 03.05.2024 (ISBnews) - => Gdańsk | 2024-05-03 | ISBnews
    """,
    "Ukrainian": """
        КИЇВ, 3 травня. /Укрінформ/. => КИЇВ | --05-03 | Укрінформ
        Київ. 3 травня. УНН. => Київ | --05-03 | УНН
        Львів, 3 лютого 2024 р. – => Львів | 2024-02-03 |
        КИЇВ. 3 травня. ІНТЕРФАКС-УКРАЇНА - => КИЇВ | --05-03 | ІНТЕРФАКС-УКРАЇНА
    """,
    "Turkish": """
        ANKARA (AA) - => ANKARA | | AA
        İSTANBUL (DHA) - => İSTANBUL | | DHA
        ANKARA, 3 Mayıs (Xinhua) -- => ANKARA | --05-03 | Xinhua
        Ankara, 3 Kasım 2024 – => Ankara | 2024-11-03 |
    """,
    "Arabic": """
        القاهرة - رويترز: => القاهرة | | رويترز
        القاهرة (رويترز) - => القاهرة | | رويترز
        بيروت - (أ ف ب) - => بيروت | | أ ف ب
        رام الله – أ ف ب – => رام الله | | أ ف ب
        مرسى النوارس، 12 مارس 2024 (وكالة المرفأ) - => مرسى النوارس | 2024-03-12 | وكالة المرفأ
        هضبة السراب - 30 حزيران 2022: => هضبة السراب | 2022-06-30 |
        عمّان، ٣ أيار ٢٠٢٤ - => عمّان | 2024-05-03 |
        بكين ٢١ يونيو ٢٠٢٣ (شينخوا) -- => بكين | 2023-06-21 | شينخوا
        دمشق-سانا: => دمشق | | سانا
    """,
    "Chinese": """
        新华社北京6月21日电（记者王丽） => 北京 | --06-21 | 新华社 | 王丽
        新华社北京6月21日电　 => 北京 | --06-21 | 新华社
        据新华社北京6月21日电 => 北京 | --06-21 | 新华社
        中新网北京２０２３年６月２１日电 (记者 王丽、李明) => 北京 | 2023-06-21 | 中新网 | 王丽,李明
        本报青石2024年9月5日讯（记者 孟遥） => 青石 | 2024-09-05 | | 孟遥
        云帆社金汀2023年10月21日电 => 金汀 | 2023-10-21 | 云帆社
        中央社台北18日電 => 台北 | | 中央社
    """,
    "Japanese": """
        【ワシントン共同】 => ワシントン | | 共同
        【北京＝田中太郎】 => 北京 | | | 田中太郎
        【6月18日 AFP】 => | --06-18 | AFP
        ［東京　１８日　ロイター］ - => 東京 | | ロイター
    """,
    "Korean": """
        (서울=연합뉴스) 홍길동 기자 = => 서울 | | 연합뉴스 | 홍길동
        [서울=뉴시스] 홍길동 김철수 기자 = => 서울 | | 뉴시스 | 홍길동 김철수
        (워싱턴=연합뉴스) => 워싱턴 | | 연합뉴스
        【서울=뉴시스】 => 서울 | | 뉴시스
    """,
}
