"""Spare Gradio the type stubs that it compares with its own sources, and writes beside them, at every import.

Nobody who runs the page reads them, and they take half of the processor time of the import. Gradio has no setting for
it, so the one function that does it is replaced by one that does nothing, before Gradio defines its first component. A
Gradio without that function is imported as it is.
"""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

_MODULE, _FUNCTION = "gradio.component_meta", "create_or_modify_pyi"


def spare_type_stubs() -> None:
    """Have Gradio imported without them; it changes nothing where Gradio was imported before."""
    if _MODULE not in sys.modules:
        sys.meta_path.insert(0, _Finder())


class _Finder(MetaPathFinder):
    """Finds that one module, once."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != _MODULE:
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _WithoutStubs(spec.loader)
        return spec


class _WithoutStubs(Loader):
    """Runs a module as its own loader does, then replaces the function."""

    def __init__(self, own: Loader) -> None:
        self._own = own

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._own.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._own.exec_module(module)
        if hasattr(module, _FUNCTION):
            setattr(module, _FUNCTION, _nothing)


def _nothing(*_: object) -> None:
    """Return nothing, having done nothing."""
