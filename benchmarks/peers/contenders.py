"""The contenders, and the process that each of them is for building, for one question and for many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

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
LATE = "late_chunking"
"""The script of ours with sentence vectors made otherwise."""
MADE = "made-"
"""Begins the names of sizes whose paragraphs and vectors are made up (see `benchmarks/scaling`)."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A tool in one of its ways, with the index that this way asks."""

    name: str
    script: str
    mode: str
    ours: bool = False
    hybrid: bool = False
    index: str = ""
    """The folder of its index below that of all; empty for its own name."""
    asks: bool = True
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def builds(self) -> bool:
        """Return whether the index is its own; otherwise another way's is asked."""
        return not self.index

    @property
    def bare(self) -> bool:
        """Return whether this is no tool for retrieval but the encoder alone."""
        return self.script == "bare_encode"

    def folder(self, indexes: Path) -> Path:
        """Return the folder of the index."""
        return indexes / (self.index or self.name).replace(" ", "-").replace(",", "")


@dataclass(frozen=True, slots=True)
class Pythons:
    """The interpreters: of this project, and of the environment that holds the peers."""

    ours: Path
    peers: Path

    def of(self, contender: Contender) -> str:
        """Return the one that runs a contender."""
        return str(self.ours if contender.ours else self.peers)


@dataclass(frozen=True, slots=True)
class Given:
    """What every contender gets: the same paragraphs, as articles or cut, and the same questions."""

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

    @property
    def indexes(self) -> Path:
        """Where the indexes are written."""
        return self.folder / "indexes"

    @property
    def ready_made(self) -> bool:
        """Return whether there are no articles, but vectors that nobody needs to encode."""
        return self.folder.name.startswith(MADE)


CONTENDERS = (
    Contender("qa", "qa_archive", "read", ours=True, hybrid=True),
    Contender("bare encode", "bare_encode", "dense"),
    Contender("LlamaIndex", "llama_index_faiss", "dense"),
    Contender("LangChain", "langchain_faiss", "dense"),
    Contender("Haystack", "haystack_memory", "dense"),
    Contender("txtai", "txtai_embeddings", "dense"),
    Contender("qa --fast", "qa_archive", "fast", ours=True, hybrid=True, index="qa"),
    Contender("LlamaIndex, hybrid", "llama_index_faiss", "hybrid", hybrid=True),
    Contender("LangChain, hybrid", "langchain_faiss", "hybrid", hybrid=True, index="LangChain"),
    Contender("Haystack, hybrid", "haystack_memory", "hybrid", hybrid=True, index="Haystack"),
    Contender("txtai, hybrid", "txtai_embeddings", "hybrid", hybrid=True),
    Contender("qa, late chunking", LATE, "read", ours=True, hybrid=True),
    Contender("qa, AVX2", "qa_archive", "read", ours=True, asks=False, environment=NARROW),
    Contender("qa, late chunking, AVX2", LATE, "read", ours=True, asks=False, environment=NARROW),
    Contender("bare encode, AVX2", "bare_encode", "dense", asks=False, environment=NARROW),
)


def build_command(contender: Contender, pythons: Pythons, given: Given) -> Sequence[str]:
    """Return the words of the process that builds; ours reads and cuts the articles, which the others are spared."""
    index = str(contender.folder(given.indexes))
    if contender.ours and not given.ready_made:
        if contender.script == LATE:
            return [*_script(contender, pythons), "build", str(given.articles), index]
        return [pythons.of(contender), "-m", "qa.cli", "build", str(given.articles), "--index", index]
    return [*_script(contender, pythons), "build", str(given.paragraphs), index, contender.mode]


def cold_command(contender: Contender, pythons: Pythons, given: Given, question: str) -> Sequence[str]:
    """Return the words of the process that answers one question and ends."""
    index = str(contender.folder(given.indexes))
    if contender.ours and not given.ready_made:
        fast = ["--fast"] if contender.mode == "fast" else []
        return [pythons.of(contender), "-m", "qa.cli", "ask", question, "--index", index, *fast]
    return [*_script(contender, pythons), "ask", index, contender.mode, question]


def serve_command(
    contender: Contender, pythons: Pythons, given: Given, seconds: float, askers: Sequence[int]
) -> Sequence[str]:
    """Return the words of the process that answers all questions, prints how, and stays until its input ends."""
    index, counts = str(contender.folder(given.indexes)), [str(count) for count in askers]
    words = ["serve", index, contender.mode, str(given.questions), str(seconds), *counts]
    return [*_script(contender, pythons), *words]


def _script(contender: Contender, pythons: Pythons) -> Sequence[str]:
    return [pythons.of(contender), str(SCRIPTS / f"{contender.script}.py")]
