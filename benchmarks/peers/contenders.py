"""The contenders, and the process that each of them is for building, for one question and for many."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "bench"
PEERS_PYTHON = WORK / "peers" / "bin" / "python"
"""The interpreter of the environment that holds the peers; this project has the one that runs this."""
SCRIPTS = Path(__file__).with_name("scripts")
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HAYSTACK_TELEMETRY_ENABLED": "False",
    "LANGSMITH_TRACING": "false",
    "PYTHONWARNINGS": "ignore",
}
"""Nobody waits for a look-up in the network, and nobody reports home: that would cost the peers, not us."""
NARROW = {"ONEDNN_MAX_CPU_ISA": "AVX2"}
"""oneDNN without AVX-512 and AMX: the processor that most people have."""


@dataclass(frozen=True, slots=True)
class Given:
    """What every contender gets at a size: the same paragraphs, as articles or cut, and the same questions."""

    folder: Path

    @property
    def articles(self) -> Path:
        """The articles, whole."""
        return self.folder / "articles"

    @property
    def paragraphs(self) -> Path:
        """Their paragraphs as this project cuts them, each behind its headline."""
        return self.folder / "paragraphs.jsonl"

    @property
    def passages(self) -> Path:
        """Where each paragraph stands, to know gold by."""
        return self.folder / "passages.jsonl"

    @property
    def questions(self) -> Path:
        """All questions: speed is measured on them."""
        return self.folder / "questions.jsonl"

    @property
    def judged(self) -> Path:
        """Those whose gold is here: quality is measured on them."""
        return self.folder / "judged.jsonl"


@dataclass(frozen=True, slots=True)
class Contender:
    """A tool in one of its ways, with the index that this way asks."""

    name: str
    script: str
    mode: str
    ours: bool = False
    index: str = ""
    """Whose index it asks; empty for its own."""
    asks: bool = True
    environment: Mapping[str, str] = field(default_factory=dict)

    def folder(self, given: Given) -> Path:
        """Return the folder of its index."""
        return given.folder / "indexes" / (self.index or self.name).replace(" ", "-").replace(",", "")

    def building(self, given: Given) -> Sequence[str]:
        """Return the words of the process that builds; ours reads and cuts the articles, the others are spared that."""
        index = str(self.folder(given))
        if not self.ours:
            return self._script("build", str(given.paragraphs), index, self.mode)
        return [sys.executable, "-m", "qa.cli", "build", str(given.articles), "--index", index]

    def asking(self, given: Given, question: str) -> Sequence[str]:
        """Return the words of the process that answers one question and ends."""
        index = str(self.folder(given))
        if not self.ours:
            return self._script("ask", index, self.mode, question)
        fast = ["--fast"] if self.mode == "fast" else []
        return [sys.executable, "-m", "qa.cli", "ask", question, "--index", index, *fast]

    def serving(self, given: Given, seconds: float, askers: Sequence[int]) -> Sequence[str]:
        """Return the words of the process that answers all questions, prints how, and stays until its input ends."""
        counts = [str(count) for count in askers]
        return self._script("serve", str(self.folder(given)), self.mode, str(given.questions), str(seconds), *counts)

    def _script(self, *words: str) -> Sequence[str]:
        python = sys.executable if self.ours else str(PEERS_PYTHON)
        return [python, str(SCRIPTS / f"{self.script}.py"), *words]


CONTENDERS = (
    Contender("qa", "qa_archive", "read", ours=True),
    Contender("bare encode", "bare_encode", "dense"),
    Contender("LlamaIndex", "llama_index_faiss", "dense"),
    Contender("LangChain", "langchain_faiss", "dense"),
    Contender("Haystack", "haystack_memory", "dense"),
    Contender("txtai", "txtai_embeddings", "dense"),
    Contender("qa --fast", "qa_archive", "fast", ours=True, index="qa"),
    Contender("LlamaIndex, hybrid", "llama_index_faiss", "hybrid"),
    Contender("LangChain, hybrid", "langchain_faiss", "hybrid", index="LangChain"),
    Contender("Haystack, hybrid", "haystack_memory", "hybrid", index="Haystack"),
    Contender("txtai, hybrid", "txtai_embeddings", "hybrid"),
    Contender("qa, AVX2", "qa_archive", "read", ours=True, asks=False, environment=NARROW),
    Contender("bare encode, AVX2", "bare_encode", "dense", asks=False, environment=NARROW),
)
BY_NAME = {it.name: it for it in CONTENDERS}
