"""The form that tests take from the writing page without rendering it is the one that a browser would send."""

import pytest

from briefings.models import Draft, Person
from tests.desk.pictures.making import figure_of
from tests.desk.sheets import NEW, address, fields_of, opened
from tests.making import LONG_AGO, NOON, make_draft, make_edition, make_quote

pytestmark = pytest.mark.django_db
ANEW = dict.fromkeys(("csrfmiddlewaretoken", "save_id", "form_id"), "")


def plain() -> Draft:
    return make_draft("quokka", topics=("marmots", "wombats"), lede="Two\nlines & “marks” <b>.")


def with_every_choice() -> Draft:
    """With what is chosen, ticked or left empty in each of its parts."""
    people = [Person.objects.create(name="Kim Doe", kind=kind) for kind in ("public", "private")]
    draft = make_draft("quokka", blocks=(figure_of(None, decorative=True), make_quote("Words", speaker="Kim Doe")))
    source = draft.sources.get()
    draft.quotes.update(
        person=people[1], role="", said_on="2026-01-31", translated_from="fr", source=source, confirmed=False
    )
    return draft


def scheduled_anew() -> Draft:
    edition = make_edition("quokka", live_from=LONG_AGO)
    make_edition("wombat", briefing=edition.briefing, live_from=NOON)
    return edition.briefing.draft


def with_little() -> Draft:
    return make_draft("quokka", faq=(), sources=(), authors=(), lede="", dateline="")


@pytest.mark.parametrize("role", ["chief", "writer"])
@pytest.mark.parametrize("make", [plain, with_every_choice, scheduled_anew, with_little])
def test_a_form_that_was_not_rendered_is_what_a_browser_would_send(at_desk, role, make):
    client, draft = at_desk("mira", role), make()
    Draft.objects.update(owner=client.session["_auth_user_id"])

    assert opened(client, draft) | ANEW == fields_of(client.get(address(draft))) | ANEW


@pytest.mark.parametrize("role", ["chief", "writer"])
def test_so_is_that_of_a_briefing_to_be(at_desk, role):
    client = at_desk("mira", role)
    new = ANEW | {"briefing": "", "section-0-key": ""}

    assert opened(client, None) | new == fields_of(client.get(NEW)) | new
