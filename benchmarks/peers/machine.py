"""Describe the machine and the versions that a run is made with."""

import hashlib
import json
import os
import platform
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.peers.contenders import Pythons

_FLAGS = {"avx512f": "AVX-512", "avx512_bf16": "bfloat16", "amx_tile": "AMX"}
_PACKAGES = {
    "ours": ("sentence-transformers", "torch", "openvino", "faiss-cpu", "tantivy", "numpy"),
    "peers": (
        "llama-index-core",
        "langchain-core",
        "langchain-community",
        "haystack-ai",
        "txtai",
        "sentence-transformers",
        "transformers",
        "torch",
        "faiss-cpu",
        "numpy",
    ),
}
_ASK = """
import importlib.metadata as metadata, json, platform, sys
found = {"Python": platform.python_version()}
for name in sys.argv[1:]:
    try:
        found[name] = metadata.version(name)
    except metadata.PackageNotFoundError:
        pass
print(json.dumps(found))
"""


def describe() -> str:
    """Name processor, cores, memory and system."""
    cpu = _proc("cpuinfo")
    model = next((line.split(":", 1)[1].strip() for line in cpu if line.startswith("model name")), platform.processor())
    flags = next((line.split() for line in cpu if line.startswith("flags")), [])
    known = [name for flag, name in _FLAGS.items() if flag in flags]
    memory = next((int(line.split()[1]) / 2**20 for line in _proc("meminfo") if line.startswith("MemTotal")), 0.0)
    parts = [f"{os.cpu_count()} cores of {model}" + (f" ({', '.join(known)})" if known else "")]
    if memory:
        parts.append(f"{memory:.0f} GB")
    parts.append(f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}")
    return ", ".join(parts)


def versions(pythons: Pythons) -> Mapping[str, str]:
    """Ask both environments for what is installed in them."""
    found = dict[str, str]()
    for whose, python in (("ours", pythons.ours), ("peers", pythons.peers)):
        asked = [str(python), "-c", _ASK, *_PACKAGES[whose]]
        said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
        found |= {f"{name} ({whose})": version for name, version in json.loads(said).items()}
    return found


def digest(paths: Iterable[Path], below: Path) -> str:
    """Hash names and contents of files."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        whole.update(f"{path.relative_to(below)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def _proc(name: str) -> list[str]:
    try:
        return Path("/proc", name).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
