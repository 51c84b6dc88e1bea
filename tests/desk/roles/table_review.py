"""The addresses of a review: what changed, the decision, and the comments."""

from tests.desk.roles.line_makers import OTHERS, of_a_draft
from tests.desk.roles.lines import Gets, Line
from tests.desk.roles.people import EDITORS, WRITERS

DONE, SENT_ON, UNKNOWN = Gets.DONE, Gets.SENT_ON, Gets.UNKNOWN

REVIEWING: dict[str, list[Line]] = {
    "briefings_draft_changes": of_a_draft("changes/", kinds=len(OTHERS)),
    "briefings_draft_decide": [
        Line("briefings/draft/{other reviewed}/decide/", EDITORS, SENT_ON, DONE, otherwise=UNKNOWN, form="deciding_on"),
        # Nobody has submitted this one: an editor is told so on the page.
        Line("briefings/draft/{own}/decide/", EDITORS, SENT_ON, sees=WRITERS, otherwise=UNKNOWN, form="deciding_on"),
        Line("briefings/draft/{never was}/decide/", frozenset(), otherwise=UNKNOWN),
    ],
    "briefings_draft_comments": of_a_draft("comments/", post=DONE, form="commenting", kinds=len(OTHERS)),
}
