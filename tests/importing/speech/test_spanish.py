"""Who speaks in Spanish drafts: subjects far behind their verb, sources behind “según”, nouns that look like verbs."""

import pytest

from tests.importing.speech.section_quotations import speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“No”, aseguró este lunes en rueda de prensa el secretario general, Raúl Merino.", "Raúl Merino"),
        ("“Nunca vi nada igual”, cuenta a EFE Remedios Gil, vecina de Lugo.", "Remedios Gil"),
        ("“Es como un anciano”, dijo a BBC Mundo Ana Ruiz, experta.", "Ana Ruiz"),
        ("El plan sería “demasiado lento”, según la sentencia.", "sentencia"),
        ("Según fuentes de la investigación, actuó “con total frialdad y sin prisa”.", "fuentes de la investigación"),
        ("Según ha podido saber Europa Press, la reunión fue “muy tensa”.", "Europa Press"),
        ("A preguntas de los periodistas, Ana Ruiz ha dicho que está “muy tranquila”.", "Ana Ruiz"),
        ("Para la oposición, se trata de un “golpe institucional”.", "oposición"),
        ("El ministro Luis Pérez dejó claro que no habrá “más recortes”.", "Luis Pérez"),
        ("La advertencia del gobernador Luis Arce de que habrá “mano dura” causó malestar.", "Luis Arce"),
        ("Ana Ruiz recordó que Luis Gil envió un comunicado y que hay “mucho miedo”.", "Ana Ruiz"),
        ("El sindicato recordó en un comunicado que “se siguen autorizando obras”.", "sindicato"),
        ("“Hay legislatura”, zanjan fuentes del Ejecutivo.", "fuentes del Ejecutivo"),
    ],
)
def test_a_spanish_speaker_is_found(text, speaker):
    assert speakers(text, language="es") == [speaker]


def test_another_word_for_the_mayor_means_the_mayor():
    text = "El alcalde Tomás Rey compareció ayer. “Asumo mi responsabilidad”, dijo el regidor."
    assert speakers(text, language="es") == ["Tomás Rey"]
