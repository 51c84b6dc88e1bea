"""Who speaks in German drafts: offices with an article, verbs in two parts, words read in a document."""

import pytest

from tests.importing.speech.section_quotations import speakers

_KANZLER = "Kanzler Jan Vogel kam nach Kiel. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Landrätin Ute Brandt kam. Die Landrätin nannte das „schlicht unwahr“.", "Ute Brandt"),
        ("Landrätin Ute Brandt kam. Die Landrätin sagte: „Das ist unwahr.“", "Ute Brandt"),
        ("Der Sicherheitsforscher Rolf Adam kam. Dazu sagte der Forscher: „Fragen Sie später.“", "Rolf Adam"),
        ("Die Klägerin Petra Lund kam. „Endlich ist es vorbei“, sagte die 54-Jährige.", "Petra Lund"),
        ("Betriebsratschef Bogdan Wolf wurde deutlich: „So geht man nicht mit Menschen um.“", "Bogdan Wolf"),
        ("Ute Brandt hat die Kritik zurückgewiesen. Die Vorwürfe seien „frei erfunden“.", "Ute Brandt"),
        ("Über Wolf hatte ein Nachbar in einem Brief erklärt, er sei „ein guter Mensch“.", "ein Nachbar"),
        (_KANZLER + "Alles andere wäre ihm zufolge „purer Leichtsinn“.", "Jan Vogel"),
    ],
)
def test_a_german_speaker_is_found(text, speaker):
    assert speakers(text, language="de")[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Die Lage ist stabil“, hieß es aus Regierungskreisen.", "Regierungskreisen"),
        ("„Die Lage ist stabil“, heißt es beim Ministerium.", "Ministerium"),
        ("Aus dem Schreiben geht hervor, dass die Kosten „nicht mehr vertretbar“ sind.", "Schreiben"),
    ],
)
def test_what_is_read_or_heard_somewhere_is_said_by_whoever_that_is(text, speaker):
    assert speakers(text, language="de") == [speaker]


def test_a_pronoun_does_not_mean_whom_its_own_sentence_names_if_that_is_a_woman():
    text = (
        "Landrätin Ute Brandt kam. Chefarzt Milan Kost wirft dem Kreis Untätigkeit vor. "
        "Brandt sei den Leuten „zwei Jahre lang ausgewichen“, sagte er dem Sender."
    )
    assert speakers(text, language="de") == ["Milan Kost"]


def test_a_noun_of_saying_names_its_speaker():
    text = "Die Forderung von Verdi-Chefin Ute Brandt nach „deutlich mehr Geld“ stieß auf Ablehnung."
    assert speakers(text, language="de") == ["Ute Brandt"]


def test_a_verb_of_judging_makes_a_short_phrase_a_quotation():
    text = "Der Richter begründete das Urteil mit der „besonderen Schwere der Tat“."
    assert speakers(text, language="de") == ["Richter"]
