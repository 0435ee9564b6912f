"""A blog's export holds more than articles, and a feed's own program writes around them: neither is read as one."""

import pytest

from qa.articles.formats import Record
from qa.errors import ArticleUnreadable
from tests.articles.formats.making import problems, read_all, record

FEED = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:turbo="http://turbo.yandex.ru"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Portville Courier</title>%s</channel></rss>"""
WRITERS = """<wp:author><wp:author_login><![CDATA[goakes]]></wp:author_login>
<wp:author_display_name><![CDATA[Graham Oakes]]></wp:author_display_name></wp:author>
<wp:author><wp:author_login>alee</wp:author_login>
<wp:author_display_name>Ann Lee</wp:author_display_name></wp:author>"""
POST = """<item><title>Bridge closed</title><link>https://e.org/%(id)s/</link><dc:creator>goakes</dc:creator>
<pubDate>Tue, 11 Mar 2025 19:40:00 +0000</pubDate><guid isPermaLink="false">p-%(id)s</guid>
<content:encoded><![CDATA[<p>The bridge is shut. Note %(id)s.</p>]]></content:encoded>
<wp:post_date>2025-03-12 00:40:00</wp:post_date><wp:post_modified>2025-03-14 10:00:00</wp:post_modified>
<wp:status>%(status)s</wp:status><wp:post_type>%(kind)s</wp:post_type>
<category domain="post_tag" nicename="storms">storms</category>
<category domain="category" nicename="city">City</category>
</item>"""
LEFT_OUT = [
    ("draft", "post"),
    ("pending", "post"),
    ("private", "page"),
    ("trash", "post"),
    ("inherit", "attachment"),
    ("inherit", "revision"),
    ("publish", "nav_menu_item"),
    ("publish", "custom_css"),
    ("publish", "wp_global_styles"),
]


def item(body: str) -> Record:
    return record("a.xml", FEED % f"<item><title>Bridge closed again</title><link>https://e.org/b/</link>{body}</item>")


def posts(*kinds: tuple[str, str]) -> str:
    return "".join(POST % {"id": number, "status": it[0], "kind": it[1]} for number, it in enumerate(kinds))


def test_an_export_of_wordpress_gives_its_published_posts_with_what_it_states_of_them() -> None:
    found = read_all("a.xml", FEED % (WRITERS + posts(("publish", "post"), ("publish", "page"), *LEFT_OUT)))
    read = [it for it in found if isinstance(it, Record)]
    assert [it.id for it in read] == ["p-0", "p-1"]
    assert (read[0].author, read[0].section) == ("Graham Oakes", "City")
    assert (read[0].date, read[0].updated) == ("2025-03-12", "2025-03-14")
    assert problems(found) == [
        f"a.xml: {len(LEFT_OUT)} of its entries are no published posts or pages, and are left out"
    ]


def test_a_kind_of_post_that_a_newsroom_made_is_an_article_where_it_has_its_own_address() -> None:
    kind = posts(("publish", "city_news"))
    assert record("a.xml", FEED % kind).title == "Bridge closed"
    with pytest.raises(ArticleUnreadable, match="none of its entries is a published post"):
        read_all("a.xml", FEED % kind.replace("e.org/0/", "e.org/?post_type=contact_form&amp;p=5"))


def test_an_export_of_drafts_says_that_nothing_in_it_is_published() -> None:
    with pytest.raises(ArticleUnreadable, match="none of its entries is a published post or page"):
        read_all("a.xml", FEED % posts(("draft", "post")))


def test_a_tag_is_no_section() -> None:
    tag = '<description>Shut.</description><category domain="post_tag" nicename="x">x</category>'
    assert item(tag).section is None
    assert item(f"{tag}<category>City</category>").section == "City"


BLOG = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#"
 xmlns:blogger="http://schemas.google.com/blogger/2018"><title>Portville Courier</title>%s</feed>"""
ENTRY = """<entry><id>%(id)s</id>%(marks)s<title>Bridge closed</title><content type="html">It is shut, %(id)s.</content>
<category scheme="http://www.blogger.com/atom/ns#" term="City"/><author><name>Ann Lee</name></author></entry>"""
KIND = (
    '<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#%s"/>'
)
NEW = "<blogger:type>%s</blogger:type><blogger:status>%s</blogger:status>"


