"""Answer with an error in the one form that programs read here."""

from collections.abc import Mapping

from starlette.responses import JSONResponse


def refusal(status: int, reason: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """Return a response that says in one line of JSON why there is no other."""
    return JSONResponse({"error": reason}, status, headers)
