"""Names below words and before colons that look like speakers and are none."""

import pytest

from tests.importing.speech.section_quotations import spoken

EN = "“We took the money from the port.”"
DE = "„Wir nahmen das Geld aus dem Hafen.“"


@pytest.mark.parametrize(
    ("quoted", "language", "role"),
    [
        *(
            (EN, "en", role)
            for role in (
                ", who denies it",
                ", falsely attributed",
                ", according to a forged letter",
                ", as quoted by a satire site",
                " (fake)",
                ", mayor of Oldshore, if the letter is right",
            )
        ),
        (DE, "de", ", der das Zitat zugeschrieben wird"),
        (DE, "de", ", Chefin des Hafens, die es bestreitet"),
        ("« Nous avons pris l’argent du port. »", "fr", ", qui le nie"),
        ("«Tomamos el dinero del puerto».", "es", ", según una carta"),
    ],
)
@pytest.mark.parametrize("name", ["Anna Bell", "Dr. Anna Bell"])
def test_a_role_that_says_something_about_the_words_leaves_a_guess(quoted, language, role, name):
    assert not any(confirmed for *_, confirmed in spoken(f"{quoted}\n— {name}{role}", language=language))


@pytest.mark.parametrize(
    ("quoted", "language", "role"),
    [
        (EN, "en", ", Secretary of State"),
        (EN, "en", ", head of the port (Lab)"),
        (DE, "de", ", Chefin der Hafenbehörde"),
        ("« Nous avons pris l’argent du port. »", "fr", ", maire de Lyon"),
    ],
)
def test_a_plain_role_leaves_a_speaker_certain(quoted, language, role):
    assert [sure for *_, sure in spoken(f"{quoted}\n— Anna Bell{role}", language=language)] == [True]


@pytest.mark.parametrize(
    "lines",
    [
        ("arrested on Monday.", "released on Tuesday.", "charged on Friday."),
        ("Arrested on Monday.", "Released on Tuesday.", "Charged on Friday."),
        ("denies that she took it.", "denies that she sold it.", "denies that she hid it."),
    ],
)
def test_what_happened_to_one_name_is_no_quotation(lines):
    assert spoken("\n\n".join(f"Anna Bell: {line}" for line in lines)) == []


def test_a_small_letter_behind_a_label_is_none_where_two_take_turns():
    told = [
        (name, f"arrested on {day}.") for day in ("Monday", "Friday", "Sunday") for name in ("Anna Bell", "Ann Lee")
    ]
    assert spoken("\n\n".join(f"{name}: {line}" for name, line in told)) == []


def test_questions_make_turns_with_one_name():
    asked = "\n\n".join(f"Courier: Why on {day}?\n\nAnna Bell: It was free." for day in ("Monday", "Friday", "Sunday"))
    assert [speaker for _, speaker, _, sure in spoken(asked) if sure] == ["Anna Bell"] * 3


@pytest.mark.parametrize(
    "told",
    [
        ("Arrives at the court.", "Leaves by the back door.", "Enters the room.", "Calls the police.", "Is arrested."),
        ("Arrested on Monday.", "Released on Tuesday.", "Charged on Friday.", "Heard by us.", "Acquitted on Sunday."),
    ],
)
def test_what_happened_to_two_names_by_turns_is_no_transcript(told):
    lines = [f"{name}: {line}" for line in told for name in ("Anna Bell", "Ann Lee")]
    assert spoken("\n\n".join(lines)) == []


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("We will open it.", "It was never tested.", "I know the engineers.")),
        ("de", ("Wir werden sie öffnen.", "Sie wurde nie geprüft.", "Ich kenne die Ingenieure.")),
        ("uk", ("Ми її відкриємо.", "Її не перевіряли.", "Я знаю інженерів.")),
    ],
)
def test_who_speaks_of_himself_by_turns_is_in_a_transcript(language, told):
    names = ("Олена Бойко", "Іван Мельник") if language == "uk" else ("Anna Bell", "Ann Lee")
    lines = [f"{name}: {line}" for line in told for name in names]
    assert [sure for *_, sure in spoken("\n\n".join(lines), language=language)] == [True] * 6
