"""Rather nobody than somebody else: denials, allegations, things with words, and whose spokesman it is."""

import pytest

from tests.importing.speech.section_quotations import speakers


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Peter Hale denied calling the mayor “a thief in a borrowed suit.”"),
        ("en", "Peter Hale never said “we will not pay a single crown.”"),
        ("en", "Peter Hale did not say “we will not pay a single crown.”"),
        ("en", "Peter Hale refused to say “we will not pay a single crown.”"),
        ("en", "Peter Hale accused Clara Novak of saying “we will not pay a single crown.”"),
        ("en", "Had Peter Hale said “we will not pay a single crown,” he would have lost."),
        ("de", "Peter Halm bestritt, gesagt zu haben: „Wir zahlen keine einzige Krone.“"),
        ("es", "Pedro Rivas negó haber dicho «nunca pagaremos ni un solo euro»."),
        ("fr", "Pierre Roche nie avoir dit « nous ne paierons jamais rien du tout »."),
        ("uk", "Андрій Гай не сказав: «Ми ніколи не заплатимо ані гривні»."),
        ("ar", "نفى الوزير سالم يوسف أن يكون قال: «لن ندفع شيئا من المال أبدا»."),
    ],
)
def test_what_was_denied_alleged_or_only_thought_of_has_no_speaker(language, sentence):
    assert speakers(sentence, language=language) == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peter Hale wore a T-shirt that said “we will not pay a single crown.”",
        "Peter Hale pointed to a clause that says “no member shall pay twice.”",
        "Clara Novak found a cushion saying “we will not pay a single crown.”",
    ],
)
def test_words_on_a_thing_are_not_those_of_whoever_has_it(sentence):
    assert speakers(sentence)[0] not in ("Peter Hale", "Clara Novak")


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("uk", "«Ми подамо апеляцію негайно», — сказав речник Андрія Гая.", "речник Андрія Гая"),
        ("uk", "«Ми подамо апеляцію негайно», — сказала дружина Андрія Гая.", "дружина Андрія Гая"),
        ("uk", "«Ми подамо апеляцію», — повідомила пресслужба Андрія Гая.", "пресслужба Андрія Гая"),
        ("uk", "За словами речника Андрія Шевчука, «ми подамо апеляцію негайно».", "Андрій Шевчук"),
        ("uk", "«Ми подамо апеляцію», — сказав Андрій Гай Олегові Шевчуку.", "Андрій Гай"),
        ("ar", "قال المتحدث باسم سالم يوسف: «لن ندفع شيئا من المال».", "المتحدث باسم سالم يوسف"),
        ("ar", "قال مستشار الرئيس سالم يوسف: «لن ندفع شيئا من المال».", "مستشار الرئيس سالم يوسف"),
        ("de", "Laut Klara Winter sagte Peter Halm: „Wir zahlen keine einzige Krone.“", "Peter Halm"),
        ("de", "Dem Richter Peter Halm sagte Klara Winter: „Wir zahlen nichts.“", "Klara Winter"),
        ("en", "Clara Novak told the court that Peter Hale had shouted “get out of my house now.”", "Peter Hale"),
        ("en", "The court heard Clara Novak tell Peter Hale: “We will not pay a single crown.”", "Clara Novak"),
    ],
)
def test_a_name_that_says_whose_spokesman_it_is_or_to_whom_is_not_who_speaks(language, sentence, speaker):
    assert speakers(sentence, language=language) == [speaker]
