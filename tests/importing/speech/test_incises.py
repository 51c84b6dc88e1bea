"""Attributions inside the marks, in the languages that put them there; commas alone make none."""

import pytest

from tests.importing.speech.section_quotations import said, spoken


@pytest.mark.parametrize(
    ("language", "sentence", "spans", "speaker", "role"),
    [
        ("fr", "« Nous partons, a dit Paul Durand, et vite. »", ["Nous partons", "et vite"], "Paul Durand", None),
        (
            "fr",
            "« Nous partons, dit Paul Durand. Il est tard. »",
            ["Nous partons", "Il est tard."],
            "Paul Durand",
            None,
        ),
        ("fr", "« Nous partons – dit Paul Durand – et vite. »", ["Nous partons", "et vite"], "Paul Durand", None),
        (
            "fr",
            "« Pourquoi attendre ? demande Claire Petit. Nous partons. »",
            ["Pourquoi attendre ?", "Nous partons."],
            "Claire Petit",
            None,
        ),
        (
            "fr",
            "« Nous partons, a dit le ministre Paul Durand, et vite. »",
            ["Nous partons", "et vite"],
            "Paul Durand",
            "ministre",
        ),
        (
            "fr",
            "« Nous partons, a dit la maire de Lyon, Claire Petit, et vite. »",
            ["Nous partons", "et vite"],
            "Claire Petit",
            "maire de Lyon",
        ),
        ("es", "«Nos vamos —dijo Ana García—, y ya».", ["Nos vamos", "y ya"], "Ana García", None),
        ("es", "«Nos vamos, dijo Ana García, y ya».", ["Nos vamos", "y ya"], "Ana García", None),
        ("es", "«Nos vamos —dijo el ministro Luis Pérez—. Ya».", ["Nos vamos", "Ya"], "Luis Pérez", "ministro"),
        ("uk", "«Ми йдемо, — сказала Олена Коваль, — і ось.»", ["Ми йдемо", "і ось"], "Олена Коваль", None),
        ("uk", "«Ми йдемо, — сказала Олена Коваль. — Досить.»", ["Ми йдемо", "Досить."], "Олена Коваль", None),
        (
            "uk",
            "«Ми йдемо, — заявив президент Андрій Шевчук, — і ось.»",
            ["Ми йдемо", "і ось"],
            "Андрій Шевчук",
            "президент",
        ),
    ],
)
def test_the_attribution_is_cut_out_of_the_words_and_confirmed_only_between_dashes(
    language, sentence, spans, speaker, role
):
    is_between_dashes = "—" in sentence or "–" in sentence
    assert spoken(sentence, language=language) == [(" … ".join(spans), speaker, role, is_between_dashes)]


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        ("fr", "« La France, la Pologne, et nous », a dit Paul Durand.", "La France, la Pologne, et nous"),
        ("es", "«Francia, Polonia, y nosotros», dijo Ana García.", "Francia, Polonia, y nosotros"),
        ("uk", "«Франція, Польща, і ми», — сказала Олена Коваль.", "Франція, Польща, і ми"),
        ("en", "“We, said Mary, will win in the end,” said Mary Novak.", "We, said Mary, will win in the end"),
    ],
)
def test_commas_without_a_verb_of_saying_cut_nothing_and_english_has_no_such_form(language, sentence, words):
    assert [quoted for quoted, *_ in spoken(sentence, language=language)] == [words]


def test_a_pronoun_in_an_incise_is_a_guess():
    text = "Le ministre Paul Durand est venu. « Nous partons, a-t-il dit, et vite. »"
    assert spoken(text, language="fr") == [("Nous partons … et vite", "Paul Durand", "ministre", False)]


def test_the_spans_of_a_cut_quotation_stand_in_their_section():
    imported = said("« Nous partons, a dit Paul Durand, et vite. »", language="fr")
    located = imported.content.with_quotes_located()
    assert [span.text for span in located.quotes[0].spans] == ["Nous partons", "et vite"]
    assert "« Nous partons, a dit Paul Durand, et vite. »" in imported.content.sections[0].body
