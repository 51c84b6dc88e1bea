"""The spelling of people's names by which those filed twice are found: columns beside the name."""

from briefings.content.alike_names import spelled
from briefings.models import Person

AT_ONCE = 500


def columns(name: str) -> dict[str, str]:
    """What stands beside `name`, by column."""
    return spelled(name)._asdict()


def write_missing() -> None:
    """Write them where they are missing: of people who were filed before there were these columns."""
    missing = Person.objects.filter(alike="").only("pk", "name")
    while people := list(missing[:AT_ONCE]):
        for person in people:
            person.alike, person.initials = spelled(person.name)
        Person.objects.bulk_update(people, ["alike", "initials"])
