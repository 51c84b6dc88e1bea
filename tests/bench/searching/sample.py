"""What there is to ask for on a site."""

from django.db.models import Count

from briefings.models import PublishedName, PublishedQuote, PublishedSummary, PublishedTopic
from tests.bench.searching.queries import queries


def sampled() -> dict[str, str]:
    listed = PublishedSummary.objects.live().listed().order_by("first_published", "briefing_uuid")
    old = listed[listed.count() // 5]
    return queries(
        headline=old.headline,
        topic=_most_used(PublishedTopic, "topic"),
        person=_most_used(PublishedQuote, "person", person_kind="public"),
        year=old.first_published.year,
    )


def _most_used(rows: type, column: str, **only: str) -> str:
    listed = rows.objects.live().filter(**only).values(column)
    subject = listed.annotate(count=Count("pk")).order_by("-count", column)[0][column]
    return PublishedName.objects.live().get(subject_uuid=subject).slug
