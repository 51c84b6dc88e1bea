"""Who gets what of the people on file who may be there twice."""

from tests.desk.roles.lines import Gets, Line
from tests.desk.roles.people import EDITORS

SENT_ON, DONE, UNKNOWN = Gets.SENT_ON, Gets.DONE, Gets.UNKNOWN
_PEOPLE = "briefings/person"

PEOPLE_LINES: dict[str, list[Line]] = {
    "briefings_person_filed_twice": [Line(f"{_PEOPLE}/filed-twice/", EDITORS)],
    "briefings_person_apart": [
        Line(f"{_PEOPLE}/{{person}}/apart/", EDITORS, SENT_ON, DONE, form="person_apart"),
        Line(f"{_PEOPLE}/{{never was}}/apart/", EDITORS, UNKNOWN, UNKNOWN),
    ],
}
