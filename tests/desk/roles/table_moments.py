"""The role table: the calendar, and the page of a flash."""

from tests.desk.roles.line_makers import WRITING
from tests.desk.roles.lines import Gets, Line

MOMENTS: dict[str, list[Line]] = {
    "briefings_draft_calendar": [Line("briefings/draft/calendar/", WRITING)],
    "briefings_draft_flash": [Line("briefings/draft/flash/", WRITING, post=Gets.DONE, form="flash")],
}
