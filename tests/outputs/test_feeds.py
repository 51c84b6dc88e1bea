import random
import time
from datetime import UTC, datetime
from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from briefings.content import FAQEntry, PersonName, QuoteBlock
from briefings.outputs import feeds, robots, sitemap
from briefings.outputs.sitemap import SitemapEntry
from tests.outputs.makers import (
    BRIEFING_ID,
    CORRECTION,
    DRAFT,
    FIRST,
    LATER,
    SITE,
    make_content,
    make_edition,
    make_entry,
    quote,
    section,
)
from tests.outputs.xmltree import read, read_html

URL = "https://news.example/feeds/x.xml"


def rss(*entries, site=SITE, **more):
    return read(feeds.rss(site, entries, feed_url=URL, **more)).one("channel")


def atom(*entries, site=SITE, **more):
    return read(feeds.atom(site, entries, feed_url=URL, **more))


def full_text(entry):
    """The same in both feeds, or it fails."""
    (one,), (other,) = rss(entry).all("item"), atom(entry).all("entry")
    assert one.one("content:encoded").text == other.one("content").text
    return other.one("content").text


def test_an_rss_item_has_the_id_of_the_briefing_and_its_dates():
    item = rss(make_entry(updated=LATER)).one("item")

    assert item.one("guid").text == f"urn:uuid:{BRIEFING_ID}"
    assert item.one("guid").attributes == {"isPermaLink": "false"}
    assert item.one("pubDate").text == "Tue, 06 Jan 2026 15:04:00 +0100"
    assert item.one("atom:updated").text == "2026-01-07T09:30:00+01:00"
    assert item.one("description").text == DRAFT[0]
    assert item.one("category").text == "Ukraine"


def test_an_atom_entry_has_the_id_of_the_briefing_and_its_dates():
    entry = atom(make_entry(updated=LATER)).one("entry")

    assert entry.one("id").text == f"urn:uuid:{BRIEFING_ID}"
    assert entry.one("published").text == "2026-01-06T15:04:00+01:00"
    assert entry.one("updated").text == "2026-01-07T09:30:00+01:00"
    assert entry.one("summary").text == DRAFT[0]
    assert entry.one("content").attributes == {"type": "html"}


def test_a_feed_names_its_own_address_once_and_keeps_it_as_its_id():
    (own,) = rss().all("atom:link")
    links = {link.attributes["rel"]: link.attributes["href"] for link in atom().all("link")}

    assert own.attributes == {"rel": "self", "href": URL}
    assert links == {"self": URL, "alternate": "https://news.example/"}
    assert atom().one("id").text == URL


def test_the_full_text_holds_every_word_of_the_sample_in_order():
    text = full_text(make_entry())

    at = 0
    for line in [*DRAFT[:8], *DRAFT[9:]]:
        at = text.index(line, at)
    assert "Not known yet, as of 6 January 2026." in text[at:]


def test_the_full_text_brings_no_marks_that_a_reader_would_put_twice():
    assert "<span" not in full_text(make_entry())


def test_a_quotation_set_off_stands_with_its_speaker():
    content = make_content(blocks=(quote("qaaaaaaaa", "Yes.\nNo.", section=None),))

    expected = "<blockquote><p>“Yes.</p><p>No.”</p></blockquote><p>— Steve Witkoff, US Special Envoy</p>"
    assert expected in full_text(make_entry(content=content))


def test_a_major_note_stands_first():
    editions = (make_edition(), make_edition(2, kind="major", note="Adds the vote.", live_from=LATER))

    assert full_text(make_entry(editions=editions)).startswith(
        '<div lang="en" dir="ltr"><p><strong>Updated, 7 January 2026, 09:30 CET:</strong> Adds the vote.</p>'
    )


def test_a_correction_stands_first_and_stays_under_a_later_minor_change():
    corrected = make_edition(2, kind="correction", correction=CORRECTION, live_from=LATER)
    editions = (make_edition(), corrected, make_edition(3, kind="minor", live_from=LATER))

    assert (
        "<p><strong>Correction, 7 January 2026, 09:30 CET:</strong> The summit was in Paris."
        " It said before: The summit was in Rome.</p><p>A coalition"
    ) in full_text(make_entry(editions=editions))


def test_a_minor_change_leaves_the_entry_alone():
    minor = make_edition(2, kind="minor", note="A comma.", live_from=LATER)

    assert full_text(make_entry(editions=(make_edition(), minor))) == full_text(make_entry())


