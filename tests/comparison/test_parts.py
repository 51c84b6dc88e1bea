"""Two texts part by part: parts are matched by their key, whatever became of their words and their place."""

from hypothesis import given

from briefings.comparison import ComparedPart, compare_texts
from briefings.content import FAQEntry, FigureBlock, PersonName, SectionBlock, Span
from tests.content.texts import ASKED, FACTS, QUOTE, A, B, C, D, quote, text, texts


def changes(before, after) -> dict[str, str]:
    return {
        part.address: "moved" if part.is_moved and part.change == "same" else part.change
        for part in compare_texts(before, after)
        if part.is_changed
    }


def only(before, after) -> ComparedPart:
    (part,) = (part for part in compare_texts(before, after) if part.is_changed)
    return part


def test_parts_that_came_went_and_changed_are_told_apart():
    assert changes(text(A, B, C), text(A + "new words", C, D)) == {A: "changed", B: "removed", D: "added"}


def test_the_fewest_parts_that_explain_a_new_order_are_said_to_have_moved():
    assert changes(text(A, B, C, D), text(B, C, D, A)) == {A: "moved"}
    assert changes(text(A, B, C, D), text(A, C, B, D)) in ({B: "moved"}, {C: "moved"})


def test_a_part_that_moved_and_changed_is_both():
    part = only(text(A, B, C), text(B, C, A + "new words"))

    assert (part.change, part.is_moved, [field.name for field in part.fields]) == ("changed", True, ["heading"])


def test_what_was_removed_stands_where_it_stood():
    order = [part.address for part in compare_texts(text(A, B, C, D), text(A, D)) if part.address not in FACTS]

    assert order == [A, B, C, D]
    assert [part.address for part in compare_texts(text(A, B), text(B)) if part.address not in FACTS] == [A, B]


def test_every_fact_can_differ():
    for name, (was, new) in FACTS.items():
        part = only(text(**{name: was}), text(**{name: new}))
        assert (part.address, [field.name for field in part.fields]) == (name, [name])


def test_a_quote_shows_which_of_its_facts_changed():
    before = quote(person=PersonName(name="Ada Byron"), role="minister")
    after = quote(person=PersonName(name="Ada King"), role="minister", said_on="2026-11-01", confirmed=True)

    part = only(text(blocks=(before,)), text(blocks=(after,)))

    assert {field.name: (field.before, field.after) for field in part.fields} == {
        "speaker": ("Ada Byron", "Ada King"),
        "said_on": ("", "2026-11-01"),
        "confirmed": ("", "confirmed"),
    }


def test_a_new_heading_of_its_section_is_no_change_of_a_quote():
    before = text(blocks=(SectionBlock(key=A, heading="Money"), quote(section=A)))
    after = text(blocks=(SectionBlock(key=A, heading="The money"), quote(section=A)))

    assert changes(before, after) == {A: "changed"}


def test_where_the_words_of_a_quote_stand_in_its_section_is_no_change_of_it():
    def at(start: int):
        return text(blocks=(quote(section=A, spans=(Span(text="our pledge", start=start, end=start + 10),)),))

    assert changes(at(3), at(9)) == {}


def test_an_answer_and_the_decision_about_an_open_question_are_compared():
    before = text(faq=(FAQEntry(key=ASKED, question="Who pays?", open="shown"),))
    after = text(faq=(FAQEntry(key=ASKED, question="Who pays?", answer="<p>The states.</p>"),))

    assert {field.name: (field.before, field.after) for field in only(before, after).fields} == {
        "answer": ("", "The states."),
        "open": ("shown", ""),
    }


def test_a_part_that_was_added_shows_all_its_words_as_new():
    figure = FigureBlock(key="paaaaaaaa", alt="A bridge", caption="The bridge at noon")

    part = only(text(), text(blocks=(figure,)))

    assert {
        field.name: [stretch.kind for line in field.lines for stretch in line.stretches] for field in part.fields
    } == {
        "alt": ["inserted"],
        "caption": ["inserted"],
    }


@given(texts, texts)
def test_every_part_of_either_text_is_compared_once_and_the_fields_say_both_sides(before, after):
    compared = compare_texts(before, after)

    addresses = [part.address for part in compared]
    assert len(addresses) == len(set(addresses))
    for side in (before, after):
        assert {part.key for part in (*side.blocks, *side.faq)} | set(FACTS) <= set(addresses)
    for part in compared:
        assert (part.change == "same") == (part.before == part.after), part
        for field in part.fields:
            kept = [stretch.kind for line in field.lines for stretch in line.stretches]
            assert set(kept) & {"deleted", "inserted"}, field


@given(texts)
def test_a_text_differs_from_itself_in_no_part(one):
    assert changes(one, one) == {}


def test_the_key_of_a_quote_holds_it_together_whatever_its_words_became():
    part = only(text(blocks=(quote(),)), text(blocks=(quote(spans=(Span(text="their pledge"),)),)))

    assert (part.address, part.change) == (QUOTE, "changed")
