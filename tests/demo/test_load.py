"""A site full of made briefings is like one that editors filled."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from briefings import readiness, working_copy
from briefings.content import content_hash, from_canonical
from briefings.log import verify_log
from briefings.models import (
    Briefing,
    Draft,
    Edition,
    LogHead,
    PublishedAuthor,
    PublishedImage,
    PublishedQuote,
    PublishedSummary,
    PublishedTopic,
    Revision,
)
from briefings.workflow import rebuild
from tests.log.sql import assert_has_statistics, only_on_postgresql
from tests.log.test_rebuild import read_rows
from tests.making import make_edition
from tests.visibility.surfaces import walked

pytestmark = pytest.mark.django_db
ENOUGH = 250
"""So many briefings hold one of every kind."""


@pytest.fixture(scope="module", autouse=True)
def media(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "MEDIA_ROOT", tmp_path_factory.mktemp("media"))
        yield


@pytest.fixture(scope="module")
def filled(media: None, module_db: None) -> None:
    call_command("make_briefings", str(ENOUGH), stdout=StringIO(), stderr=StringIO())


def test_there_are_as_many_as_were_asked_for_each_with_its_history(filled):
    kinds = set(Edition.objects.values_list("kind", flat=True))

    assert (Briefing.objects.count(), Draft.objects.count()) == (ENOUGH, ENOUGH)
    assert kinds == set(Edition.Kind)
    assert Edition.objects.scheduled().exists()
    assert Edition.objects.count() > ENOUGH * 1.5
    assert max(len(history) for history in histories().values()) == 6


@only_on_postgresql
def test_the_database_plans_by_statistics_of_what_was_made(filled):
    assert_has_statistics(connection)


def histories() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for briefing, kind in Edition.objects.order_by("seq").values_list("briefing", "kind"):
        found.setdefault(briefing, []).append(kind)
    return found


def test_texts_differ_in_language_and_length_and_share_people_and_topics(filled):
    contents = [from_canonical(text) for text in Revision.objects.values_list("text__text", flat=True)]

    assert {content.language for content in contents} == {"en", "de", "fr", "es", "uk", "ar"}
    paragraphs = [sum(section.body.count("<p>") for section in content.sections) for content in contents]
    assert min(paragraphs) == 2
    assert max(paragraphs) > 30
    assert {len(content.quotes) for content in contents} >= {0, 1, 2, 3, 10}
    assert {bool(content.faq) for content in contents} == {True, False}
    used = list(PublishedTopic.objects.live().values_list("topic", flat=True))
    assert max(used.count(topic) for topic in set(used)) > ENOUGH / 5
    quoted = list(PublishedQuote.objects.live().values_list("person", flat=True))
    assert max(quoted.count(person) for person in set(quoted)) > len(quoted) / 10
    assert PublishedImage.objects.values("token").distinct().count() > 1


def test_a_first_text_that_is_scheduled_names_those_alone_whom_readers_know(filled):
    coming = Edition.objects.scheduled().filter(kind="first")

    assert coming.exists()
    for rows, subject in ((PublishedTopic, "topic"), (PublishedAuthor, "person"), (PublishedQuote, "person")):
        named = set(rows.objects.filter(edition__in=coming).values_list(subject, flat=True))
        assert named <= set(rows.objects.gone_live().values_list(subject, flat=True))
        assert len(named) <= 1


@pytest.mark.slow
def test_every_text_could_have_been_published_on_the_desk(filled):
    blocked = {}
    for revision in Revision.objects.select_related("text"):
        content = from_canonical(revision.text.text)
        assert content == content.with_quotes_located()
        if findings := readiness.blocking(content):
            blocked[content.slug] = [finding.code for finding in findings]

    assert blocked == {}


def test_the_log_is_whole(filled):
    verdict = verify_log()

    assert verdict.problems == []
    assert verdict.rows == LogHead.objects.get().seq


@pytest.mark.slow
def test_rebuild_makes_the_same_read_rows(filled):
    before = read_rows()

    with transaction.atomic():
        rebuild()
        after = read_rows()
        transaction.set_rollback(True)

    assert all(before.values())
    assert after == before


@pytest.mark.slow
def test_every_public_address_answers(filled):
    now = timezone.now()
    slugs = PublishedSummary.objects.live(now).exclude(edition__kind="merged").values_list("slug", "edition__kind")
    with walked() as surfaces:
        statuses = {slug: surfaces[f"/briefings/{slug}/"].answer(now).status for slug, _kind in slugs}
        pages = ["/", "/corrections/", "/sitemap.xml", "/feeds/atom.xml", "/topics/harbours-and-money/"]
        token = PublishedImage.objects.values_list("token", flat=True).first()
        others = {path: surfaces[path].answer(now).status for path in [*pages, f"/media/{token}/320.webp"]}

    assert statuses == {slug: 410 if kind == "removed" else 200 for slug, kind in slugs}
    assert set(others.values()) == {200}, others


@pytest.mark.slow
def test_the_desk_opens_each_draft_as_it_was_saved_last(filled):
    newest: dict[int, str] = dict(Revision.objects.order_by("version").values_list("briefing", "text"))
    drafts = Draft.objects.select_related("briefing", "follows").order_by("pk")[::9]

    opened = {draft.briefing_id: content_hash(working_copy.read(draft)) for draft in drafts}

    assert opened == {draft.briefing_id: newest[draft.briefing_id] for draft in drafts}


def test_editors_can_go_on_with_what_was_made(filled):
    made = Briefing.objects.order_by("pk").first()

    make_edition("by-hand", live_from=timezone.now(), briefing=made)
    make_edition("new")

    assert verify_log().problems == []
    assert Briefing.objects.count() == ENOUGH + 1
