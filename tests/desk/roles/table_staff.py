"""Who gets what of the people who work here: site admins alone."""

from tests.desk.roles.lines import Gets, Line
from tests.desk.roles.people import ADMINS, STAFF

PAGE, DONE, SENT_ON, UNKNOWN = Gets.PAGE, Gets.DONE, Gets.SENT_ON, Gets.UNKNOWN
_USER = "briefings/user"


def _of_a_colleague(tail: str, form: str, *, get: Gets = PAGE, post: Gets = DONE) -> list[Line]:
    return [
        Line(f"{_USER}/{{colleague}}/{tail}/", ADMINS, get, post, form=form),
        Line(f"{_USER}/{{never was}}/{tail}/", ADMINS, UNKNOWN, UNKNOWN),
    ]


STAFF_LINES: dict[str, list[Line]] = {
    # No link has this secret: it is as over for everybody.
    "password_link": [Line("password/never-was/", STAFF, UNKNOWN, UNKNOWN, outside=UNKNOWN)],
    "briefings_user_add": [Line(f"{_USER}/add/", ADMINS, post=DONE, form="new_colleague")],
    "briefings_user_change": _of_a_colleague("change", "changed_colleague"),
    "briefings_user_active": _of_a_colleague("active", "deactivated_colleague"),
    "briefings_user_sessions": _of_a_colleague("sessions", "nothing", get=SENT_ON),
    "briefings_user_password_link": _of_a_colleague("password-link", "nothing"),
}
