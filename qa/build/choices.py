"""What a build states, and an index keeps until another build states otherwise."""

from qa.index.store.schema import State
from qa.settings import Settings


def versions_apart(settings: Settings, state: State | None) -> bool:
    """Return whether every version of an article is to answer for itself."""
    return _chosen(settings.versions_apart, state is not None and bool(state.versions_apart))


def furniture_kept(settings: Settings, state: State | None) -> bool:
    """Return whether lines that outlets print around their articles are to stay in."""
    return _chosen(settings.furniture_kept, state is not None and bool(state.furniture_kept))


def chooses_otherwise(settings: Settings, state: State) -> bool:
    """Return whether a build states something else than the index keeps."""
    return (versions_apart(settings, state), furniture_kept(settings, state)) != (
        bool(state.versions_apart),
        bool(state.furniture_kept),
    )


def _chosen(stated: bool | None, kept: bool) -> bool:
    return kept if stated is None else stated
