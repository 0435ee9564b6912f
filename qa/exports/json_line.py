"""Write one line of JSON, as the shell prints it and files of lines hold it."""

import json
import re


def json_line(form: object) -> str:
    """Write one line of JSON; lone surrogates, and the line ends that JSON allows inside strings, are escaped.

    Raises:
        ValueError: a number is not finite, so that JSON cannot hold it.
    """
    written = json.dumps(form, ensure_ascii=False, allow_nan=False)
    return re.sub("[\x85\u2028\u2029\ud800-\udfff]", lambda it: f"\\u{ord(it[0]):04x}", written)
