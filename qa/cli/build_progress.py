"""Show on a terminal how far a build is."""

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn


class BuildProgress:
    """A bar with the articles done, the passages encoded, how many a second, and the time left; none but on a terminal.

    Articles are read ahead of their passages, and the model is loaded for the first of these: until then the bar only
    says that something goes on, and later it counts the articles that were read when passages were last encoded.
    """

    def __init__(self, console: Console) -> None:
        self._bar = Progress(
            TextColumn("[bold]{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[work]}"),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        self._task: TaskID | None = None
        self._articles = self._read = self._encoded = 0

    def __enter__(self) -> "BuildProgress":
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def start(self, articles: int) -> None:
        """Show a bar of unknown length."""
        self._articles = articles
        if articles:
            self._task = self._bar.add_task("loading the model", total=None, work=self._read_words())

    def advance(self, articles: int, encoded: int) -> None:
        """Move the bar, where passages have been encoded."""
        self._read += articles
        if self._task is None:
            return
        if encoded == self._encoded:
            if not encoded:
                self._bar.update(self._task, work=self._read_words())
            return
        self._encoded = encoded
        elapsed = self._bar.tasks[self._task].elapsed or 0.0
        rate = encoded / elapsed if elapsed else 0.0
        work = f"{self._read:,}/{self._articles:,}, {encoded:,} passages encoded, {rate:,.0f} a second"
        self._bar.update(self._task, description="articles", total=self._articles, completed=self._read, work=work)

    def _read_words(self) -> str:
        return f"{self._read:,} of {self._articles:,} articles read"
