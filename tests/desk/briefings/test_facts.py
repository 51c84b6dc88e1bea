"""Every plain fact of a briefing has its field on the writing page."""

import pytest

from briefings import working_copy
from briefings.content.facts import PLAIN_FACTS
from briefings.models import Draft
from tests.content import texts
from tests.desk.sheets import address, opened, sent
from tests.making import make_draft

pytestmark = pytest.mark.django_db
ANOTHER = {"slug": "another-address", "language": "de"}


@pytest.mark.parametrize("name", [fact.name for fact in PLAIN_FACTS])
def test_it_is_shown_and_what_is_written_there_is_saved(desk, name):
    draft, new = make_draft("quokka", **{name: texts.FACTS[name][1]}), ANOTHER.get(name, "Something else")

    assert f'name="{name}"' in desk.get(address(draft)).content.decode()
    sent(desk, draft, opened(desk, draft) | {name: new})

    assert getattr(working_copy.read(Draft.objects.get(pk=draft.pk)), name) == new
