"""Lines of the role table: what people are told, and what became of it."""

from tests.desk.roles.lines import Gets, Line
from tests.desk.roles.people import AUDITORS, STAFF

DELIVERIES: dict[str, list[Line]] = {
    "briefings_user_telling": [Line("briefings/user/telling/", STAFF, post=Gets.DONE, form="chosen_telling")],
    "briefings_delivery_changelist": [
        Line("briefings/delivery/", AUDITORS, post=Gets.DONE, form="mail_of_another"),
    ],
    "briefings_delivery_seen": [
        # Of what somebody else is told, nobody takes anything away.
        Line("briefings/delivery/seen/", STAFF, post=Gets.SENT_ON, form="entry_of_another", only="POST"),
    ],
}
