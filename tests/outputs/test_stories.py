"""The sentence by which a story tells of a briefing."""

import pytest

from briefings.outputs.stories import first_sentence


@pytest.mark.parametrize(
    ("lede", "sentence"),
    [
        ("They met. They left.", "They met."),
        ("They met in\nParis.  They left.", "They met in Paris."),
        ("The U.S. Senate voted. It was late.", "The U.S. Senate voted."),
        ("It cost 3.5 billion. More is to come.", "It cost 3.5 billion."),
        ("“Never again.” So he said.", "“Never again.”"),
        ("It grew by approx. five percent. Then it fell.", "It grew by approx. five percent."),
        ("هل انتهى؟ لا أحد يعرف.", "هل انتهى؟"),
        ("No stop at all", "No stop at all"),
        ("", ""),
    ],
)
def test_it_is_the_first_of_the_lede(lede, sentence):
    assert first_sentence(lede) == sentence
