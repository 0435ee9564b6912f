"""An entry of a feed is an article of the feed's outlet."""

import pytest

from qa.errors import ArticleUnreadable
from tests.articles.formats.making import problems, read_all, record, records

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Portville Courier</title><language>en-GB</language>
<item><title>Fish &amp;amp; chips</title><link>https://example.org/1</link><guid isPermaLink="false">n-1</guid>
<pubDate>Tue, 05 Mar 2024 23:30:00 +0600</pubDate><dc:creator>Jane Doe</dc:creator><category>City</category>
<description>In short.</description>
<content:encoded><![CDATA[<p>The caf&eacute; is open.</p><p>It is <b>new</b>.</p>]]></content:encoded></item>
%s</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title>Вестник порта</title>
<entry><id>urn:n:1</id><title>Мост закрыт</title><link href="https://example.org/1"/>
<published>2024-03-05T10:00:00+03:00</published><updated>2024-03-07T10:00:00+03:00</updated>
<author><name>Иван Петров</name></author>
<content type="html">&lt;p&gt;Мост закрыли.&lt;/p&gt;</content></entry></feed>"""


def test_an_entry_is_read_whole_and_its_day_is_the_one_written() -> None:
    found = record("a.xml", RSS % "")
    assert (found.id, found.title, found.outlet) == ("n-1", "Fish & chips", "Portville Courier")
    assert (found.text, found.date) == ("The café is open.\n\nIt is new.", "2024-03-05")
    assert (found.author, found.section, found.url, found.language) == (
        "Jane Doe",
        "City",
        "https://example.org/1",
        "en",
    )


def test_atom_is_read_with_its_update() -> None:
    found = record("a.atom", ATOM)
    assert (found.id, found.title, found.outlet, found.author) == (
        "urn:n:1",
        "Мост закрыт",
        "Вестник порта",
        "Иван Петров",
    )
    assert (found.text, found.date, found.updated, found.language) == (
        "Мост закрыли.",
        "2024-03-05",
        "2024-03-07",
        "ru",
    )


def test_an_entry_without_a_date_has_none() -> None:
    entry = "<item><title>B</title><guid>n-2</guid><description>Only this is known of it.</description></item>"
    found = records("a.xml", RSS % entry)
    assert (found[1].date, found[1].text) == (None, "Only this is known of it.")


def test_an_entry_without_text_is_named() -> None:
    found = read_all("a.xml", RSS % "<item><title>B</title></item>")
    assert problems(found) == ["a.xml#entry 2: it has no text; save its page"]


def test_entities_that_grow_are_refused_and_files_are_not_read() -> None:
    for entity in ('<!ENTITY a "aaaaaaaaaa">', '<!ENTITY a SYSTEM "file:///etc/passwd">'):
        with pytest.raises(ArticleUnreadable, match="entities of its own"):
            read_all("a.xml", f"<!DOCTYPE rss [{entity}]><rss><channel><item><title>&a;</title></item></channel></rss>")


def test_a_feed_without_entries_is_named() -> None:
    with pytest.raises(ArticleUnreadable, match="no entries"):
        read_all("a.xml", "<rss><channel><title>x</title></channel></rss>")
