"""Lines of the role table: the first page, the search line, and what the list of briefings does in bulk."""

from tests.desk.roles.line_makers import WRITING, of_an_act
from tests.desk.roles.lines import Gets, Line
from tests.desk.roles.people import EDITORS, STAFF

START = {
    "index": [Line("", STAFF)],
    "briefings_draft_find": [
        Line("briefings/draft/find/", WRITING),
        *(Line(f"briefings/draft/find/?q={words}", WRITING) for words in ("headline", "/briefings/quokka-live/")),
    ],
    "briefings_draft_bulk": [Line("briefings/draft/bulk/", WRITING, get=Gets.SENT_ON, post=Gets.DONE, form="in_bulk")],
}
LOOKED_AT = of_an_act("look-at", own=None, other=("{other alone}", EDITORS))
