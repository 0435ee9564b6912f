"""Ten documents that a database saved as one text are ten articles."""

from tests.articles.formats.making import problems, read_all, records
from tests.articles.formats.test_office import docx, p

NEXIS = """                               {number} of 10 DOCUMENTS


                              The Portville Courier

                              March {day}, 2024 Tuesday
                              National Edition

Storm closes bridge {number}

BYLINE: By Jane Doe

SECTION: CITY; Pg. 3

LENGTH: 45 words

DATELINE: PORTVILLE

Bridge {number} was closed on Monday after a storm.

It will open in June.

LOAD-DATE: March 9, 2024

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                      Copyright 2024 Portville Courier Ltd
                           All Rights Reserved

"""
NEXIS_UNI = """Storm closes bridge {number}

The Portville Courier

March {day}, 2024 Tuesday

Copyright 2024 Portville Courier Ltd All Rights Reserved

Section: CITY; Pg. 3

Length: 45 words

Byline: Jane Doe

Body

Bridge {number} was closed on Monday after a storm.

It will open in June.

Load-Date: March 9, 2024

End of Document

"""
FACTIVA = """City
Storm closes bridge {number}

By Jane Doe
45 words
{day} March 2024
The Portville Courier
PORCOU
English
© 2024 Portville Courier Ltd

Bridge {number} was closed on Monday after a storm.

It will open in June.

Document PORCOU0020240305ek350000{number}

"""
CODED = """HD   Storm closes bridge {number}
BY   By Jane Doe
WC   45 words
PD   {day} March 2024
SN   The Portville Courier
SC   PORCOU
LA   English
CY   © 2024 Portville Courier Ltd

LP
Bridge {number} was closed on Monday after a storm.

TD
It will open in June.

AN   Document PORCOU0020240305ek350000{number}

"""
FORMS = (NEXIS, NEXIS_UNI, FACTIVA, CODED)


def export(form: str) -> str:
    head = "Download Request: Selected Items: 1-10\n\n" if form is NEXIS else ""
    return head + "".join(form.format(number=number, day=number + 4) for number in range(10))


def test_every_document_is_an_article_of_its_own() -> None:
    for form in FORMS:
        found = records("a.txt", export(form))
        assert [it.title for it in found] == [f"Storm closes bridge {number}" for number in range(10)], form
        assert {it.outlet for it in found} == {"The Portville Courier"}
        assert [it.date for it in found] == [f"2024-03-{number + 4:02d}" for number in range(10)]
        assert {it.author for it in found} == {"Jane Doe"}
        assert found[3].text == "Bridge 3 was closed on Monday after a storm.\n\nIt will open in June."


def test_section_place_and_language_are_kept() -> None:
    (found, *_) = records("a.txt", export(NEXIS))
    assert (found.section, found.place, found.language) == ("CITY", "PORTVILLE", "en")
    assert records("a.txt", export(FACTIVA))[0].id == "PORCOU0020240305ek3500000"


def test_ids_do_not_depend_on_the_order() -> None:
    documents = [NEXIS.format(number=number, day=5) for number in range(3)]
    first = {it.id for it in records("a.txt", "".join(documents))}
    assert first == {it.id for it in records("a.txt", "".join(reversed(documents)))}


def test_a_document_without_text_is_named() -> None:
    broken = export(NEXIS).replace("Bridge 3 was closed on Monday after a storm.\n\nIt will open in June.\n", "")
    found = read_all("a.txt", broken)
    assert len(found) == 10
    assert problems(found)[0].startswith("a.txt#document 4: ")


def test_an_export_saved_by_a_word_processor_is_parted_too() -> None:
    for form in FORMS:
        lines = export(form).split("\n")
        rtf = "{\\rtf1\\ansi " + "\\par\n".join(it.replace("©", "\\'a9") for it in lines) + "}"
        for name, data in (("a.docx", docx("".join(map(p, lines)))), ("a.rtf", rtf)):
            found = records(name, data)
            assert [it.title for it in found] == [f"Storm closes bridge {number}" for number in range(10)], (name, form)
            assert [it.date for it in found] == [f"2024-03-{number + 4:02d}" for number in range(10)]
            assert found[3].text == "Bridge 3 was closed on Monday after a storm.\n\nIt will open in June."


def test_an_address_below_a_document_is_no_paragraph_of_it() -> None:
    found = records("a.txt", export(NEXIS).replace("LOAD-DATE", "URL: https://portville.example/1\n\nLOAD-DATE"))
    assert found[0].text == "Bridge 0 was closed on Monday after a storm.\n\nIt will open in June."
