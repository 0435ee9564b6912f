import re
from collections import Counter

from qa.page.assets import head

_NAMED = re.compile(r"^(?:async )?function (\w+)|^(?:const|let|class) (\w+)", re.MULTILINE)


def test_no_two_parts_of_the_script_have_one_name() -> None:
    """They are joined into one: a later function of the same name would take the place of the earlier one."""
    names = Counter(function or other for function, other in _NAMED.findall(head(judging=True)))
    assert len(names) > 100
    assert [name for name, count in names.items() if count > 1] == []
