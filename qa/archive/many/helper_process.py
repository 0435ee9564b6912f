"""Answer questions for another process, which runs the networks: `python -m qa.archive.many.helper_process FD …`.

It ends when that process closes the sockets, and when that process ends, however it does.
"""

import signal
import sys
from collections.abc import Sequence
from functools import cached_property
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any

from qa.archive.answering import Answering
from qa.archive.many.messages import Call, NetworkName, Ready, Task
from qa.index.index import Index
from qa.models.encoder.protocol import Token, Vectors
from qa.models.reader.protocol import PassageText, ReaderOutput
from qa.models.reranker import Likelihoods
from qa.retrieval.ranking import Models


class _Lent:
    """A network of the process that asks."""

    def __init__(self, connection: Connection, network: NetworkName, name: str = "", fingerprint: str = "") -> None:
        self._connection, self._network = connection, network
        self.name, self.fingerprint = name, fingerprint

    def call(self, name: str, *given: object) -> Any:
        self._connection.send(Call(self._network, name, given))
        return self._connection.recv()


class _LentEncoder(_Lent):
    @property
    def max_tokens(self) -> int:
        tokens: int = self.call("max_tokens")
        return tokens

    def tokens(self, text: str) -> Sequence[Token]:
        tokens: Sequence[Token] = self.call("tokens", text)
        return tokens

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        vectors: Vectors = self.call("encode_passages", texts)
        return vectors

    def encode_question(self, text: str) -> Vectors:
        vector: Vectors = self.call("encode_question", text)
        return vector


class _LentReader(_Lent):
    @cached_property
    def languages(self) -> frozenset[str] | None:
        languages: frozenset[str] | None = self.call("languages")
        return languages

    def read(self, question: str, texts: Sequence[PassageText]) -> list[ReaderOutput]:
        outputs: list[ReaderOutput] = self.call("read", question, texts)
        return outputs


class _LentReranker(_Lent):
    def likelihoods(self, question: str, texts: Sequence[str]) -> Likelihoods:
        likelihoods: Likelihoods = self.call("likelihoods", question, texts)
        return likelihoods


def main(descriptors: Sequence[str]) -> None:
    """Answer what comes through each of some sockets until it is closed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # what is opened is put away
    connections = [Connection(int(it)) for it in descriptors]
    try:
        task: Task = connections[0].recv()
    except EOFError:
        return
    index = Index(task.index, task.settings)
    with index.view():
        pass  # loaded before a question comes
    threads = [Thread(target=_serve, args=(it, index, task)) for it in connections]
    for thread in threads:
        thread.start()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for thread in threads:
        thread.join()


def _serve(connection: Connection, index: Index, task: Task) -> None:
    answering = Answering(index, _models(connection, task), task.settings)
    try:
        connection.send(Ready())
        while True:
            request = connection.recv()
            try:
                answer = answering.answer(request)
            except (EOFError, ConnectionError):
                return
            except Exception:  # noqa: BLE001  # whoever asked asks itself, and raises what is to be raised
                answer = None
            connection.send(answer)
    except (EOFError, ConnectionError):
        return


def _models(connection: Connection, task: Task) -> Models:
    return Models(
        _LentEncoder(connection, "encoder", task.encoder, task.fingerprint),
        _LentReader(connection, "reader") if task.reader else None,
        _LentReranker(connection, "reranker", task.reranker) if task.reranker is not None else None,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
