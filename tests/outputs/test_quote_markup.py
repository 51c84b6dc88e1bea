from hypothesis import given
from hypothesis import strategies as st

from briefings.content.richtext import clean_html, plain_text
from briefings.outputs.printable import printable
from briefings.outputs.quote_markup import QuotePlaces, marked
from tests.outputs.xmltree import read_html

words = st.text(alphabet="ab “”<&>\u00a0\n\u0301é😀'\"", max_size=6)
pieces = st.sampled_from([
    *("<p>", "</p>", "<ul>", "<li>", "</li>", "</ul>", "<br>", "<strong>", "</strong>", "<em>", "</em>"),
    *('<a href="/x?a=1&amp;b=2">', "</a>", "<span>", '<span id="x" onclick="y">', "</span>"),
    *("&lt;p&gt;", "&amp;amp;", "<!-- -->"),
])  # fmt: skip
bodies = st.lists(st.one_of(words, pieces), max_size=14).map("".join)
places = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=3).map(tuple)
quotations = st.lists(places, max_size=4).map(
    lambda quotes: [
        QuotePlaces(key=f"q{letter * 8}", places=spans, speaker="A “B” <C>")
        for letter, spans in zip("abcd", quotes, strict=False)
    ]
)


def quote_places(*spans: tuple[int, int], key: str = "qaaaaaaaa", speaker: str = "Ada") -> QuotePlaces:
    return QuotePlaces(key=key, places=spans, speaker=speaker)


@given(bodies, quotations)
def test_marking_changes_no_word_and_stays_well_formed_whatever_the_offsets(body, quotes):
    body = clean_html(body)

    html = printable(body, quotes)

    assert plain_text(html) == plain_text(body)
    read_html(html)


@given(bodies, quotations)
def test_an_anchor_is_given_once_to_each_quotation_that_has_a_place(body, quotes):
    body = clean_html(body)
    text = plain_text(body)

    html = printable(body, quotes)

    for one in quotes:
        expected = any(text[start:end].strip() for start, end in one.places if start < end)
        assert html.count(f'id="{one.key}"') <= 1
        assert html.count(f'id="{one.key}"') == 1 or not expected


def test_the_words_are_wrapped_with_who_said_them():
    html = marked("<p>She said “yes” twice.</p>", [quote_places((10, 13), speaker="Ada, Mayor")])

    assert html == '<p>She said “<span class="said" id="qaaaaaaaa" title="Ada, Mayor">yes</span>” twice.</p>'


def test_offsets_count_code_points_of_the_plain_text():
    body = "<p>😀 &amp; é</p><ul><li>one</li><li>two three</li></ul>"
    start = plain_text(body).index("three")

    assert ">three</span>" in marked(body, [quote_places((start, start + 5))])


def test_a_line_break_counts_as_one():
    body = "<p>one<br>two three</p>"
    start = plain_text(body).index("three")

    assert ">three</span>" in marked(body, [quote_places((start, start + 5))])


def test_words_over_two_paragraphs_and_an_emphasis_are_wrapped_in_each():
    body = "<p>one <em>two</em></p><p>three four</p>"
    end = plain_text(body).index(" four")

    html = marked(body, [quote_places((0, end), speaker="")])

    assert html == (
        '<p><span class="said" id="qaaaaaaaa">one </span><em><span class="said">two</span></em></p>'
        '<p><span class="said">three</span> four</p>'
    )


def test_a_quotation_inside_another_keeps_both_anchors():
    html = marked("<p>abc</p>", [quote_places((0, 3), speaker=""), QuotePlaces(key="qbbbbbbbb", places=((1, 2),))])

    assert plain_text(html) == "abc"
    assert '<span class="said"><span class="said" id="qbbbbbbbb">b</span></span>' in html


def test_a_split_quotation_has_one_anchor_at_its_first_words():
    html = marked("<p>“Yes,” she said, “of course.”</p>", [quote_places((1, 5), (17, 27), speaker="")])

    assert html.index('id="qaaaaaaaa"') < html.index("Yes,")
    assert html.count("<span ") == 2
    assert html.count("id=") == 1


def test_what_stood_in_the_body_as_a_mark_of_its_own_is_cleaned_away():
    html = printable('<p><span id="qaaaaaaaa" class="said" title="Forged">x</span><script>y</script></p>')

    assert html == "<p>x</p>"


def test_a_speaker_cannot_break_out_of_its_attribute():
    html = printable("<p>abc</p>", [QuotePlaces(key="qaaaaaaaa", places=((0, 3),), speaker='"><b>x')])

    assert "<b>" not in html


def test_relative_links_become_absolute_where_a_base_is_given():
    html = printable('<p><a href="/b/">b</a> <a href="#x">x</a></p>', base="https://news.example/a/")

    assert 'href="https://news.example/b/"' in html
    assert 'href="https://news.example/a/#x"' in html


def test_an_address_that_cannot_be_joined_costs_the_link_and_no_word():
    assert plain_text(printable('<p><a href="//[x">words</a></p>', base="https://news.example/")) == "words"
