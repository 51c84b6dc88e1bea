"""Time grows with the length of the draft and no faster. Limits are wide: the machine may be busy."""

import time

import pytest

from tests.importing.drafts import SAMPLE, codes_of, understood

_SAMPLE = SAMPLE.decode()


def _seconds(draft):
    start = time.process_time()
    understood(draft)
    return time.process_time() - start


@pytest.mark.parametrize(
    "draft",
    [
        _SAMPLE * 33,
        "“" * 100_000,
        '"' * 100_000,
        "“a b” " * 50_000,
        "s’ a‘" * 20_000,
        "A said “a b c”.\n" * 7_000,
        "Ab " * 33_000,
        "Ab Cd, " * 15_000 + "“x y,” said Ab Cd.",
        ("Ab Cd said “aa bb” and " * 90 + ".\n") * 50,
        "A. " * 33_000,
        "a" * 100_000,
        "A b?\n" * 20_000,
        "FAQ\n" + "A b?\nIt is.\n" * 8_000,
        "\u202ea\n" * 30_000,
    ],
    ids=lambda draft: repr(draft[:12]),
)
def test_100_kb_of_anything_is_understood_within_a_second(draft):
    assert min(_seconds(draft) for _ in range(2)) < 1


def test_more_quotations_than_any_briefing_holds_are_left_as_text_and_reported():
    imported = understood("Ab Cd said “a b c”.\n" * 1_000)
    assert len(imported.content.quotes) < 600
    assert codes_of(imported).count("too-many-marks") == 1
