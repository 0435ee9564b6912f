from dataclasses import replace

from qa.exports.notebook import Standing
from qa.page.rendering.notebook import KeptNow, notebook
from qa.page.words.english import ENGLISH
from qa.page.words.kazakh import KAZAKH
from qa.records import Passage
from tests.exports.citations.made import BARE
from tests.exports.notebook.made import KEPT, SECOND
from tests.page.golden_files import assert_golden
from tests.page.hostile import ATTACKS
from tests.page.rendered import rendered

NOW = Passage("1" * 16, KEPT.citation.passage.replace("7,591", "7,644"), 0, 70, 5, None)
THERE = KeptNow(KEPT, Standing("there", replace(NOW, id=KEPT.citation.passage_id)))
CHANGED, GONE = KeptNow(SECOND, Standing("changed", NOW)), KeptNow(replace(KEPT, citation=BARE), Standing("gone"))


def test_each_entry_says_its_question_its_words_its_source_and_what_became_of_it() -> None:
    html = notebook([THERE, CHANGED, GONE], ENGLISH, word=True)
    assert KEPT.note not in html
    assert_golden("notebook.html", html)


def test_where_word_is_not_written_it_is_said_what_is_missing() -> None:
    html = notebook([THERE], KAZAKH, word=False)
    assert 'data-exports="docx"' not in html
    assert "pip install 'qa-news-archive[docx]'" in rendered(html).text
    assert KAZAKH.notebook.note in html


def test_an_empty_notebook_says_how_it_is_filled_and_offers_no_export() -> None:
    html = notebook([], ENGLISH, word=True)
    assert "Nothing kept yet" in html
    assert "data-exports" not in html


def test_a_changed_passage_is_linked_as_it_is_now_and_a_gone_one_only_by_its_question() -> None:
    changed, gone = (notebook([it], ENGLISH, word=True) for it in (CHANGED, GONE))
    assert f"passage={NOW.id}" in changed
    assert "passage=" not in gone
    assert 'href="?q=How+long+is+the+border%3F"' in gone


def test_whatever_a_file_says_is_text_and_every_link_stays_on_the_page() -> None:
    for attack in ATTACKS:
        citation = replace(KEPT.citation, question=attack, passage=attack, quote=attack, headline=attack, outlet=attack,
                           author=attack, date=attack, place=attack, file=attack, passage_id=attack)  # fmt: skip
        for address in (attack, f"?q={attack}", "https://evil.example/?q=1", "javascript:alert(1)"):
            kept = replace(KEPT, citation=citation, address=address)
            html = rendered(
                notebook([KeptNow(kept, Standing("changed", replace(NOW, text=attack)))], ENGLISH, word=True)
            )
            assert not {"script", "img", "iframe", "form", "style"} & set(html.tags)
            assert not [it for it in html.attributes if it.startswith("on")]
        assert 'href="http' not in notebook([KeptNow(kept, None)], ENGLISH, word=True)
