import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.blocks import is_closed
from qa.articles.parsing import read_article
from qa.articles.scripts import count_words, is_caseless, is_small, is_spaceless, with_ascii_marks

REPORTS = {
    "Thai": (
        "ท่าเรือเวลเดนถูกปิด",
        "เรือสามลำจมลงเมื่อคืนนี้",
        "ผู้ว่าการกล่าวว่าจะเปิดอีกครั้งในวันศุกร์หลังจากพายุสงบลงและคนงานซ่อมท่าเรือเสร็จ",
        "ไม่มีใครเสียชีวิต",
    ),
    "Lao": ("ທ່າເຮືອປິດ", "ເຮືອສາມລຳຈົມລົງໃນຄືນນີ້", "ເຈົ້າແຂວງກ່າວວ່າຈະເປີດອີກຄັ້ງໃນວັນສຸກຫຼັງຈາກພະຍຸສະຫງົບລົງ"),
    "Khmer": ("កំពង់ផែបិទ", "នាវាបីលិចកាលពីយប់មិញ។", "អភិបាលខេត្តថានឹងបើកឡើងវិញនៅថ្ងៃសុក្រ", "គ្មានអ្នកស្លាប់ទេ"),
    "Tibetan": ("གྲུ་ཁ་སྒོ་བརྒྱབ།", "གྲུ་གསུམ་ནུབ་སོང་།", "ས་གནས་དཔོན་པོས་ཡང་བསྐྱར་སྒོ་འབྱེད་རྒྱུ་ཡིན་ཞེས་བཤད།", "མི་སུ་ཡང་ཤི་མེད"),
    "Burmese": ("ဆိပ်ကမ်းပိတ်", "သင်္ဘောသုံးစင်းနစ်မြုပ်ခဲ့သည်။", "ဝန်ကြီးချုပ်က သောကြာနေ့တွင်ပြန်ဖွင့်မည်ဟုပြောသည်", "သေဆုံးသူမရှိပါ"),
    "Chinese": ("港口因风暴关闭", "昨晚三艘船沉没｡", "市长说周五将重新开放．工人们正在修理码头．", "无人死亡"),
    "Japanese": (
        "港が嵐で閉鎖",
        "市長は金曜日に再開すると述べた。",
        "「増税はしない」",
        "首相はそう語った。野党は反発している。",
    ),
}


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_paragraphs_in_scripts_without_spaces_are_neither_dropped_nor_headings(report: tuple[str, ...]) -> None:
    reading = read_article("a.txt", "\n\n".join(report).encode())
    assert reading.article.title == report[0]
    assert tuple(reading.article.text[it.start : it.end] for it in reading.paragraphs) == report[1:]
    assert not any(it.heading for it in reading.paragraphs)


def test_a_heading_that_is_marked_is_one_in_any_script() -> None:
    reading = read_article(
        "a.txt", "港口因风暴关闭\n\n昨晚三艘船沉没。\n\n## 经济影响\n\n工人们正在修理码头。".encode()
    )
    assert [it.heading for it in reading.paragraphs] == [None, "经济影响"]


@pytest.mark.parametrize("line", ["分享", "广告", "123", "加载"])
def test_a_lone_word_is_a_fragment_in_any_script(line: str) -> None:
    reading = read_article("a.txt", f"港口因风暴关闭\n\n昨晚三艘船沉没。\n\n{line}\n\n无人死亡。".encode())
    assert line not in [reading.article.text[it.start : it.end] for it in reading.paragraphs]


@pytest.mark.parametrize("stop", "。｡．！？।॥։؟۔።፧།။។៕.!?…")
def test_a_line_with_a_stop_of_any_script_is_closed(stop: str) -> None:
    assert is_closed(f"x{stop}")
    assert is_closed(f"x{stop}」")


@pytest.mark.parametrize(
    ("line", "words"),
    [("The bank rose.", 3), ("", 0), ("港口因风暴关闭", 3), ("BBC 报道", 2), ("한국 은행", 2), ("Банк открыт", 2)],
)
def test_words_are_counted_with_and_without_spaces(line: str, words: int) -> None:
    assert count_words(line) == words


@pytest.mark.parametrize(
    ("line", "spaceless"),
    [
        ("港口因风暴关闭", True),
        ("Apple 在北京开店了", True),
        ("The film 千と千尋", False),
        ("한국 은행", False),
        ("5", False),
    ],
)
def test_a_line_is_spaceless_by_most_of_its_letters(line: str, *, spaceless: bool) -> None:
    assert is_spaceless(line) is spaceless


def test_georgian_letters_are_small_and_begin_sentences() -> None:
    assert not is_small("ბ")
    assert is_small("b")
    assert is_small("б")
    assert not is_small("B")


@given(st.text())
def test_digits_and_marks_become_ascii_s_each_in_its_place(line: str) -> None:
    shown = with_ascii_marks(line)
    assert len(shown) == len(line)
    for here, there in zip(line, shown, strict=True):
        assert not here.isdecimal() or (there.isascii() and int(there) == int(here))
        assert here == there or unicodedata.category(here)[0] in "NPSZ"


def test_a_line_in_full_width_or_arabic_marks_reads_as_in_ascii_s() -> None:
    assert with_ascii_marks("（２０２３－０６－１８　１０：３０）、") == "(2023-06-18 10:30),"
    assert with_ascii_marks("السبت، ١٨") == "السبت, 18"


def test_small_letters_are_no_letters_without_capitals() -> None:
    assert is_caseless("القاهرة")
    assert is_caseless("江澜晚报")
    assert not is_caseless("oral")
    assert not is_caseless("AFP 通信")
