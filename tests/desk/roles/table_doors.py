"""The role table’s lines of a draft that is shown to somebody without an account."""

from tests.desk.roles.line_makers import NOTHING, OTHERS
from tests.desk.roles.lines import Gets, Line
from tests.desk.roles.people import EDITORS

_SHOWN = {"post": Gets.DONE, "form": "showing"}
LINES: dict[str, list[Line]] = {
    "briefings_draft_show": [
        *(Line(f"briefings/draft/{name}/show/", EDITORS, **_SHOWN) for name in ("{own}", OTHERS[0])),
        *(Line(f"briefings/draft/{name}/show/", EDITORS, Gets.UNKNOWN, Gets.UNKNOWN) for name in NOTHING),
    ],
}
