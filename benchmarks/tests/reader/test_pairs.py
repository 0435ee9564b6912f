"""What the reader is trained on is right: answers stand where the pairs say, and what does not answer does not."""

import json
from pathlib import Path

from benchmarks.reader.pairs import reading_pairs

LONG = " ".join(f"Sentence {number} of this paragraph speaks of ships and trade by the river." for number in range(20))


def written(folder: Path) -> Path:
    articles = []
    for article in range(8):
        paragraphs = [
            {
                "text": f"{LONG} In town {article} the border is {300 + article} miles long. {LONG}",
                "questions": [
                    {"question": "How long is the border?", "answerable": True, "answers": [f"{300 + article} miles"]},
                    {"question": "Who guards the border?", "answerable": False, "answers": []},
                    {"question": "What is elsewhere?", "answerable": True, "answers": ["not in the text"]},
                ],
            },
            {"text": f"Music was heard in hall {article}.", "questions": []},
        ]
        articles.append({"article": f"Town {article}", "paragraphs": paragraphs})
    path = folder / "reading.json"
    path.write_text(json.dumps(articles))
    return path


def test_an_answer_stands_where_its_pair_says_however_it_was_cropped(tmp_path: Path) -> None:
    made = reading_pairs(written(tmp_path), seed=1)
    pairs = [*made.train, *made.measure]
    found = [pair for pair in pairs if pair.answers]
    assert len(found) == 8
    for pair in found:
        assert pair.span is not None
        assert pair.text[slice(*pair.span)].endswith("miles")
        assert len(pair.text.split()) < 90


def test_what_is_not_answered_there_has_no_place_and_unknown_places_are_left_out(tmp_path: Path) -> None:
    made = reading_pairs(written(tmp_path), seed=1)
    pairs = [*made.train, *made.measure]
    assert all(pair.span is None for pair in pairs if not pair.answers)
    assert {pair.question for pair in pairs} == {"How long is the border?", "Who guards the border?"}
    assert not any(pair.answers for pair in pairs if pair.question == "Who guards the border?")


def test_articles_to_measure_on_are_not_trained_on_and_a_seed_gives_the_same_pairs(tmp_path: Path) -> None:
    path = written(tmp_path)
    made = reading_pairs(path, seed=1)
    towns = [{word for pair in pairs for word in pair.text.split() if word.isdigit() and int(word) > 299}
             for pairs in (made.train, made.measure)]  # fmt: skip
    assert not towns[0] & towns[1]
    assert towns[1]
    assert reading_pairs(path, seed=1) == made
    assert reading_pairs(path, seed=2) != made
