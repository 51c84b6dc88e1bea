"""Attributions in German, French, Spanish, Ukrainian and Arabic: before, after, inverted, according, colons, split."""

import pytest

from tests.importing.speech.section_quotations import kinds, spoken

GERMAN = [
    ("„Wir warten nicht“, sagte Anna Weber am Montag.", ["Wir warten nicht"], "Anna Weber", None, True),
    ("»Wir warten nicht«, sagte Anna Weber.", ["Wir warten nicht"], "Anna Weber", None, True),
    ("„Warum warten?“, fragte Anna Weber.", ["Warum warten?"], "Anna Weber", None, True),
    ("Anna Weber sagte am Montag: „Wir warten nicht.“", ["Wir warten nicht."], "Anna Weber", None, True),
    ("Anna Weber: „Wir warten nicht.“", ["Wir warten nicht."], "Anna Weber", None, False),
    ("Anna Weber sagte, alles sei „viel zu langsam“.", ["viel zu langsam"], "Anna Weber", None, False),
    ("Laut Anna Weber war alles „viel zu langsam“.", ["viel zu langsam"], "Anna Weber", None, False),
    ("Nach Angaben von Anna Weber war es „viel zu langsam“.", ["viel zu langsam"], "Anna Weber", None, False),
    ("Anna Weber zufolge war es „viel zu langsam“.", ["viel zu langsam"], "Anna Weber", None, False),
    ("„Wir gehen“, sagte Bundeskanzler Jan Vogel.", ["Wir gehen"], "Jan Vogel", "Bundeskanzler", True),
    ("„Wir gehen“, erklärte die Ministerin Anna Weber.", ["Wir gehen"], "Anna Weber", "Ministerin", True),
    (
        "„Wir gehen“, sagte Anna Weber, Sprecherin der Stadt.",
        ["Wir gehen"],
        "Anna Weber",
        "Sprecherin der Stadt",
        False,
    ),
    ("„Wir gehen“, sagte Anna Weber, „und zwar jetzt.“", ["Wir gehen", "und zwar jetzt"], "Anna Weber", None, True),
    ("Kanzler Jan Vogel kam. „Wir gehen“, sagte er.", ["Wir gehen"], "Jan Vogel", "Kanzler", False),
    ("Ministerin Anna Weber kam. „Wir gehen“, sagte sie.", ["Wir gehen"], "Anna Weber", "Ministerin", False),
    ("Kanzler Jan Vogel kam. „Wir gehen“, sagte Vogel.", ["Wir gehen"], "Jan Vogel", "Kanzler", False),
]
FRENCH = [
    ("« Nous partons », a déclaré Paul Durand lundi.", ["Nous partons"], "Paul Durand", None, True),
    ("« Nous partons », dit Paul Durand.", ["Nous partons"], "Paul Durand", None, True),
    ("Paul Durand a déclaré : « Nous partons. »", ["Nous partons."], "Paul Durand", None, True),
    ("Paul Durand : « Nous partons. »", ["Nous partons."], "Paul Durand", None, False),
    ("Paul Durand a affirmé que tout était « trop lent ».", ["trop lent"], "Paul Durand", None, False),
    ("Selon Paul Durand, tout était « beaucoup trop lent ».", ["beaucoup trop lent"], "Paul Durand", None, False),
    ("D’après Paul Durand, tout était « beaucoup trop lent ».", ["beaucoup trop lent"], "Paul Durand", None, False),
    ("« Nous partons », a déclaré le ministre Paul Durand.", ["Nous partons"], "Paul Durand", "ministre", True),
    ("« Nous partons », a dit Paul Durand, maire de Lyon.", ["Nous partons"], "Paul Durand", "maire de Lyon", False),
    ("« Nous partons, a dit Paul Durand, et vite. »", ["Nous partons", "et vite"], "Paul Durand", None, False),
    ("Le président Paul Durand est là. « Oui », a-t-il dit.", ["Oui"], "Paul Durand", "président", False),
    ("La ministre Claire Petit est là. « Oui », a-t-elle dit.", ["Oui"], "Claire Petit", "ministre", False),
    ("Le président Paul Durand est là. « Oui », a dit Durand.", ["Oui"], "Paul Durand", "président", False),
]
SPANISH = [
    ("«No esperamos más», dijo Ana García el lunes.", ["No esperamos más"], "Ana García", None, True),
    ("“No esperamos más”, dijo Ana García.", ["No esperamos más"], "Ana García", None, True),
    ("«¿Por qué esperar?», preguntó Ana García.", ["¿Por qué esperar?"], "Ana García", None, True),
    ("Ana García dijo: «No esperamos más».", ["No esperamos más"], "Ana García", None, True),
    ("Ana García: «No esperamos más».", ["No esperamos más"], "Ana García", None, False),
    ("Ana García afirmó que todo era «demasiado lento».", ["demasiado lento"], "Ana García", None, False),
    ("Según Ana García, todo era «demasiado lento».", ["demasiado lento"], "Ana García", None, False),
    ("De acuerdo con Ana García, todo era «demasiado lento».", ["demasiado lento"], "Ana García", None, False),
    ("«Nos vamos», afirmó la ministra Ana García.", ["Nos vamos"], "Ana García", "ministra", True),
    ("«Nos vamos», dijo Ana García, alcaldesa de Lugo.", ["Nos vamos"], "Ana García", "alcaldesa de Lugo", False),
    ("«Nos vamos», dijo Ana García, «y ya».", ["Nos vamos", "y ya"], "Ana García", None, True),
    ("«Nos vamos —dijo Ana García—, y ya».", ["Nos vamos", "y ya"], "Ana García", None, True),
    ("La ministra Ana García llegó. «Sí», dijo ella.", ["Sí"], "Ana García", "ministra", False),
    ("El presidente Luis Pérez llegó. «Sí», añadió.", ["Sí"], "Luis Pérez", "presidente", False),
    ("El presidente Luis Pérez llegó. «Sí», dijo Pérez.", ["Sí"], "Luis Pérez", "presidente", False),
]
UKRAINIAN = [
    ("«Ми не чекатимемо», — сказала Олена Коваль у понеділок.", ["Ми не чекатимемо"], "Олена Коваль", None, True),
    ("„Ми не чекатимемо“, — сказала Олена Коваль.", ["Ми не чекатимемо"], "Олена Коваль", None, True),
    ("Олена Коваль сказала: «Ми не чекатимемо».", ["Ми не чекатимемо"], "Олена Коваль", None, True),
    ("Олена Коваль: «Ми не чекатимемо».", ["Ми не чекатимемо"], "Олена Коваль", None, False),
    ("Олена Коваль заявила, що все було «надто повільно».", ["надто повільно"], "Олена Коваль", None, False),
    ("Олена Коваль заявила, що план «надто повільний».", ["надто повільний"], "Олена Коваль", None, False),
    ("«Ми йдемо», — заявив президент Андрій Шевчук.", ["Ми йдемо"], "Андрій Шевчук", "президент", True),
    ("«Ми йдемо, — сказала Олена Коваль, — і швидко».", ["Ми йдемо", "і швидко"], "Олена Коваль", None, True),
    ("«Ми йдемо, — сказала Олена Коваль. — Досить».", ["Ми йдемо", "Досить"], "Олена Коваль", None, True),
    ("Президент Андрій Шевчук приїхав. «Так», — сказав він.", ["Так"], "Андрій Шевчук", "Президент", False),
    ("Міністерка Олена Коваль приїхала. «Так», — сказала вона.", ["Так"], "Олена Коваль", "Міністерка", False),
    ("Президент Андрій Шевчук приїхав. «Так», — сказав Шевчук.", ["Так"], "Андрій Шевчук", "Президент", False),
]
ARABIC = [
    ("«لن ننتظر»، قالت ليلى حداد.", ["لن ننتظر"], "ليلى حداد", None, False),
    ("وقالت ليلى حداد: «لن ننتظر».", ["لن ننتظر"], "ليلى حداد", None, False),
    ('قال سامي حداد: "لن ننتظر".', ["لن ننتظر"], "سامي حداد", None, False),
    ("قالت ليلى حداد إن الأمر «بطيء جدا».", ["بطيء جدا"], "ليلى حداد", None, False),
    ("وقال الوزير سامي حداد: «لن ننتظر».", ["لن ننتظر"], "سامي حداد", "الوزير", True),
    ("قال وزير الخارجية سامي حداد: «لن ننتظر».", ["لن ننتظر"], "سامي حداد", "وزير الخارجية", True),
    ("بحسب الوزيرة ليلى حداد، الأمر «بطيء جدا جدا».", ["بطيء جدا جدا"], "ليلى حداد", "الوزيرة", False),
    ("وصلت الوزيرة ليلى حداد. وقالت حداد: «لن ننتظر».", ["لن ننتظر"], "ليلى حداد", "الوزيرة", False),
    ("وصل الوزير سامي حداد. وأضاف: «لن ننتظر».", ["لن ننتظر"], "سامي حداد", "الوزير", False),
]
TABLES = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "uk": UKRAINIAN, "ar": ARABIC}


