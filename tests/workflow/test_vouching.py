"""Standing by a quotation is for editors, by whatever door they come."""

import pytest

from briefings import workflow
from briefings.staff import add_staff
from tests.making import make_draft

pytestmark = pytest.mark.django_db


def test_a_writer_may_not_stand_by_a_quotation_of_their_own():
    tom = add_staff("tom", role="writer", password="correct horse battery")
    draft = make_draft("quokka", by=tom)

    with pytest.raises(workflow.Refused, match="You may not stand by a quotation"):
        workflow.vouch(draft.briefing, quotes=["q"], reason="So.", by=tom)
