"""The role table’s lines of a draft that is shown to somebody without an account, and of the site at a moment."""

from tests.desk.roles.line_makers import NOTHING, OTHERS
from tests.desk.roles.lines import Gets, Line
from tests.desk.roles.people import EDITORS

_SHOWN = {"post": Gets.DONE, "form": "showing"}
LINES: dict[str, list[Line]] = {
    "briefings_draft_show": [
        *(Line(f"briefings/draft/{name}/show/", EDITORS, **_SHOWN) for name in ("{own}", OTHERS[0])),
        *(Line(f"briefings/draft/{name}/show/", EDITORS, Gets.UNKNOWN, Gets.UNKNOWN) for name in NOTHING),
    ],
    "briefings_frontpage_preview": [Line("briefings/frontpage/preview/", EDITORS, form="front_form")],
    "site_at_choose": [Line("site-at/", EDITORS, post=Gets.NO_METHOD)],
    "site_at": [Line("site-at/2040-06-01T12:00:00Z/", EDITORS, post=Gets.NO_METHOD)],
    "site_at_page": [Line("site-at/2040-06-01T12:00:00Z/faq/", EDITORS, post=Gets.NO_METHOD)],
}
