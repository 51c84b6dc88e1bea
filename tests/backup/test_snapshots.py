"""A backup reads the database of one moment, and keeps nobody from writing meanwhile."""

import threading

import pytest
from django.db import connection

from briefings.backup.snapshots import snapshot
from briefings.models import Person

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_written_meanwhile_is_written_at_once_and_seen_afterwards():
    Person.objects.create(name="Mira Novak")
    written = []

    def write() -> None:
        try:
            Person.objects.create(name="Olga Ember")
            written.append(Person.objects.count())
        finally:
            connection.close()

    with snapshot():
        assert Person.objects.count() == 1
        writer = threading.Thread(target=write)
        writer.start()
        writer.join(timeout=10)
        during = Person.objects.count()

    assert written == [2]
    assert (during, Person.objects.count()) == (1, 2)
