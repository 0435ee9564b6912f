"""Find the articles in JSON, however deep the list of them lies and whatever tables stand beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qa.articles.formats.columns import has_text
from qa.articles.formats.field_names import WEAK, field_name

_DEEPEST_LIST = 4
_PUBLISHED = frozenset(("published", "sent"))


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of a list, and how many beside them nobody has published."""

    items: Sequence[object]
    unpublished: int = 0


def find_articles(found: object, columns: Mapping[str, str]) -> Articles | None:
    """Return the first list of articles in an object; or its own values, where those are articles by their ids."""
    return _find(found, columns, 0)


def has_headline(found: Mapping[str, object]) -> bool:
    """Return whether an object has what an article has, so that a list in it is of something else: of comments."""
    names = (field_name(name) for name, value in found.items() if isinstance(value, str))
    return any(it is not None and it.field in {"title", "url"} and it.tier < WEAK for it in names)


def _find(found: object, columns: Mapping[str, str], depth: int) -> Articles | None:
    if not isinstance(found, dict) or depth > _DEEPEST_LIST:
        return None
    lists = {name: value for name, value in found.items() if isinstance(value, list)}
    for summary in (False, True):
        for name, value in lists.items():
            if any(isinstance(it, dict) and has_text(it, columns, summary=summary) for it in value):
                return _with_tables(found, name, value)
    if found and all(isinstance(it, dict) and has_text(it, columns) for it in found.values()):
        return Articles([{"id": name, **value} for name, value in found.items()])
    inner = (_find(value, columns, depth + 1) for value in found.values() if isinstance(value, dict))
    if (first := next((it for it in inner if it is not None), None)) is not None:
        return first
    return next((it for value in lists.values() if (it := _in_list(value, columns, depth + 1))), None)


def _in_list(value: Sequence[object], columns: Mapping[str, str], depth: int) -> Articles | None:
    """Return the articles of the lists in a list's objects: the pages that an interface answers with."""
    pages = [it for it in value if isinstance(it, dict) and not has_headline(it)]
    found = [it for page in pages if (it := _find(page, columns, depth)) is not None]
    items = [item for it in found for item in it.items]
    return Articles(items, sum(it.unpublished for it in found)) if items else None


def _with_tables(parent: Mapping[str, object], name: str, items: Sequence[object]) -> Articles:
    """Return articles with the names that stand in tables beside theirs, as Ghost writes its database."""
    people, tags = _names(parent.get("users")), _names(parent.get("tags"))
    writers, labels = _links(parent.get(f"{name}_authors"), "author_id"), _links(parent.get(f"{name}_tags"), "tag_id")
    if not people:
        return Articles(items)
    shown: list[object] = []
    for item in items:
        if not isinstance(item, dict):
            shown.append(item)
        elif item.get("status", "published") in _PUBLISHED:
            named = {
                "authors": _linked(item, writers, people, "author_id"),
                "category": _linked(item, labels, tags, ""),
            }
            shown.append({**{field: value for field, value in named.items() if value}, **item})
    return Articles(shown, len(items) - len(shown))


def _names(table: object) -> dict[object, str]:
    """Return the names of a table by the ids of its rows; one that begins with # is not shown."""
    found: dict[object, str] = {}
    for row in _rows(table):
        key, name = row.get("id"), row.get("name")
        if isinstance(key, str | int) and isinstance(name, str) and not name.startswith("#"):
            found[key] = name
    return found


def _links(table: object, target: str) -> dict[object, list[object]]:
    """Return what each article is linked to, in the order that is stated."""
    found: dict[object, list[object]] = {}
    rows = [
        it for it in _rows(table) if isinstance(it.get("post_id"), str | int) and isinstance(it.get(target), str | int)
    ]
    for row in sorted(rows, key=_order):
        found.setdefault(row["post_id"], []).append(row[target])
    return found


def _order(row: Mapping[str, object]) -> float:
    stated = row.get("sort_order")
    return stated if isinstance(stated, int | float) else 0


def _linked(
    item: Mapping[str, object], links: Mapping[object, list[object]], names: Mapping[object, str], own: str
) -> list[str]:
    key = item.get("id")
    targets = links.get(key, []) if isinstance(key, str | int) else []
    stated = item.get(own) if own else None
    if not targets and isinstance(stated, str | int):
        targets = [stated]
    return [names[it] for it in targets if it in names]


def _rows(table: object) -> Iterable[Mapping[str, object]]:
    return [row for row in table if isinstance(row, dict)] if isinstance(table, list) else []
