"""Fetch a model by its hub name: the one place that may use the network, and only for a model that somebody names."""

from pathlib import Path

MEANINGFUL = (".json", ".txt", ".model", ".safetensors", ".bin")
"""Endings of the files that a model's results depend on; the rest is documentation or another back end's weights."""


def fetch(name: str) -> Path:
    """Return the folder of a model on the hub, downloaded unless it was before.

    Raises:
        FileNotFoundError: the hub has none; the message says why.
    """
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, allow_patterns=[f"*{ending}" for ending in MEANINGFUL]))
    except (HFValidationError, HfHubHTTPError, LocalEntryNotFoundError, OSError) as error:
        raise FileNotFoundError(
            "it is neither a folder here nor a model that the hub gave; correct the name, connect to the network, or "
            "name a folder that holds the model"
        ) from error
