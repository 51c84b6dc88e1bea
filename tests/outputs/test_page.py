from datetime import date

import pytest

from briefings.content import FAQEntry, PersonName, SourceNote, Span
from briefings.outputs.page import parts
from briefings.templatetags.briefing_page import byline
from tests.outputs.makers import DRAFT, make_content, quote, section

DAY = date(2026, 11, 24)
SOURCE = "6f0d8c1e-2f5b-4a53-9a0e-0d6f2a4c9b12"


def only_section(body, *quotes, **differences):
    return parts(make_content(blocks=(section(body), *quotes), **differences), as_of=DAY).blocks[0]


def test_the_sample_stands_in_its_order_with_every_part_at_its_anchor():
    page = parts(make_content(), as_of=DAY)

    assert page.lede == (DRAFT[0],)
    assert [(block.key, block.heading) for block in page.blocks] == [("saaaaaaaa", DRAFT[1]), ("sbbbbbbbb", DRAFT[6])]
    assert [item.question for item in page.questions] == [*DRAFT[9:15:2], DRAFT[15]]
    assert [(attribution.name, attribution.role, attribution.words) for attribution in page.blocks[0].attributions] == [
        ("Steve Witkoff", "US Special Envoy", "strongly stands behind security protocols"),
        ("Steve Witkoff", "US Special Envoy", "as strong as anyone has ever seen."),
        ("Emmanuel Macron", "French President", "fair, lasting and clear-eyed"),
    ]
    assert all(f'id="{attribution.key}"' in page.blocks[0].body for attribution in page.blocks[0].attributions)


def test_an_open_question_is_said_plainly_with_the_day_of_the_edition():
    last = parts(make_content(), as_of=DAY).questions[-1]

    assert last.open_wording == "Not known yet, as of 24 November 2026."
    assert last.answer == ""


def test_an_editors_own_wording_of_an_open_question_wins():
    entry = FAQEntry(key="faaaaaaaa", question="When?", open="shown", open_wording="Nobody knows.")

    assert parts(make_content(faq=(entry,)), as_of=DAY).questions[0].open_wording == "Nobody knows."


def test_an_answered_question_has_no_open_wording():
    entry = FAQEntry(key="faaaaaaaa", question="When?", answer="<p>Now.</p>", open_wording="Nobody knows.")

    shown = parts(make_content(faq=(entry,)), as_of=DAY).questions[0]

    assert (shown.answer, shown.open_wording) == ("<p>Now.</p>", "")


def test_a_quotation_set_off_keeps_its_place_between_the_sections():
    blocks = (section("<p>a</p>"), quote("qaaaaaaaa", "set off", section=None), section("<p>b</p>", key="sbbbbbbbb"))

    page = parts(make_content(blocks=blocks), as_of=DAY)

    assert [block.kind for block in page.blocks] == ["section", "quote", "section"]


def test_a_quotation_whose_section_is_gone_is_set_off_rather_than_lost():
    page = parts(make_content(blocks=(quote("qaaaaaaaa", "words", section="szzzzzzzz"),)), as_of=DAY)

    assert page.blocks[0].attribution.words == "words"


def test_words_that_are_not_in_the_text_are_attributed_without_a_link():
    shown = only_section("<p>other</p>", quote("qaaaaaaaa", "missing"))

    assert not shown.attributions[0].located
    assert "<span" not in shown.body


def test_a_split_quotation_is_marked_with_all_its_words_or_not_at_all():
    spans = (Span(text="one", start=0, end=3), Span(text="two", start=4, end=99))
    half = quote("qaaaaaaaa", "x").model_copy(update={"spans": spans})
    content = make_content().model_copy(update={"blocks": (section("<p>one two</p>"), half)})

    assert parts(content, as_of=DAY).blocks[0].body == "<p>one two</p>"


def test_attributions_follow_the_order_of_the_words_in_the_text():
    shown = only_section("<p>“one” and “two”</p>", quote("qaaaaaaaa", "two"), quote("qbbbbbbbb", "one"))

    assert [attribution.words for attribution in shown.attributions] == ["one", "two"]


def test_a_source_is_cited_and_what_was_translated_says_so():
    quotation = quote("qaaaaaaaa", "words", source=SOURCE, translated_from="fr", said_on="2026-01-06")
    source = SourceNote(id=SOURCE, title="Speech", url="https://example.com/speech")

    shown = only_section("<p>words</p>", quotation, sources=(source,))

    assert shown.attributions[0].source == source
    assert shown.attributions[0].translated_from == "translated from French"
    assert shown.attributions[0].said_on == date(2026, 1, 6)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“Yes.”", "Yes."),
        ("yes,", "yes"),
        ("“Yes” and “no”", "“Yes” and “no”"),
        ("‘I’m here’", "‘I’m here’"),
        (",", ","),
    ],
)
def test_quoted_words_lose_the_marks_around_them_and_nothing_inside(words, shown):
    assert only_section(f"<p>{words}</p>", quote("qaaaaaaaa", words)).attributions[0].words == shown


@pytest.mark.parametrize("long", ["word " * 40, "字" * 200])
def test_long_words_are_cut_in_the_list_of_who_said_it(long):
    attribution = only_section(f"<p>{long}</p>", quote("qaaaaaaaa", long)).attributions[0]

    assert len(attribution.short) <= 81
    assert attribution.short.endswith("…")
    assert attribution.words == long.strip()


def test_the_byline_names_every_author():
    authors = tuple(PersonName(name=name) for name in ("Ada", "Ben", "Cy"))

    page = parts(make_content(authors=authors), as_of=DAY)
    assert byline(page.authors) == "By Ada, Ben and Cy"
    assert byline(page.authors[:1]) == "By Ada"
    assert parts(make_content(), as_of=DAY).authors == ()


def test_a_body_is_cleaned_again_where_it_is_rendered():
    bad = section("<p>x</p>").model_copy(update={"body": '<p onclick="x">y<script>z</script></p>'})
    content = make_content().model_copy(update={"blocks": (bad,)})

    assert parts(content, as_of=DAY).blocks[0].body == "<p>y</p>"
