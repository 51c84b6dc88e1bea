"""Sentences made to look like certain ones, in which nobody may be confirmed."""

import pytest

from tests.importing.speech.section_quotations import spoken

EN = "“We took the money from the port,” {}"
DE = "„Wir nahmen das Geld aus dem Hafen“, {}"
FR = "« Nous avons pris l’argent du port », {}"
ES = "«Tomamos el dinero del puerto», {}"
UK = "«Чи правда, що ви взяли гроші?» — {}"


def _is_confirmed(text, language):
    return [confirmed for *_, confirmed in spoken(text, language=language)] == [True]


@pytest.mark.parametrize("tag", ["54", "R", "SPD", "CDU/CSU", "Lab", "Greens", "LFI", "R-Texas"])
def test_an_age_or_a_party_in_brackets_leaves_a_speaker_certain(tag):
    assert _is_confirmed(EN.format(f"said Anna Bell ({tag})."), "en")


@pytest.mark.parametrize(
    ("shape", "language", "tag"),
    [
        *(
            (EN.format("said Anna Bell ({})."), "en", tag)
            for tag in ("allegedly", "denied", "fictional", "FAKE", "AI", "R-Fake")
        ),
        *((DE.format("sagte Anna Bell ({})."), "de", tag) for tag in ("angeblich", "Sprecherin", "KI")),
        (FR.format("a déclaré Anna Bell ({})."), "fr", "démenti"),
        (ES.format("dijo Anna Bell ({})."), "es", "supuestamente"),
        (UK.format("сказала Олена Гай ({})."), "uk", "нібито"),
    ],
)
def test_any_other_word_in_brackets_leaves_a_guess(shape, language, tag):
    assert not _is_confirmed(shape.format(tag), language)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        *((UK.format(f"{asked}."), "uk") for asked in ("запитав Мішель Обаму", "запитала Мішель Обаму")),
        *((UK.format(f"{asked}."), "uk") for asked in ("запитав Любов Коваль", "запитав Олена Коваль")),
        (UK.format("відповіла Марко Поло."), "uk"),
        (DE.format("sagte der Frau Anna Bell."), "de"),
        *((DE.format(f"sagt Anna Bell in {place}."), "de") for place in ("Wahrheit", "Deepfakes", "Satire")),
        *((EN.format(f"said Anna Bell in {place}."), "en") for place in ("Satire", "Onion")),
        (FR.format("a déclaré Anna Bell en Rêve."), "fr"),
    ],
)
def test_who_is_spoken_to_and_what_is_no_place_confirm_nobody(sentence, language):
    assert not _is_confirmed(sentence, language)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        (UK.format("запитала Любов Коваль у Києві."), "uk"),
        (DE.format("sagte die Frau Anna Bell in Berlin."), "de"),
        (EN.format("said Anna Bell in New York."), "en"),
        (FR.format("a déclaré Anna Bell en France."), "fr"),
        (ES.format("dijo Anna Bell en Madrid."), "es"),
    ],
)
def test_a_known_place_and_a_fitting_verb_leave_a_speaker_certain(sentence, language):
    assert _is_confirmed(sentence, language)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        *(
            (EN.format(f"said {name}."), "en")
            for name in ("Charlotte Observer", "Charlie Hebdo", "Marie Claire", "Diana Award", "King Charles Spaniel")
        ),
        *((FR.format(f"{said}."), "fr") for said in ("demande Anne Martin Paul", "a répondu Anne Martin Journaliste")),
        (ES.format("dijo Ana Ruiz Abogada."), "es"),
    ],
)
def test_papers_prizes_breeds_and_offices_are_no_persons(sentence, language):
    assert not _is_confirmed(sentence, language)
