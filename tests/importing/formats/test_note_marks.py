"""The mark of a note stands behind the words that somebody said, never in them."""

import pytest

from briefings.importing.formats.note_marks import behind_quotations
from briefings.importing.formats.sheet import PLAIN, Look
from briefings.importing.lines import NOTE

MARK = ("[1]", Look(href=f"{NOTE}1"))


def _written(words: str) -> str:
    """`words` as shown, with a mark at each “#”."""
    pieces = []
    for number, part in enumerate(words.split("#")):
        pieces += [MARK, (part, PLAIN)] if number else [(part, PLAIN)]
    return "".join(text if look != MARK[1] else "#" for text, look in behind_quotations(pieces))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("“We waited#,” said Rook.", "“We waited,”# said Rook."),
        ("“We waited,#” said Rook.", "“We waited,”# said Rook."),
        ("“We waited# for long,” said Rook.", "“We waited for long,”# said Rook."),
        ("“We waited#” and “they came##.” Good.", "“We waited”# and “they came.”## Good."),
        ("„Wir warten#“, sagte Rook.", "„Wir warten“#, sagte Rook."),
        ("« Nous attendons# », dit-elle.", "« Nous attendons »#, dit-elle."),
        ("»Wir warten#«, sagte Rook.", "»Wir warten«#, sagte Rook."),
        ('"We waited#," said Rook.', '"We waited,"# said Rook.'),
        ("‘We don’t know#’ said Rook.", "‘We don’t know’# said Rook."),
    ],
)
def test_a_mark_within_a_quotation_goes_behind_it(written, shown):
    assert _written(written) == shown


@pytest.mark.parametrize(
    "written",
    ["It costs 14 million#.", "“We waited,”# said Rook.", "He said# “we wait”.", "“Not closed# here", "#"],
)
def test_a_mark_outside_a_quotation_stays_where_it_is(written):
    assert _written(written) == written
