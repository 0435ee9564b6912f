"""Small pictures beside the words of a control, drawn in the colour of its text."""

from collections.abc import Mapping
from types import MappingProxyType

from qa.page.rendering.escaping import Html

_PATHS: Mapping[str, str] = MappingProxyType(
    {
        "read": "M4 5.5c3-1.2 5.8-.8 8 1.2 2.2-2 5-2.4 8-1.2V19c-3-1.2-5.8-.8-8 1.2-2.2-2-5-2.4-8-1.2zM12 6.7V20",
        "copy": "M9 9h11v11H9zM15 9V4H4v11h5",
        "keep": "M6.5 3.5h11v17L12 16l-5.5 4.5z",
        "why": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.8v.2",
        "copies": "M4 7h12v13H4zM8 7V4h12v13h-4",
        "versions": "M12 21a9 9 0 1 0-8.5-12M3 4v5h5M12 7.5V12l3 2",
        "folded": "M4 7h16M4 12h16M4 17h10",
        "answers": "M7 10.5v9.5H3.5v-9.5zM7 11.5 11 3.5c1.6 0 2.7 1.1 2.4 2.8L12.7 9.5h6a2 2 0 0 1 2 2.4l-1.3 6.5"
        "A2 2 0 0 1 17.4 20H7",
    }
)


def icon(name: str) -> Html:
    """Return the picture of a control as HTML; screen readers skip it."""
    return Html('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>').format(_PATHS[name])
