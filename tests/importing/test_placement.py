"""Whether a quotation's words stand once in their section: the same answer as `content.locate` gives."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st

from briefings.content import locate
from briefings.content.quote_location import NotLocated
from briefings.importing.speech.placement import Places
from tests.importing.drafts import INTRODUCTION, codes_of, understood


@given(st.lists(st.text("aB ’'…", min_size=1, max_size=3), min_size=1, max_size=3), st.text("aB ’'…", max_size=30))
def test_the_answer_is_that_of_locate(spans, text):
    located = False
    with contextlib.suppress(NotLocated):
        located = bool(locate(spans, text))
    assert Places(text).are_unique(spans) is located


def test_words_that_stand_twice_in_their_section_are_reported():
    imported = understood(INTRODUCTION + "We will not wait again. Emmanuel Macron said “we will not wait”.")
    assert codes_of(imported)[-1] == "quote-ambiguous"
    assert imported.findings[-1].key == imported.content.quotes[0].key
