"""Convert any Sentence Transformers model for OpenVINO, once, beside the index, in a process of its own.

Converting takes torch, which leaves with that process: who builds or asks need never import it. What comes out counts
only if it gives nearly the vectors of Sentence Transformers, for questions and passages short and long.
"""

import json
import logging
import os
import re
import shutil
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import numpy as np

from qa.errors import EncoderUnavailable
from qa.models.batches import load_tokenizer
from qa.models.encoder.model_folder import ModelFolder
from qa.models.encoder.openvino_encoder import LoadedEncoder, OpenVinoEncoder, Recipe
from qa.models.inference import Network, UnusableModel, import_openvino, openvino_version
from qa.models.memory import memory_errors
from qa.settings import beside_index

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_log = logging.getLogger(__name__)

_ROOT = Path(__file__).parents[3]
"""Where the package `qa` stands."""
LEAST_COSINE = 0.9995
"""To the vector of Sentence Transformers in float32."""
_TEXTS = ("?", "Who came to Astana in MAY?", "The border follows the river for 300 miles.", "Prices rose again. " * 90)
_NETWORK, _WEIGHTS, _TOKENIZER, _RECIPE = "network.xml", "network.bin", "tokenizer.json", "recipe.json"
_REFUSED = "refused.json"
_WINDOW_IF_NOT_STATED = 512
_OURS = re.compile(r"[0-9a-f]{16}|\.[0-9a-f]{32}\.new")
"""Whatever else stands in the folder is somebody's own."""
_ABANDONED_SECONDS = 3_600
"""After how long a folder that is not finished counts as abandoned."""


@dataclass(frozen=True, slots=True)
class _Refused:
    """Why a model was not converted, and by which version of OpenVINO: another may do better."""

    reason: str
    version: str


def conversions_beside(index: Path) -> Path:
    """Name the folder of converted models that goes with an index: beside its folder, which may be made again."""
    return beside_index(index, "encoder")


def converted(model: ModelFolder, beside: Path) -> Callable[[], LoadedEncoder] | None:
    """Return what loads the converted model, converted now if need be; None, with a warning, where it cannot be."""
    folder = beside / model.fingerprint[:16]
    refused = _refused(folder)
    if refused is None and not _whole(folder):
        _log.warning("converting %s for faster encoding, once for this index", model.name)
        arguments = (model.name, str(model.path), model.fingerprint, str(folder))
        path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
        code = subprocess.call(  # noqa: S603
            [sys.executable, "-P", "-m", "qa.models.encoder.conversion", *arguments],
            env=os.environ | {"PYTHONPATH": path},
        )
        refused = _refused(folder) or (None if _whole(folder) else _Refused(f"it ended with {code}", ""))
    if refused is not None:
        _log.warning("%s runs on torch, which is slower: %s", model.name, refused.reason)
        return None
    return partial(_load, folder)


def convert(model: ModelFolder, folder: Path) -> None:
    """Write the converted model to a folder, or why there is none; an earlier conversion beside it is deleted."""
    unfinished = folder.with_name(f".{uuid4().hex}.new")
    unfinished.mkdir(parents=True)
    there = _whole(folder)
    try:
        refused = _convert(model, unfinished)
        if refused is not None:
            shutil.rmtree(unfinished)  # what is there must not count, whatever becomes of the reason
            unfinished.mkdir()
            (unfinished / _REFUSED).write_text(json.dumps(asdict(_Refused(refused, openvino_version()))), "utf-8")
        for other in folder.parent.iterdir():
            quicker = other == folder and not there and _whole(folder)  # whoever made it may be using it
            if other != unfinished and not quicker and _OURS.fullmatch(other.name) and not _at_work_on(other):
                shutil.rmtree(other, ignore_errors=True)
        with suppress(OSError):  # it is there, then
            unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _convert(model: ModelFolder, folder: Path) -> str | None:
    """Write the parts of a converted model and compare its vectors; give what is wrong with them."""
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        with memory_errors():
            original = SentenceTransformer(str(model.path), local_files_only=True, device="cpu").eval()
            _write(original, folder)
        made = OpenVinoEncoder(model, partial(_load, folder))
        pairs = (
            (made.encode_passages(_TEXTS), original.encode_document(list(_TEXTS), normalize_embeddings=True)),
            (
                np.stack([made.encode_question(text) for text in _TEXTS]),
                original.encode_query(list(_TEXTS), normalize_embeddings=True),
            ),
        )
        cosine = min(float((ours * theirs).sum(axis=1).min()) for ours, theirs in pairs)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  # whatever torch, transformers and OpenVINO raise of a model they do not know
        return f"it cannot be converted ({type(error).__name__}: {' '.join(str(error).split())[:200]})"
    return None if cosine >= LEAST_COSINE else f"converted, it would give other vectors (cosine {cosine:.4f})"


