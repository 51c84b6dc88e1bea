"""What the tests of public names ask: the words at an address, where it leads, and what an act was refused with."""

from collections.abc import Callable

import pytest
from django.test import Client

from briefings.content import PersonName
from briefings.models import Person
from briefings.workflow import Refused
from tests.making import LONG_AGO, make_edition, make_quote
from tests.workflow.making import everything


def refused(act: Callable, *of: object, **asked: object) -> list[str]:
    """The reasons against an act, which changed nothing."""
    before = everything()
    with pytest.raises(Refused) as refusal:
        act(*of, by=None, **asked)
    assert everything() == before
    return list(refusal.value.reasons)


def said_by(name: str, kind: str = "public") -> Person:
    """Somebody who said, and who wrote, an edition of their own."""
    quote = make_quote(f"Words of {name}.", speaker=name, role="minister", kind=kind)
    author = PersonName(name=name, kind=kind)
    make_edition(name.lower().replace(" ", "-"), blocks=(quote,), authors=(author,), live_from=LONG_AGO)
    return Person.objects.get(name=name)


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def leads_to(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 301, path
    return answer.headers["Location"]
