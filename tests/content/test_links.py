"""Links in rich text: what is an address, what becomes one, and what none can be."""

import pytest

from briefings.content.links import Link, links_in, links_without_way, whole_address, with_whole_addresses


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.org", "https://example.org/"),
        (" www.example.org/a?b=c#d ", "https://www.example.org/a?b=c#d"),
        ("example.org:8080", "https://example.org:8080/"),
        ("example.org?a=b", "https://example.org/?a=b"),
        ("münchen.de", "https://münchen.de/"),
        ("desk@example.org", "mailto:desk@example.org"),
        ("http://example.org", "http://example.org"),
        ("/briefings/a/", "/briefings/a/"),
        ("index.html", "index.html"),
        ("10.5", "10.5"),
        ("the bridge", "the bridge"),
        ("#source-1", "#source-1"),
    ],
)
def test_what_somebody_types_becomes_a_whole_address_where_only_the_scheme_is_missing(typed, address):
    assert whole_address(typed) == address


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:80/a b".replace(" ", "%20"),
        "https://[::1]/",
        "mailto:a@b.example?subject=x",
    ],
)
def test_an_address_has_a_host_or_a_mailbox(address):
    assert Link(address, "").is_address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example",
        "https://",
        "https:///a",
        "https://a",
        "https://a b.example/",
        "mailto:",
        "mailto:a",
        "/a/",
        "#a",
        "tel:1",
    ],
)
def test_what_is_none(address):
    assert not Link(address, "").is_address


def test_links_are_found_with_their_words_and_amended_where_they_stand():
    html = '<p>See <a href="example.org?a=1&amp;b=2" rel="noopener">the <em>new</em> bridge</a>, and <a href="https://b.example/">it</a>.</p>'

    whole = with_whole_addresses(html)

    assert links_in(whole) == (("https://example.org/?a=1&b=2", "the new bridge"), ("https://b.example/", "it"))
    assert whole.replace("https://example.org/?", "example.org?") == html


def test_addresses_that_cleaning_drops_are_named():
    html = "<p><a href='tel:123'>a</a> <a class=x HREF=javascript:x()>b</a> <a href='https://'>d</a> <a href=\"https://a.example/\">c</a></p>"

    assert links_without_way(html) == ("tel:123", "javascript:x()", "https://")
