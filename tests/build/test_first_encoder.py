"""A new index gets the encoder that fits its articles; one that is there keeps its own."""

from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.build import first_encoder
from qa.build.first_encoder import encoder_of
from qa.errors import FolderError
from qa.models.languages import DEFAULT_ENCODER, MULTILINGUAL_ENCODER
from qa.settings import Settings
from tests.articles.test_language import ENGLISH, RUSSIAN


def articles(folder: Path, english: int, russian: int) -> Path:
    folder.mkdir()
    for number in range(english + russian):
        text = ENGLISH if number < english else RUSSIAN
        (folder / f"{number:04}.txt").write_text(f"Report {number}\n\n{text}\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("english", "russian", "name"),
    [(3, 0, DEFAULT_ENCODER), (60, 1, DEFAULT_ENCODER), (60, 6, MULTILINGUAL_ENCODER), (0, 2, MULTILINGUAL_ENCODER)],
    ids=["English", "one in another language", "one in ten in another language", "Russian"],
)
def test_articles_in_other_languages_than_english_are_for_the_multilingual_one(
    tmp_path: Path, english: int, russian: int, name: str
) -> None:
    assert encoder_of(tmp_path / "index", articles(tmp_path / "articles", english, russian)).name == name


def test_where_it_is_not_installed_the_english_one_is_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_encoder, "have_multilingual", lambda: False)
    assert encoder_of(tmp_path / "index", articles(tmp_path / "articles", 1, 9)).name == DEFAULT_ENCODER


@pytest.mark.model
def test_an_index_keeps_its_encoder_whatever_comes_into_its_folder(tmp_path: Path) -> None:
    folder = articles(tmp_path / "articles", 2, 0)
    Archive.build(folder, tmp_path / "index", encoder="english")
    (folder / "new.txt").write_text(f"{RUSSIAN}\n\n{RUSSIAN}\n", "utf-8")
    Archive.build(folder, tmp_path / "index")
    assert encoder_of(tmp_path / "index", folder).name == DEFAULT_ENCODER


def test_of_many_articles_some_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_encoder, "_SAMPLE", 10)
    read, languages = list[str](), first_encoder._languages

    def counted(folder: Path, file: str, settings: Settings) -> list[str | None]:
        read.append(file)
        return languages(folder, file, settings)

    monkeypatch.setattr(first_encoder, "_languages", counted)
    assert encoder_of(tmp_path / "index", articles(tmp_path / "articles", 20, 20)).name == MULTILINGUAL_ENCODER
    assert len(read) == 10


def test_a_file_that_cannot_be_read_is_left_to_the_build(tmp_path: Path) -> None:
    folder = articles(tmp_path / "articles", 3, 0)
    (folder / "0000.txt").write_bytes(b"\x00\x01\x02" * 50)
    assert encoder_of(tmp_path / "index", folder).name == DEFAULT_ENCODER


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="nowhere"):
        encoder_of(tmp_path / "index", tmp_path / "nowhere")