@pytest.mark.parametrize(
    ("language", "sentence", "spans", "speaker", "role", "confirmed"),
    [(language, *row) for language, table in TABLES.items() for row in table],
)
def test_who_spoke_is_found_with_the_office(language, sentence, spans, speaker, role, confirmed):
    assert spoken(sentence, language=language) == [(" … ".join(spans), speaker, role, confirmed)]


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("de", "Das Gesundheitsministerium teilte mit: „Wir warten nicht länger.“", "Gesundheitsministerium"),
        ("fr", "« Nous partons », a déclaré le ministère de la Santé.", "ministère de la Santé"),
        ("es", "«No esperamos más», dijo el Ministerio de Sanidad.", "Ministerio de Sanidad"),
        ("uk", "«Ми не чекатимемо», — повідомило Міністерство оборони.", "Міністерство оборони"),
        ("ar", "وأعلنت وزارة الصحة: «لن ننتظر».", "وزارة الصحة"),
    ],
)
def test_a_body_may_speak_in_every_language(language, sentence, name):
    assert kinds(sentence, language=language) == [(name, "body")]


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("de", "Dem Bericht zufolge war alles „viel zu langsam“.", "Bericht"),
        ("fr", "Selon le rapport, tout était « beaucoup trop lent ».", "rapport"),
        ("es", "Según el informe, todo era «demasiado lento».", "informe"),
        ("ar", "وأفاد التقرير بأن الأمر «بطيء جدا».", "التقرير"),
    ],
)
def test_a_document_may_speak_in_every_language(language, sentence, name):
    assert kinds(sentence, language=language) == [(name, "document")]


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("de", "„Wir gehen“, sagte eine Sprecherin des Hafens.", "eine Sprecherin des Hafens"),
        ("fr", "« Nous partons », a dit un porte-parole du port.", "un porte-parole du port"),
        ("es", "«Nos vamos», dijo una portavoz del puerto.", "una portavoz del puerto"),
        ("uk", "«Ми йдемо», — сказав один із мешканців.", "один із мешканців"),
        ("ar", "قال مصدر حكومي: «لن ننتظر».", "مصدر حكومي"),
    ],
)
def test_somebody_described_has_no_name_in_any_language(language, sentence, name):
    assert kinds(sentence, language=language) == [(name, "unnamed")]
    assert [confirmed for *_, confirmed in spoken(sentence, language=language)] == [False]
