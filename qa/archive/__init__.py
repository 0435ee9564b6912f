"""The opened archive: what programs and the page ask.

`Archive` answers questions; lists, the topic map and example questions show what it holds.
"""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.archive.archive import Archive
    from qa.archive.article_list import ArticleList
    from qa.archive.holdings import Holdings
    from qa.archive.topic_map.topic_map import TopicMap

__all__ = ["Archive", "ArticleList", "Holdings", "TopicMap"]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(
        __name__,
        {
            "Archive": "archive",
            "ArticleList": "article_list",
            "Holdings": "holdings",
            "TopicMap": "topic_map.topic_map",
        },
    )
