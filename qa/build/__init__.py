"""Bring an index up to date with a folder of articles.

What differs is ingested, and one transaction makes a new revision of it. Nothing here answers questions.
"""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.build.additions import add_articles, create_index, remove_articles
    from qa.build.build import build_folder
    from qa.build.compact import compact_index
    from qa.build.consent import Consent
    from qa.build.ingest import Progress
    from qa.build.report import BuildReport
    from qa.build.status import index_status
    from qa.build.update import update_files
    from qa.build.uploads import save_uploads
    from qa.build.verify import verify_index
    from qa.build.watch import watch_folder

__all__ = [
    "BuildReport",
    "Consent",
    "Progress",
    "add_articles",
    "build_folder",
    "compact_index",
    "create_index",
    "index_status",
    "remove_articles",
    "save_uploads",
    "update_files",
    "verify_index",
    "watch_folder",
]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(
        __name__,
        {
            "BuildReport": "report",
            "Consent": "consent",
            "Progress": "ingest",
            "add_articles": "additions",
            "build_folder": "build",
            "compact_index": "compact",
            "create_index": "additions",
            "index_status": "status",
            "remove_articles": "additions",
            "save_uploads": "uploads",
            "update_files": "update",
            "verify_index": "verify",
            "watch_folder": "watch",
        },
    )
