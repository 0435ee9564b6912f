import codecs
import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.decoding import decode
from qa.errors import ArticleUnreadable

WESTERN = {
    "french": "La Banque centrale européenne a relevé ses taux d'intérêt à Francfort, a déclaré sa présidente.",
    "french short": "Café fermé à Orléans",
    "german": "Die Bundesregierung prüft höhere Zölle für Stahl, sagte der Minister für Äußeres in Köln.",
    "german short": "Größere Mühe für Köln",
    "spanish": "El señor Núñez dijo que mañana habrá más información en España sobre la economía. ¿Será así?",
    "english": "The minister’s “red line” – a £20m café – was crossed, he said…",
    "english with one letter": "He met her in a café in Astana on Monday morning.",
    "portuguese": "A eleição não mudará a relação com Brasília, afirmou o ministro João Conceição.",
}
CYRILLIC = {
    "russian": "Россия и Казахстан продолжат сотрудничество, заявил министр иностранных дел.",
    "russian short": "Курс тенге вырос",
    "russian headline": "ТОВАРООБОРОТ ВЫРОС НА 10%",
    "russian with Latin names": "Компания Google и банк Kaspi.kz подписали соглашение в Алматы, сообщает Reuters.",
    "russian with quotes": "«Мы всегда находим решения», — сказал он.",
}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-8", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [*WESTERN.values(), *CYRILLIC.values()])
def test_unicode_with_a_byte_order_mark_is_read_without_the_mark(text: str, encoding: str) -> None:
    assert decode("a.txt", ("\ufeff" + text).encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-8"])
@pytest.mark.parametrize("text", [*WESTERN.values(), *CYRILLIC.values()])
def test_unicode_without_a_byte_order_mark_is_read(text: str, encoding: str) -> None:
    assert decode("a.txt", text.encode(encoding)) == text


@pytest.mark.parametrize("text", WESTERN.values(), ids=WESTERN)
def test_western_texts_of_windows_are_read_even_short_ones(text: str) -> None:
    assert decode("a.txt", text.encode("cp1252")) == text


def test_latin_1_is_read() -> None:
    assert decode("a.txt", WESTERN["french"].encode("latin-1")) == WESTERN["french"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", CYRILLIC.values(), ids=CYRILLIC)
def test_russian_texts_are_read_in_each_of_their_encodings(text: str, encoding: str) -> None:
    simple = text.replace("«", '"').replace("»", '"').replace("—", "-")  # two of the three have only these marks
    assert decode("a.txt", simple.encode(encoding)) == simple


def test_kazakh_is_read() -> None:
    text = "Қазақстан Республикасының Президенті Өзбекстанға ресми сапармен барды, деп хабарлады үкімет."
    assert decode("a.txt", text.encode("kz1048")) == text


def test_ukrainian_is_read() -> None:
    text = "Україна та її сусіди підписали угоду про енергетику, повідомив міністр."
    assert decode("a.txt", text.encode("cp1251")) == text


def test_polish_and_czech_are_read() -> None:
    polish = "Prezydent Wałęsa powiedział, że rząd podjął właściwą decyzję w sprawie węgla."
    czech = "Vláda žádá další peníze, řekl ministr školství Tomáš Dvořák v pondělí."
    assert decode("a.txt", polish.encode("cp1250")) == polish
    assert decode("a.txt", czech.encode("cp1250")) == czech


def test_chinese_in_an_old_encoding_is_refused_and_not_shown_as_nonsense() -> None:
    with pytest.raises(ArticleUnreadable, match="encoding that is not recognised; save it again as UTF-8"):
        decode("a.txt", "哈萨克斯坦总统将于十一月访问俄罗斯并签署协议。双方将讨论贸易问题。".encode("gb18030"))


def test_a_text_cut_in_the_middle_of_a_letter_keeps_all_its_other_letters() -> None:
    text = CYRILLIC["russian"]
    assert decode("a.txt", text.encode()[:-2]) == text[:-2] + "\ufffd"
    assert decode("a.txt", codecs.BOM_UTF8 + text.encode()[:-2]) == text[:-2] + "\ufffd"


def test_line_ends_become_line_feeds_and_nothing_else_changes() -> None:
    assert decode("a.txt", b" One \r\n\r\nTwo\rThree\n\n\x0c e\xcc\x81 \n") == " One \n\nTwo\nThree\n\n\n e\u0301 \n"


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\r"])
def test_whatever_ends_a_line_in_unicode_ends_one_here(end: str) -> None:
    assert decode("a.txt", f"One{end}{end}Two\u2029Three".encode()) == "One\n\nTwo\n\nThree"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u00a0\n".encode()])
def test_an_empty_or_blank_file_is_named_as_empty(data: bytes) -> None:
    with pytest.raises(ArticleUnreadable, match=r"a\.txt: it is empty"):
        decode("a.txt", data)


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "Words.")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"%PDF-1.7\nall in letters",
        zipped(),
        gzip.compress(b"Words."),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"word" * 99,
        b"Words with a \0 in them.",
        b"Wo\0rds, an\0\0d more of them.",
        b"\x01\x02\x03abc" * 99,
        bytes(range(256)) * 99,
    ],
    ids=["png", "pdf", "zip", "gzip", "doc", "one zero byte", "zero bytes", "controls", "everything"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ArticleUnreadable, match="is not a text file"):
        decode("a.txt", data)


def test_half_a_character_in_utf_16_is_named_as_damage() -> None:
    with pytest.raises(ArticleUnreadable, match="damaged UTF-16-LE"):
        decode("a.txt", codecs.BOM_UTF16_LE + b"\x00\xd8a\x00")


def decoded(data: bytes) -> str | None:
    try:
        return decode("a.txt", data)
    except ArticleUnreadable:
        return None


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_that_can_be_stored_or_a_reason(data: bytes) -> None:
    text = decoded(data)
    if text is not None:
        assert text.encode("utf-8").decode() == text
        assert "\r" not in text
        assert "\0" not in text
        assert text.strip()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip))
def test_every_text_in_utf_8_is_read_as_it_is(text: str) -> None:
    shown = "The minister said: " + text
    assert decoded(shown.encode()) == shown
