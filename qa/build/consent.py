"""Refuse what a build does only where a person agrees: another folder, most articles gone, another encoder."""

import os
from dataclasses import dataclass
from pathlib import Path

from qa.build.folder_diff import FolderDiff, is_same_folder
from qa.errors import EncoderMismatch, FolderMismatch, FolderShrunk
from qa.index.store.schema import State
from qa.models.encoder.protocol import Encoder


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person has agreed to."""

    another_folder: bool = False
    fewer_articles: bool = False
    another_encoder: bool = False


def check_same_folder(folder: Path, index: Path, state: State) -> None:
    """Refuse a folder that is not the one that the index follows; one that follows none may follow any.

    Raises:
        FolderMismatch: it is another; nothing was changed.
    """
    if state.folder and not is_same_folder(folder, index, state.folder):
        followed = os.path.normpath(index.resolve() / state.folder)
        raise FolderMismatch(
            f"the index {index} follows the folder {followed}, not {folder.resolve()}: build that one, choose another "
            "index with --index, or let it follow this folder with --replace"
        )


def check_not_shrunk(diff: FolderDiff, folder: Path, index: Path, articles: int) -> None:
    """Refuse to remove more than half of the articles that an index has of its folder.

    Raises:
        FolderShrunk: nothing was changed.
    """
    gone = len(diff.removed)
    if gone * 2 > articles:
        raise FolderShrunk(
            f"{gone:,} of the {articles:,} articles in the index are gone from {folder}: if that is right, "
            f"run `qa build --yes --index {index}`"
        )


def check_same_encoder(encoder: Encoder, index: Path, state: State) -> None:
    """Refuse to add to an index with another encoder than made it.

    Raises:
        EncoderMismatch: another model, or other weights, prompts or window under the same name.
    """
    if state.encoder_fingerprint != encoder.fingerprint:
        raise EncoderMismatch(
            f"the index {index} was made with the encoder {state.encoder_name}, whose files are not the ones found now "
            f"under the name {encoder.name}: encode everything again with "
            f"`qa build --encoder {encoder.name} --index {index}`"
        )
