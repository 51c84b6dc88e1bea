"""Transfers decisions about a draft to the next draft of the same text, for each line that stands there unchanged."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import TypeVar

from briefings.importing.decisions import Decisions
from briefings.importing.reading import Reading

_ADDRESS = re.compile(r"(\d+)(.*)", re.DOTALL)
Value = TypeVar("Value")


def transfer(decisions: Decisions, before: Reading, now: Reading) -> Decisions:
    """`decisions` about the draft `before`, as they hold for the draft `now`."""
    places: dict[str, list[str]] = defaultdict(list)
    for line in reversed(now.lines):
        places[line.text].append(line.address)
    moved = {line.address: places[line.text].pop() for line in before.lines if places.get(line.text)}

    def transferred(decided: Mapping[str, Value]) -> dict[str, Value]:
        return {new_place: value for place, value in decided.items() if (new_place := _moved(place, moved))}

    return Decisions(
        roles=transferred(decisions.roles),
        marks=transferred(decisions.marks),
        cuts=tuple(filter(None, (_moved(place, moved) for place in decisions.cuts))),
        joins=tuple(filter(None, (_moved(place, moved) for place in decisions.joins))),
        left_out_seen=decisions.left_out_seen,
    )


def _moved(place: str, moved: Mapping[str, str]) -> str:
    """The place (“12”, “12.340”, “12:57”) in the other draft; empty where its line is not there as it was."""
    match = _ADDRESS.fullmatch(place)
    line = moved.get(match[1]) if match else None
    return f"{line}{match[2]}" if match and line is not None else ""