def test_an_export_of_blogger_gives_its_posts_and_no_settings_templates_comments_or_drafts() -> None:
    marks = [KIND % "post", KIND % "page", KIND % "settings", KIND % "template", KIND % "comment"]
    marks += [f"{KIND % 'post'}<app:control><app:draft>yes</app:draft></app:control>"]
    marks += [
        NEW % ("POST", "LIVE"),
        NEW % ("POST", "DRAFT"),
        NEW % ("COMMENT", "LIVE"),
        NEW % ("POST", "SOFT_TRASHED"),
    ]
    found = read_all("a.xml", BLOG % "".join(ENTRY % {"id": n, "marks": it} for n, it in enumerate(marks)))
    read = [it for it in found if isinstance(it, Record)]
    assert [(it.id, it.section, it.author) for it in read] == [(it, "City", "Ann Lee") for it in ("0", "1", "6")]
    assert len(problems(found)) == 1


@pytest.mark.parametrize("tag", ["author", "dc:creator"])
@pytest.mark.parametrize(
    ("stated", "author"),
    [
        ("a@x.press (Graham Oakes)", "Graham Oakes"),
        ("a@x.org (Graham Oakes)", "Graham Oakes"),
        ("Graham Oakes &lt;g@a.example&gt;", "Graham Oakes"),
        ("Graham Oakes g@x.online", "Graham Oakes"),
        ("&quot;Graham Oakes&quot; &lt;g@x.media&gt;", "Graham Oakes"),
        ("g@x.news (Graham Oakes), b@x.news (Bo Carr)", "Graham Oakes, Bo Carr"),
        ("Иван Петров &lt;i@вестник.рф&gt;", "Иван Петров"),
        ("Graham Oakes", "Graham Oakes"),
        ("g@x.media", None),
    ],
)
def test_a_writer_is_named_without_the_address_beside_the_name(tag: str, stated: str, author: str | None) -> None:
    assert item(f"<{tag}>{stated}</{tag}><description>It is shut.</description>").author == author


def test_every_writer_of_an_entry_is_named() -> None:
    two = (
        "<author>a@x.press (Graham Oakes)</author><author>b@x.press (Ann Lee)</author><description>Shut.</description>"
    )
    assert item(two).author == "Graham Oakes, Ann Lee"


@pytest.mark.parametrize(
    "name", ["turbo:content", "fulltext", "x:full-text", "yandex:full-text", "full_text", "x:body_html", "text"]
)
def test_the_whole_text_is_read_from_the_element_that_is_for_it(name: str) -> None:
    space = f' xmlns:{name.partition(":")[0]}="urn:x"' if ":" in name and not name.startswith("turbo") else ""
    whole = f"<{name}{space}><![CDATA[<p>The bridge is shut.</p><p>It opens in June.</p>]]></{name}>"
    assert item(whole).text == "The bridge is shut.\n\nIt opens in June."
    assert item(f"<description>In short.</description>{whole}").text == "The bridge is shut.\n\nIt opens in June."


def test_the_head_of_a_turbo_page_is_no_part_of_the_report() -> None:
    head = "<header><h1>Bridge closed again</h1><menu><a href='/'>Home</a><a href='/x'>About us</a></menu></header>"
    whole = f"<turbo:content><![CDATA[{head}<p>The bridge is shut.</p>]]></turbo:content>"
    assert item(whole).text == "The bridge is shut."


@pytest.mark.parametrize(
    "last",
    [
        "The post %s appeared first on <a href='https://e.org'>Portville Courier</a>.",
        "Сообщение %s появились сначала на <a href='https://e.org'>Portville Courier</a>.",
        "Der Beitrag %s erschien zuerst auf <a href='https://e.org'>Portville Courier</a>.",
    ],
)
def test_the_line_in_which_wordpress_links_to_the_report_is_left_out_in_every_language(last: str) -> None:
    link = last % "<a rel='nofollow' href='https://e.org/b/'>Bridge closed again</a>"
    text = f"<content:encoded><![CDATA[<p>It is shut.</p><p>It opens in June.</p><p>{link}</p>]]></content:encoded>"
    assert item(text).text == "It is shut.\n\nIt opens in June."


def test_a_last_paragraph_that_links_to_another_report_is_kept() -> None:
    text = (
        "<description><![CDATA[<p>It is shut.</p><p>See <a href='https://e.org/c/'>Port open</a>.</p>]]></description>"
    )
    assert item(text).text == "It is shut.\n\nSee Port open."
