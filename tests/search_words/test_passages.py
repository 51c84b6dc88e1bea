from briefings.content import FAQEntry, PersonName, QuoteBlock, SectionBlock
from briefings.content.briefing import Span
from briefings.search_words import find_passages, read_query
from tests.search_words.making import content_named

SECTION, QUOTE, ASIDE, QUESTION = "saaaaaaaa", "qaaaaaaaa", "qbbbbbbbb", "faaaaaaaa"


def briefing(**differences):
    macron = PersonName(name="Emmanuel Macron", kind="public")
    clerk = PersonName(name="Jo Private", kind="private")
    values = {
        "lede": "Allies met in Paris.",
        "blocks": (
            SectionBlock(
                key=SECTION, heading="What happened", body="<p>They talked. “We will stay,” he said. They left.</p>"
            ),
            QuoteBlock(
                key=QUOTE, spans=(Span(text="We will stay,"),), section=SECTION, person=macron, role="President"
            ),
            QuoteBlock(key=ASIDE, spans=(Span(text="Nobody asked us."),), person=clerk),
        ),
        "faq": (FAQEntry(key=QUESTION, question="Who pays?", answer="<p>The allies pay. Nobody else does.</p>"),),
    }
    return content_named("Pledge", **(values | differences)).with_quotes_located()


def found(words, content=None):
    return [
        (
            one.kind,
            one.key,
            "".join(run.text for run in one.name),
            "".join(f"[{run.text}]" if run.is_found else run.text for run in one.sentence),
        )
        for one in find_passages(content or briefing(), read_query(words))
    ]


def test_a_word_is_shown_in_its_sentence_with_the_place_where_it_stands():
    assert found("talk") == [("section", SECTION, "What happened", "They [talked].")]


def test_a_quotation_is_shown_with_its_speaker_before_the_text_that_holds_it():
    assert found("stay") == [("quote", QUOTE, "Emmanuel Macron, President", "We will [stay],")]


def test_words_that_stand_apart_have_a_passage_each():
    assert found("talking paying") == [
        ("section", SECTION, "What happened", "They [talked]."),
        ("question", QUESTION, "Who pays?", "The allies [pay]."),
    ]


def test_a_speaker_is_found_by_name_unless_they_are_private():
    assert [kind for kind, *_ in found("Macron")] == ["quote"]
    assert found("Jo") == []


def test_what_no_passage_holds_has_none():
    assert found("pledge") == []


def test_a_long_sentence_is_cut_between_words_around_what_was_found():
    lede = f"{'before ' * 100}peace {'behind ' * 100}"

    ((_kind, _key, _name, sentence),) = found("peace", briefing(lede=lede))

    assert "[peace]" in sentence
    assert sentence.startswith("… before ")
    assert sentence.endswith("behind …")
    assert len(sentence) < 320


def test_a_quotation_whose_words_are_not_in_the_text_leads_to_its_section():
    blocks = (
        SectionBlock(key=SECTION, body="<p>Other words.</p>"),
        QuoteBlock(key=QUOTE, spans=(Span(text="We will stay,"),), section=SECTION),
    )

    assert [key for _kind, key, *_ in found("stay", briefing(blocks=blocks))] == [SECTION]


def test_of_a_long_sentence_the_place_is_shown_where_most_words_stand_together():
    lede = f"{'before ' * 50}peace {'between ' * 60}war and peace {'behind ' * 50}"

    ((_kind, _key, _name, sentence),) = found("peace war", briefing(lede=lede))

    assert "[war] and [peace]" in sentence


def test_a_word_that_was_cut_off_is_shown_by_another_passage():
    lede = f"War {'between ' * 60}and peace."
    answer = "<p>Peace is near.</p>"

    shown = found("war peace", briefing(lede=lede, faq=(FAQEntry(key=QUESTION, question="When?", answer=answer),)))

    assert [(kind, "[peace]" in sentence.lower()) for kind, _key, _name, sentence in shown] == [
        ("lede", False),
        ("question", True),
    ]
