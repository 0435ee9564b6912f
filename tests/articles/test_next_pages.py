"""Pages of the known kinds with the variations that the next save brings."""

from qa.articles.parsing import read_article
from qa.records import ParsedArticle
from tests.articles.parsed import paragraphs


def read(text: str) -> ParsedArticle:
    return read_article("page.txt", text.encode())


def test_an_update_time_above_the_headline_is_no_headline() -> None:
    for line in ("Updated at:\u00a014:20", "Updated at: 14:20", "Updated: 14:20"):
        parsed = read(
            f"All news\n{line}\n\nMinister calls for new rail corridor\n\n"
            "TASHKENT, May 14. /TASS/. The minister called for a new rail corridor, he said on Tuesday.\n"
        )
        assert parsed.article.title == "Minister calls for new rail corridor"
        assert parsed.article.date == "--05-14"
        assert len(parsed.paragraphs) == 1


def test_a_date_line_that_says_how_long_ago_it_was_updated_is_a_date_line() -> None:
    parsed = read(
        "Kenya cuts rates\n\nMay 14, 2024 3:14 PM GMT+3 Updated 2 hours ago\n\n"
        "NAIROBI, May 14 (Reuters) - Kenya's central bank cut its rate on Tuesday, it said.\n"
    )
    assert parsed.article.date == "2024-05-14"
    assert parsed.article.outlet == "Reuters"
    assert len(parsed.paragraphs) == 1


def test_links_under_more_are_no_passages() -> None:
    parsed = read(
        "Talks end\n\nThe talks in Minsk ended without a result on Friday, the ministry said in a statement.\n\n"
        "More:\nMinsk to hold consultations\nYerevan to hold talks\n\nРеклама\n"
    )
    assert len(parsed.paragraphs) == 1


def test_chinese_paragraphs_are_kept() -> None:
    body = [
        "市长周一表示，波特维尔港已重新开放。重建将耗资五百万美元。",
        "码头的重建工作将持续三年，市议会说，费用由国家承担。",
    ]
    assert paragraphs(read("港口重新开放\n\n" + "\n\n".join(body) + "\n")) == body


def test_a_paragraph_that_a_bad_save_repeats_is_kept_once() -> None:
    first = "The harbour of Portville reopened on Monday after the storm."
    second = "It will cost 5 million to mend the pier."
    assert paragraphs(read(f"Harbour reopens\n\n{first}\n\n{first}\n\n{second}\n")) == [first, second]
    assert paragraphs(read("Harbour reopens\n\n" + f"{first}\n\n" * 5)) == [first]