def _write(original: "SentenceTransformer", folder: Path) -> None:
    import torch

    class Whole(torch.nn.Module):
        """All of a model's modules, from tokens to the vector."""

        def __init__(self) -> None:
            super().__init__()
            self.modules_in_turn = original

        def forward(self, ids: torch.Tensor, seen: torch.Tensor, segments: torch.Tensor | None = None) -> torch.Tensor:
            features = {"input_ids": ids, "attention_mask": seen}
            features |= {} if segments is None else {"token_type_ids": segments}
            for module in self.modules_in_turn:
                features = module(features)
            return features["sentence_embedding"]

    tokenizer = original.tokenizer
    segments = "token_type_ids" in tokenizer.model_input_names
    prompts = original.prompts or {}
    recipe = Recipe(
        window=int(original.max_seq_length or min(tokenizer.model_max_length, _WINDOW_IF_NOT_STATED)),
        question_prompt=prompts.get("query") or "",
        passage_prompt=prompts.get("document") or "",
        padding=int(tokenizer.pad_token_id or 0),
        segments=segments,
    )
    example = torch.ones((2, 16), dtype=torch.int64)
    openvino = import_openvino()
    inputs = [(name, [-1, -1], np.int64) for name in ("ids", "seen", "segments")[: 3 if segments else 2]]
    with torch.inference_mode():
        network: Any = openvino.convert_model(
            Whole(), example_input=(example,) * len(inputs), input=[(shape, kind) for _, shape, kind in inputs]
        )
    openvino.save_model(network, folder / _NETWORK, compress_to_fp16=False)
    tokenizer.backend_tokenizer.save(str(folder / _TOKENIZER))
    (folder / _RECIPE).write_text(json.dumps(asdict(recipe)), "utf-8")


def _load(folder: Path) -> LoadedEncoder:
    """Load a converted model.

    Raises:
        EncoderUnavailable: it is damaged.
    """
    openvino = import_openvino()
    try:
        with memory_errors():
            recipe = Recipe(**json.loads((folder / _RECIPE).read_text("utf-8")))
            network = Network(openvino.Core().read_model(folder / _NETWORK))
            return LoadedEncoder(network, load_tokenizer(folder, recipe.window), recipe)
    except (OSError, ValueError, TypeError, RuntimeError, UnusableModel) as error:
        raise EncoderUnavailable(
            f"the converted encoder in {folder} cannot be loaded ({error}): delete that folder, it is made again"
        ) from error


def _at_work_on(folder: Path) -> bool:
    """Return whether another process may be writing to it still."""
    with suppress(OSError):
        return folder.name.startswith(".") and folder.stat().st_mtime > time.time() - _ABANDONED_SECONDS
    return False


def _whole(folder: Path) -> bool:
    return all((folder / name).is_file() for name in (_NETWORK, _WEIGHTS, _TOKENIZER, _RECIPE))


def _refused(folder: Path) -> _Refused | None:
    """Return why an earlier conversion by the same OpenVINO was refused, or None."""
    try:
        refused = _Refused(**json.loads((folder / _REFUSED).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return refused if refused.version == openvino_version() else None


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # torch has some about every model that it traces
    _name, _path, _fingerprint, _folder = sys.argv[1:]
    try:
        convert(ModelFolder(_name, Path(_path), _fingerprint), Path(_folder))
    except OSError as problem:
        sys.exit(f"qa: {_folder} cannot be written ({problem.strerror or problem})")
