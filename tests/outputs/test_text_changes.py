"""Two editions as readers read their difference: by part, in words, and spelling apart."""

import pytest

from briefings.content import FAQEntry, SourceNote
from briefings.outputs.change_sentence import difference
from briefings.outputs.text_changes import for_readers
from tests.outputs.makers import make_content, quote, section

SOURCE = "6f0d8c1e-2f5b-4a53-9a0e-0d6f2a4c9b12"


def changed(**differences):
    return for_readers(make_content(), make_content(**differences))


def names(parts):
    return [(part.name, part.change, part.is_moved) for part in parts]


def test_two_that_say_the_same_have_no_parts():
    assert for_readers(make_content(), make_content()) == for_readers(make_content(), make_content(follows=SOURCE))
    assert changed().parts == changed().spelling == ()


def test_what_readers_never_saw_is_no_change():
    unsaid = make_content(
        blocks=tuple(
            block.model_copy(update={"confirmed": False}) if block.type == "quote" else block
            for block in make_content().blocks
        )
    )

    assert for_readers(make_content(), unsaid).parts == ()
    assert difference(make_content(), unsaid) == ""


def test_spelling_stands_apart_from_what_matters():
    lede = make_content().lede
    found = changed(headline="Ukraine’s allys pledge binding security guarantees at Paris summit", lede=f"{lede} More.")

    assert names(found.spelling) == [("Headline", "changed", False)]
    assert names(found.parts) == [("Lede", "changed", False)]


def test_a_figure_that_changed_is_no_spelling():
    found = for_readers(make_content(lede="It cost 12 euros."), make_content(lede="It cost 21 euros."))

    assert names(found.parts) == [("Lede", "changed", False)]


def test_a_part_that_stands_elsewhere_says_so_and_nothing_else():
    first, *others = make_content().blocks
    found = changed(blocks=(*others, first))

    assert [(part.change, part.is_moved, part.fields) for part in found.parts] == [("same", True, ())]


def test_parts_that_came_and_went_are_told_with_their_words():
    without = make_content(blocks=(section("<p>New words.</p>", key="szzzzzzzz", heading="New"),))
    found = for_readers(make_content(), without)

    assert ("Section “New”", "added", False) in names(found.parts)
    assert {part.change for part in found.parts} == {"added", "removed"}


def test_who_said_it_and_when_are_said_in_words():
    source = SourceNote(id=SOURCE, title="Declaration", publisher="Élysée", url="", read_on=None)
    before = make_content(blocks=(quote("qaaaaaaaa", "fair", section=None),), sources=(source,))
    said = quote("qaaaaaaaa", "fair", section=None, said_on="2026-01-06", source=SOURCE, translated_from="fr")
    [part] = for_readers(before, make_content(blocks=(said,), sources=(source,))).parts

    assert [(field.label, field.after) for field in part.fields] == [
        ("Said on", "6 January 2026"),
        ("Source", "Declaration"),
        ("Translated from", "French"),
    ]


@pytest.mark.parametrize(
    ("differences", "sentence"),
    [
        ({"headline": "Another"}, "Headline changed"),
        ({"dateline": "Paris", "topics": ()}, "Details changed"),
        ({"faq": ()}, "4 questions taken out"),
        ({"blocks": make_content().blocks[:-1]}, "1 section taken out"),
        ({"blocks": (*make_content().blocks, quote("qzzzzzzzz", "Peace.", section=None))}, "1 quotation added"),
        ({"blocks": make_content().blocks[::-1]}, "Order of the parts changed"),
    ],
)
def test_a_sentence_says_what_changed(differences, sentence):
    assert difference(make_content(), make_content(**differences)) == sentence


def test_an_answer_to_an_open_question_is_told_as_one():
    *others, still_open = make_content().faq
    answered = FAQEntry(key=still_open.key, question=still_open.question, answer="<p>In March.</p>")

    assert difference(make_content(), make_content(faq=(*others, answered))) == "1 open question answered"


def test_the_sentence_is_in_the_language_of_the_later_text():
    german = make_content(language="de", headline="Ein anderer Titel")

    assert difference(make_content(language="de"), german) == "Titel geändert"
