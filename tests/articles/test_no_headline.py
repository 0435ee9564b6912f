"""A text that begins with its report has no headline: a sentence is none, in whatever script it ends."""

import pytest

from qa.articles.parsing import read_article

REPORTS = {
    "English": ("The harbour reopened on Tuesday after a storm.", "Ships began to arrive."),
    "Russian": ("Порт открылся во вторник после шторма.", "Суда начали заходить."),
    "Kazakh": ("Порт дауылдан кейін сейсенбіде ашылды.", "Кемелер келе бастады."),
    "Chinese": ("港口在风暴后重新开放。", "船只开始进港，港务局长说。"),
    "Chinese, quoted": ("“港口重新开放了。”", "港务局长周二说，船只开始进港。"),
    "Japanese": ("東京都の知事は月曜日、新しい橋の建設を発表した。", "工事は来年始まる。"),
    "Hindi": ("बंदरगाह मंगलवार को तूफान के बाद फिर से खुल गया।", "जहाज आने लगे।"),
    "Urdu": ("بندرگاہ منگل کو طوفان کے بعد دوبارہ کھل گئی۔", "جہاز آنے لگے۔"),
    "Armenian": ("Նավահանգիստը վերաբացվեց երեքշաբթի օրը։", "Նավերը սկսեցին գալ։"),
    "Amharic": ("ወደቡ ማክሰኞ ከማዕበል በኋላ እንደገና ተከፈተ።", "መርከቦች መምጣት ጀመሩ።"),
    "Burmese": ("ဆိပ်ကမ်းကို အင်္ဂါနေ့က ပြန်ဖွင့်ခဲ့သည်။", "သင်္ဘောများ ဝင်လာသည်။"),
    "Khmer": ("កំពង់ផែបានបើកឡើងវិញនៅថ្ងៃអង្គារ។", "កប៉ាល់បានចាប់ផ្តើមមកដល់។"),
}
HEADLINES = (
    "港口重新开放",
    "新しい橋、来年着工へ",
    "बंदरगाह फिर खुला",
    "Նավահանգիստը վերաբացվեց",
    "港口何时重新开放？",
    "بندرگاہ دوبارہ کھل گئی",
)


@pytest.mark.parametrize("paragraphs", REPORTS.values(), ids=REPORTS)
def test_a_first_sentence_is_a_paragraph(paragraphs: tuple[str, str]) -> None:
    read = read_article("a.txt", "\n\n".join(paragraphs).encode())
    assert read.article.title is None
    assert [read.article.text[it.start : it.end] for it in read.paragraphs] == list(paragraphs)


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_line_without_a_full_stop_is_the_headline(headline: str) -> None:
    read = read_article("a.txt", f"{headline}\n\n{REPORTS['Chinese'][0]}\n\n{REPORTS['Hindi'][1]}".encode())
    assert read.article.title == headline
