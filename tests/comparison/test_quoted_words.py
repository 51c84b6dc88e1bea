"""Words that stand in a section and in a quote from it: whoever corrects one of them corrects both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.comparison.quoted_words import Disagreement, carry_quoted_words
from briefings.content import BriefingContent, PersonName, SectionBlock, Span
from briefings.content.richtext import plain_text, replace_words
from tests.content.texts import QUOTE, A, B, quote, text

ADA = PersonName(name="Ada Byron")


def briefing(body: str, *spans: str, **differences) -> BriefingContent:
    """One section, and a confirmed quote of these spans in it."""
    said = quote(
        **{"section": A, "spans": tuple(Span(text=words) for words in spans), "person": ADA, "confirmed": True}
        | differences
    )
    return text(blocks=(SectionBlock(key=A, body=body), said)).with_quotes_located()


def carried(base: BriefingContent, sent: BriefingContent) -> tuple[str, str, bool]:
    """The section's words and the quote's after all, and whether its speaker is still confirmed."""
    content = carry_quoted_words(base, sent).content
    return plain_text(content.sections[0].body), content.quotes[0].words, content.quotes[0].confirmed


BASE = briefing("<p>“We will <em>recieve</em> ten planes,” she said. All is well.</p>", "We will recieve ten planes,")


def test_a_word_corrected_in_the_section_is_corrected_in_the_quote_which_is_to_be_confirmed_anew():
    sent = briefing(
        "<p>“We will <em>receive</em> ten planes,” she said. All was well.</p>", *["We will recieve ten planes,"]
    )

    assert carried(BASE, sent) == (
        "“We will receive ten planes,” she said. All was well.",
        "We will receive ten planes,",
        False,
    )
    assert carry_quoted_words(BASE, sent).from_sections == (QUOTE,)


def test_a_word_corrected_in_the_quote_is_corrected_in_the_section_and_its_emphasis_stays():
    sent = briefing(BASE.sections[0].body, "We will receive ten planes,")

    after = carry_quoted_words(BASE, sent)

    assert after.content.sections[0].body == "<p>“We will <em>receive</em> ten planes,” she said. All is well.</p>"
    assert after.into_sections == (QUOTE,)
    assert after.content.quotes[0].spans[0].start == 1


def test_where_both_were_changed_and_not_alike_neither_is_touched_and_one_is_asked():
    sent = briefing("<p>“We will get ten planes,” she said. All is well.</p>", "We will receive ten planes,")

    after = carry_quoted_words(BASE, sent)

    assert after.content == sent
    assert after.disagreements == (Disagreement(QUOTE, "We will get ten planes,", "We will receive ten planes,"),)


def test_where_both_were_changed_alike_nothing_is_left_to_do():
    sent = briefing("<p>“We will receive ten planes,” she said.</p>", "We will receive ten planes,")

    assert carry_quoted_words(BASE, sent).content == sent


def test_what_changes_around_a_quote_changes_nothing_in_it():
    sent = briefing(
        "<p>Later: “We will <em>recieve</em> ten planes,” Ada Byron said. Much changed.</p>",
        "We will recieve ten planes,",
    )

    assert carry_quoted_words(BASE, sent).content == sent


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("“Indeed we shall recieve ten planes,” she said. All is well.", "Indeed we shall recieve ten planes,"),
        ("“We will recieve ten new planes today,” she said. All is well.", "We will recieve ten new planes today,"),
        ("“We will recieve planes,” she said. All is well.", "We will recieve planes,"),
    ],
)
def test_words_that_come_or_go_between_the_marks_belong_to_the_quote(body, words):
    assert carried(BASE, briefing(f"<p>{body}</p>", "We will recieve ten planes,"))[1] == words


def test_each_span_of_a_split_quote_follows_its_own_words():
    base = briefing("<p>“We wil act,” she said, “and soom.”</p>", "We wil act,", "and soom.")
    sent = briefing("<p>“We will act,” she said, “and soon.”</p>", "We wil act,", "and soom.")

    assert carried(base, sent)[1] == "We will act, … and soon."
    assert (
        carried(base, briefing(base.sections[0].body, "We will act,", "and soon."))[0]
        == "“We will act,” she said, “and soon.”"
    )


def test_a_quote_that_was_cut_from_its_section_keeps_its_words_and_is_left_to_readiness():
    sent = briefing("<p>All is well.</p>", "We will recieve ten planes,")

    assert carried(BASE, sent) == ("All is well.", "We will recieve ten planes,", True)


def test_a_quote_moved_to_another_section_or_set_off_is_left_alone():
    for section in (None, B):
        blocks = (SectionBlock(key=A, body="<p>Nothing.</p>"), SectionBlock(key=B, body="<p>None.</p>"))
        sent = text(blocks=(*blocks, BASE.quotes[0].model_copy(update={"section": section})))
        assert carry_quoted_words(BASE, sent).content.quotes[0].words == "We will recieve ten planes,"


def test_marks_and_dashes_typed_otherwise_in_the_quote_are_no_change():
    base = briefing("<p>“It’s time – now,” she said.</p>", "It's time - now,")

    assert carried(base, briefing("<p>“It’s time – now,” Ada said.</p>", "It's time - now,"))[1:] == (
        "It's time - now,",
        True,
    )
    changed = briefing(base.sections[0].body, "It's time - today,")
    assert carried(base, changed)[0] == "“It’s time – today,” she said."


def test_new_words_of_a_quote_are_words_in_its_section_and_no_markup():
    sent = briefing(BASE.sections[0].body, "We will <b>recieve</b> & keep ten planes,")

    assert "&lt;b&gt;recieve&lt;/b&gt; &amp; keep" in carry_quoted_words(BASE, sent).content.sections[0].body


@given(st.lists(st.sampled_from(["ab", "c", "“", "”", "&", "<", "d"]), min_size=1), st.data())
def test_words_are_replaced_at_their_offsets_whatever_markup_is_around_them(words, data):
    import html

    body = "<p>" + "</p><p>".join(f"<em>{html.escape(word)}</em> {html.escape(word)}" for word in words) + "</p>"
    plain = plain_text(body)
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, min(len(plain), start + 1)))
    if "\n" in plain[start:end]:
        return

    assert plain_text(replace_words(body, [(start, end, "X")])) == plain[:start] + "X" + plain[end:]


@given(
    st.lists(st.sampled_from(["we", "will", "act", "“", "”", "now"]), max_size=12),
    st.lists(st.sampled_from(["we", "will", "act", "“", "”", "now"]), max_size=12),
)
def test_carrying_never_fails_and_touches_no_word_outside_the_quote(before, after):
    base = briefing(f"<p>{' '.join(before)} we will act “now”</p>", "act")
    sent = briefing(f"<p>{' '.join(after)}</p>", "act")

    done = carry_quoted_words(base, sent)

    assert plain_text(done.content.sections[0].body) == plain_text(sent.sections[0].body)
