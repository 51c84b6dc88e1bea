"""Who is confirmed without anybody’s key: three shapes in six languages, and none of the sentences made like them."""

from pathlib import Path

import pytest

from briefings.importing.language import Language
from briefings.importing.speech.certainty import certain_speaker
from briefings.importing.speech.marks import marked_words
from tests.importing.speech.section_quotations import spoken

_LINES = (Path(__file__).parent / "certain.tsv").read_text(encoding="utf-8").splitlines()[1:]
SENTENCES = [tuple(line.split("\t")) for line in _LINES]
CERTAIN = [(language, speaker, role, text) for language, certain, speaker, role, text in SENTENCES if certain == "yes"]
DOUBTFUL = [(language, text) for language, certain, _, _, text in SENTENCES if certain == "no"]


@pytest.mark.parametrize(("language", "speaker", "role", "sentence"), CERTAIN)
def test_a_whole_quotation_with_one_verb_and_one_full_name_is_confirmed(language, speaker, role, sentence):
    assert [found[1:] for found in spoken(sentence, language=language)] == [(speaker, role or None, True)]


@pytest.mark.parametrize(("language", "sentence"), DOUBTFUL)
def test_anything_else_in_the_sentence_makes_the_speaker_a_guess(language, sentence):
    assert not any(confirmed for *_, confirmed in spoken(sentence, language=language))


@pytest.mark.parametrize(("language", "sentence"), DOUBTFUL)
def test_the_sentence_alone_decides_that_nobody_is_certain(language, sentence):
    marks, _alone = marked_words(sentence)
    assert certain_speaker(sentence, 0, len(sentence), marks, Language(language)) is None
