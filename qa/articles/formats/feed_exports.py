"""Know what of the export of a blog is an article: WordPress and Blogger keep all they have as entries of a feed."""

from typing import Any

_PUBLISHED = frozenset(("publish", "live"))
_OF_WORDPRESS_NAMES = """
attachment revision nav_menu_item custom_css customize_changeset oembed_cache user_request
"""
_OF_WORDPRESS = frozenset(_OF_WORDPRESS_NAMES.split())
"""Its kinds of posts that nobody reads, beside those whose names begin with `wp_`."""
_OF_BLOGGER = frozenset(("post", "page"))
_KIND = "#kind"
_TAGS = frozenset(("post_tag", "post_format", "tag"))
_CATEGORY = "category"


def is_article(entry: dict[str, Any]) -> bool:
    """Return whether an entry is a published post or page; any entry of what is no export is one."""
    status = entry.get("wp_status") or entry.get("blogger_status")
    if (isinstance(status, str) and status.strip().lower() not in _PUBLISHED) or entry.get("app_draft") == "yes":
        return False
    return _is_post(str(entry.get("wp_post_type") or "").strip(), str(entry.get("link") or "")) and _is_of_blog(entry)


def section_of(entry: dict[str, Any]) -> str | None:
    """Return the category of an entry; a tag or the kind of an export's entry is none."""
    tags = [it for it in entry.get("tags") or [] if not str(it.get("scheme") or "").endswith(_KIND)]
    categories = [it for it in tags if it.get("scheme") == _CATEGORY]
    others = [it for it in tags if it.get("scheme") not in _TAGS]
    return next((str(it.get("term") or it.get("label") or "") for it in (*categories, *others)), None)


def _is_post(kind: str, link: str) -> bool:
    """Return whether a kind of WordPress is a post's; one that a newsroom made is, where it has its own address."""
    return kind not in _OF_WORDPRESS and not kind.startswith("wp_") and ("post_type=" not in link or not kind)


def _is_of_blog(entry: dict[str, Any]) -> bool:
    kinds = [str(it.get("term") or "") for it in entry.get("tags") or [] if str(it.get("scheme") or "").endswith(_KIND)]
    kinds += [str(entry.get("blogger_type") or "")]
    return all(kind.rpartition("#")[2].lower() in _OF_BLOGGER for kind in kinds if kind)
