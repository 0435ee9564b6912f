"""Describe the machine and the versions that a run is made with."""

import hashlib
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.peers.contenders import PEERS_PYTHON

_FLAGS = {"avx512f": "AVX-512", "avx512_bf16": "bfloat16", "amx_tile": "AMX"}
_PACKAGES = (
    "llama-index-core",
    "langchain-core",
    "langchain-community",
    "haystack-ai",
    "txtai",
    "sentence-transformers",
    "transformers",
    "torch",
    "openvino",
    "faiss-cpu",
    "tantivy",
    "numpy",
)
_ASK = """
import importlib.metadata, json, platform
found = {it.name.lower().replace("_", "-"): it.version for it in importlib.metadata.distributions()}
print(json.dumps(found | {"Python": platform.python_version()}))
"""


def describe() -> str:
    """Name processor, cores, memory and system."""
    cpu = _proc("cpuinfo")
    model = cpu.get("model name") or platform.processor()
    known = [name for flag, name in _FLAGS.items() if flag in cpu.get("flags", "").split()]
    parts = [f"{os.cpu_count()} cores of {model}" + (f" ({', '.join(known)})" if known else "")]
    if memory := _proc("meminfo").get("MemTotal"):
        parts.append(f"{int(memory.split()[0]) / 2**20:.0f} GB")
    parts.append(f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}")
    return ", ".join(parts)


def versions() -> Mapping[str, str]:
    """Ask both environments for what is installed in them."""
    found = dict[str, str]()
    for whose, python in (("ours", sys.executable), ("peers", str(PEERS_PYTHON))):
        output = subprocess.run([python, "-c", _ASK], check=True, capture_output=True, text=True).stdout
        installed = json.loads(output)
        found |= {f"{name} ({whose})": installed[name] for name in ("Python", *_PACKAGES) if name in installed}
    return found


def digest(paths: Iterable[Path], below: Path) -> str:
    """Hash names and contents of files."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        whole.update(f"{path.relative_to(below)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def _proc(name: str) -> Mapping[str, str]:
    """Read what a file of /proc says by name, of each name the last; empty where there is none."""
    try:
        lines = Path("/proc", name).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
