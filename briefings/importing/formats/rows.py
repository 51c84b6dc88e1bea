"""Rows of a table: the lines of their cells become one line, unless the table only lays out a page."""

from dataclasses import dataclass, field
from itertools import pairwise

from briefings.importing.formats.entries import Entry
from briefings.importing.formats.sheet import PLAIN, Sheet

LONGEST_CELL = 600
"""Characters in a cell of several paragraphs. A longer one is a part of a page, not a value."""


@dataclass
class Row:
    """`cells`: how many lines the sheet had where each cell began. `is_layout`: a heading or a table stands inside."""

    start: int
    cells: list[int] = field(default_factory=list)
    is_layout: bool = False


def fuse(sheet: Sheet, row: Row) -> None:
    """The lines since the row began become one, with an upright line between two cells."""
    if row.is_layout:
        return
    bounds = [*row.cells, len(sheet.entries)]
    whole = [sheet.entries[start:end] for start, end in pairwise(bounds)]
    # The words of a picture are no value of a cell, and stand behind the row.
    pictures = [entry for cell in whole for entry in cell if entry.aside == "picture"]
    cells = [[entry for entry in cell if entry.aside != "picture"] for cell in whole]
    before = sheet.entries[row.start : bounds[0]]
    shown = [cell for cell in cells if any(entry.is_shown for entry in cell)]
    filled = shown or [cell for cell in cells if cell]
    if len(filled) < 2:
        return
    if any(len(cell) > 1 and sum(entry.length for entry in cell) > LONGEST_CELL for cell in filled):
        return
    # A row that the draft does not show at all shows no lines between its cells.
    between = PLAIN if shown else PLAIN._replace(left_out=filled[0][0].pieces[0][1].left_out)
    pieces = []
    for number, cell in enumerate(cells):
        if number:
            pieces.append((" | ", between))
        for position, entry in enumerate(cell):
            words = f"{entry.marker} " if entry.marker else ""
            pieces += [(" " if position else "", between), (words, between), *entry.pieces]
    first = filled[0][0]
    row_entry = Entry(pieces, "row", aside=first.aside, part=first.part)
    sheet.entries[row.start :] = [*before, row_entry, *pictures]
