"""The desk speaks the language that its user chose, whole; readers' pages do not notice."""

from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from briefings import desk_language
from briefings.models import AuditEntry
from briefings.staff import add_staff
from tests.making import make_draft, make_edition

pytestmark = pytest.mark.django_db
LIST = "/admin/briefings/draft/"


@pytest.fixture
def mira(client):
    user = add_staff("mira", role="chief", password="correct horse battery")
    client.force_login(user)
    return user


def test_the_desk_is_in_the_sites_language_until_somebody_chooses(client, mira, settings):
    settings.SITE_LANGUAGE = settings.LANGUAGE_CODE = "de-AT"

    assert "Entwurf einfügen" in client.get(LIST).content.decode()


def test_where_the_desk_has_no_words_in_the_sites_language_it_is_in_english_throughout(client, mira, settings):
    settings.SITE_LANGUAGE = settings.LANGUAGE_CODE = "fr"
    page = client.get("/admin/briefings/topic/").content.decode()

    assert '<html lang="en"' in page
    assert "Topics" in page
    assert "Thème" not in page
    assert "Paste a draft" in client.get(LIST).content.decode()


def test_somebody_chooses_their_language_for_themselves(client, mira):
    make_draft("harbour", by=mira)
    page = client.get("/admin/briefings/user/language/").content.decode()
    assert '<option value="de">Deutsch</option>' in page

    after = client.post("/admin/briefings/user/language/", {"language": "de"}, follow=True).content.decode()

    assert "Die Redaktion spricht ab jetzt Deutsch mit Ihnen." in after
    assert '<html lang="de"' in client.get(LIST).content.decode()
    mira.refresh_from_db()
    assert mira.desk_language == "de"
    tom = add_staff("tom", role="chief", password="correct horse battery")
    client.force_login(tom)
    assert "Paste a draft" in client.get(LIST).content.decode()


def test_a_language_that_the_desk_does_not_speak_is_refused(client, mira):
    client.post("/admin/briefings/user/language/", {"language": "xx"})

    mira.refresh_from_db()
    assert mira.desk_language == ""


def test_a_language_that_is_spoken_no_more_counts_as_none(settings):
    class Somebody:
        desk_language = "tlh"

    settings.SITE_LANGUAGE = "de"
    assert desk_language.of_user(Somebody()) == "de"


def test_the_login_is_in_the_sites_language(client, settings):
    settings.SITE_LANGUAGE = "de"

    assert "In der Redaktion anmelden" in client.get("/admin/login/").content.decode()


def test_readers_pages_do_not_ask_what_an_editor_chose(client, mira):
    make_edition("harbour")
    before = client.get("/").content
    mira.desk_language = "de"
    mira.save()

    assert client.get("/").content == before


def test_the_choice_costs_no_query(client, mira, django_assert_num_queries):
    mira.desk_language = "de"
    mira.save()

    with django_assert_num_queries(4):  # session, user, permissions (2)
        client.post("/admin/briefings/draft/paste/", {"html": "<p>A.</p>"})


def test_a_refusal_is_in_the_language_of_whoever_is_refused(client, mira):
    mira.desk_language = "de"
    mira.save()
    draft = make_draft("harbour", by=mira, headline="")
    sent = {"expected": draft.version, "note": "", "_send_back": "1"}
    page = client.post(f"{LIST}{draft.pk}/decide/", sent).content.decode()

    assert "Niemand hat diesen Text zur Prüfung vorgelegt." in page
    assert "Schreiben Sie, was geändert werden soll." in page


def test_what_is_on_record_is_english_and_shown_in_the_language_of_whoever_reads_it(client, mira):
    mira.desk_language = "de"
    mira.save()
    draft = make_draft("harbour", by=mira)
    client.post(f"{LIST}{draft.pk}/act/submit/", {"expected": draft.version})

    entry = AuditEntry.objects.latest("id")
    page = client.get(f"{LIST}{draft.pk}/history/").content.decode()
    assert (entry.action, entry.detail) == ("submitted", "version 1")
    assert "vorgelegt" in page
    assert "Fassung 1" in page


def test_the_scripts_of_the_desk_get_its_words(client, mira):
    mira.desk_language = "de"
    mira.save()

    assert "Hochgeladen." in client.get("/admin/jsi18n/").content.decode()


def test_what_two_editors_read_of_one_draft_is_in_the_language_of_each(client, mira):
    """What was understood of a draft is kept in memory, for both."""
    tom = add_staff("tom", role="chief", password="correct horse battery")
    mira.desk_language = "de"
    mira.save()
    text = "A port opens\n\nIt opened.\n\n“We are glad,” said Ada Berg."
    made = client.post("/admin/briefings/original/add/", {"save_id": str(uuid4()), "text": text})
    german = client.get(made["Location"]).content.decode()
    client.force_login(tom)
    english = client.get(made["Location"]).content.decode()

    assert "Das Briefing, wie es verstanden wurde" in german
    assert "Running text" in english or "The first paragraph" in english
    assert "Running text" not in german
    assert "The first paragraph" not in german


def test_a_preview_has_the_readers_words_and_a_banner_in_the_editors(client, mira):
    mira.desk_language = "de"
    mira.save()
    draft = make_draft("harbour", by=mira)
    page = client.get(f"{LIST}{draft.pk}/preview/").content.decode()

    assert 'lang="de" dir="ltr" aria-label="Vorschau"' in page
    assert '<html lang="en"' in page


def test_commands_speak_english_on_a_german_site(settings, mira):
    settings.SITE_LANGUAGE = settings.LANGUAGE_CODE = "de"
    settings.SECRETS_OF_ENVIRONMENT = {"BRIEFINGS_PASSWORD": "correct horse battery"}

    with pytest.raises(CommandError, match="There is a “mira” already"):
        call_command("add_staff", "mira", role="chief")
