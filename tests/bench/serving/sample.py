"""`python -m tests.bench.serving.sample`: paths of the site to ask for, as JSON, by kinds of page.

Of lists those that hold most, so that their pages are full; of briefings the newest first, up to what fills a door.
"""

import json
import sys

import django

MOST = 6_000


def main() -> None:
    django.setup()
    from django.db.models import Count

    from briefings.models import PublishedAuthor, PublishedName, PublishedQuote, PublishedSummary, PublishedTopic

    def most(rows: type, column: str, **only: str) -> str:
        listed = rows.objects.live().filter(**only).values(column)
        subject = listed.annotate(count=Count("pk")).order_by("-count", column)[0][column]
        return PublishedName.objects.live().get(subject_uuid=subject).slug

    listed = PublishedSummary.objects.live().listed().order_by("-updated", "-briefing_uuid")
    slugs = list(listed.values_list("slug", flat=True)[:MOST])
    topic = most(PublishedTopic, "topic")
    paths = {
        "briefing": [f"/briefings/{slug}/" for slug in slugs],
        "home": ["/"],
        "topic": [f"/topics/{topic}/"],
        "person": [f"/people/{most(PublishedQuote, 'person', person_kind='public')}/"],
        "author": [f"/authors/{most(PublishedAuthor, 'person')}/"],
        "corrections": ["/corrections/"],
        "feed": ["/feeds/atom.xml"],
        "others": ["/feeds/rss.xml", f"/topics/{topic}/atom.xml", "/robots.txt", "/sitemap.xml"],
    }
    sys.stdout.write(json.dumps(paths))


if __name__ == "__main__":
    main()