def test_a_withdrawn_entry_keeps_its_id_and_holds_the_notice_alone():
    entry = make_entry(
        gone="withdrawn",
        notice="The account was wrong.",
        content=make_content(authors=(PersonName(name="Mira Novak"),)),
        editions=(make_edition(), make_edition(2, kind="major", note="A secret note.")),
    )

    assert full_text(entry) == '<div lang="en" dir="ltr"><p>The account was wrong.</p></div>'
    for data in (feeds.rss(SITE, [entry], feed_url=URL), feeds.atom(SITE, [entry], feed_url=URL)):
        assert BRIEFING_ID.encode() in data
        for hidden in (DRAFT[0][:40], "Ukraine</category>", "secret", "Mira"):
            assert hidden.encode() not in data
    assert rss(entry).one("item").one("description").text == "The account was wrong."
    assert rss(entry).one("item").one("title").text.startswith("Withdrawn: ")


def test_a_withdrawn_entry_without_a_note_still_says_so():
    assert "This briefing was withdrawn." in full_text(make_entry(gone="withdrawn"))


def test_an_arabic_entry_says_its_language_and_direction():
    entry = make_entry(content=make_content(language="ar"))

    assert full_text(entry).startswith('<div lang="ar" dir="rtl">')
    assert atom(entry).one("entry").attributes == {"xml:lang": "ar"}


def test_every_address_is_absolute():
    entry = make_entry(
        content=make_content(
            blocks=(section('<p><a href="/briefings/other/">x</a></p>'),),
            faq=(FAQEntry(key="faaaaaaaa", question="Q?", answer='<p><a href="../y">y</a></p>'),),
        )
    )

    def addresses(node):
        yield from (value for name, value in node.attributes.items() if name == "href")
        for child in node.children:
            yield from addresses(child)

    links = [*addresses(read_html(full_text(entry))), *addresses(atom(entry)), *addresses(rss(entry))]
    assert "https://news.example/briefings/other/" in links
    assert "https://news.example/briefings/y" in links
    assert all(urlsplit(address).scheme == "https" for address in links)


def test_the_feed_is_as_new_as_its_newest_entry_or_the_moment_given():
    newer = datetime(2026, 2, 1, tzinfo=UTC)

    assert atom(make_entry(), make_entry(updated=LATER)).one("updated").text == LATER.isoformat()
    assert atom(make_entry(), updated=newer).one("updated").text == newer.isoformat()
    assert rss(make_entry(updated=LATER)).one("lastBuildDate").text == "Wed, 07 Jan 2026 09:30:00 +0100"


def test_the_same_entries_give_the_same_bytes_whatever_the_clock_says():
    def once():
        return [write(SITE, those, feed_url=URL) for write in (feeds.rss, feeds.atom) for those in ([], [make_entry()])]

    before = once()
    time.sleep(1.1)
    random.seed(1)

    assert once() == before


def test_a_description_is_html_for_whoever_reads_rss_and_a_title_and_what_atom_calls_text_are_text():
    words = "AT&T pledges <b>more"
    entry = make_entry(content=make_content(headline=words, lede=words))

    assert rss(entry).one("item").one("description").text == "AT&amp;T pledges &lt;b&gt;more"
    assert rss(entry).one("item").one("title").text == words
    assert atom(entry).one("entry").one("summary").text == atom(entry).one("entry").one("title").text == words


def test_a_topic_feed_names_its_topic():
    page = "https://news.example/topics/ukraine/"

    assert rss(name="Ukraine", page_url=page).one("title").text == "Ukraine · The Daily Brief"
    assert rss(name="Ukraine", page_url=page).one("link").text == page


def _content_or_none(words):
    try:
        quotation = QuoteBlock.model_validate({"key": "qaaaaaaaa", "spans": ({"text": words},)})
        return make_content(
            headline=words[:300],
            lede=words,
            blocks=(section(words, heading=words[:300]), quotation),
            dateline=words[:300],
        )
    except (ValidationError, ValueError):
        return None


@given(st.text(max_size=60).map(_content_or_none).filter(bool))
def test_whatever_content_holds_the_feeds_are_xml_and_their_text_is_well_formed(content):
    entry = make_entry(content=content)

    read_html(full_text(entry))
    assert rss(entry).one("item").one("title").text == content.headline


def test_the_sitemap_lists_each_address_with_its_moment():
    root = read(
        sitemap.xml([SitemapEntry(url="https://news.example/", updated=FIRST), SitemapEntry(url="https://x/?a&b")])
    )

    first, second = root.all("url")
    assert (first.one("loc").text, first.one("lastmod").text) == ("https://news.example/", FIRST.isoformat())
    assert second.one("loc").text == "https://x/?a&b"
    assert not second.all("lastmod")


def test_robots_are_sent_to_the_sitemap_and_not_to_the_desk():
    text = robots.txt(SITE).decode()

    assert "Sitemap: https://news.example/sitemap.xml\n" in text
    assert "Disallow: /admin/\n" in text
