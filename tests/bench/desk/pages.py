"""What is asked of a made site's desk: by name, who asks, and the address."""

from urllib.parse import urlencode

from django.db.models import Count

from briefings.admin.briefings.listing.orders import COLUMNS, Order, Place
from briefings.admin.briefings.listing.pages import Wanted, page_of
from briefings.models import Byline, Draft, ListedDraft, Person, PublishedName, Quote, TopicUse, User
from tests.bench.desk.busy import CHIEF, EDITOR, ROLES, WRITER

LIST, FIND, STOCK = "/admin/briefings/draft/", "/admin/briefings/draft/find/", "/admin/stock/"
DEEP = 0.9
"""So far down a list a deep page lies."""
Pages = dict[str, tuple[str, str]]


def pages(at: object) -> Pages:
    return {**_start(), **_orders(at), **_filters(), **_search_line(), **_others(), **_stock()}


def _start() -> Pages:
    return {f"start page, {role}": (name, "/admin/") for role, name in ROLES.items()}


def _orders(at: object) -> Pages:
    """Each order from both ends: its first page, the next, and one far down."""
    editor = User.objects.get(username=EDITOR)
    found: Pages = {"list, of a writer": (WRITER, LIST)}
    for name in COLUMNS:
        for sort in (name, f"-{name}"):
            order = Order.read(sort)
            first = page_of(Wanted(order=order), user=editor, at=at)
            rows = order.apply(Draft.objects.filter(trashed_at=None), at).values_list("pk", "place")
            key, value = rows[int(rows.count() * DEEP)]
            deep = f"?{urlencode({'sort': sort, 'after': str(Place(value, key))})}"
            for which, query in (("first", f"?sort={sort}"), ("next", first.further), ("deep", deep)):
                found[f"list by {sort}, {which}"] = (EDITOR, f"{LIST}{query}")
            found[f"list by {sort}, deep, back"] = (EDITOR, f"{LIST}{deep.replace('after=', 'before=')}")
    return found


def _filters() -> Pages:
    quoted, author = _most(Quote, "person"), _most(Byline, "person")
    published = ListedDraft.objects.filter(published__isnull=False).order_by("-published")[100].published
    year, week, _day = published.isocalendar()
    values = {
        "owner": ("me", WRITER),
        "state": ("in-review", "draft"),
        "readers": ("nothing", "scheduled", "live", "changed", "alone", "withdrawn", "removed"),
        "topic": (_topic(),),
        "author": (str(author.uuid),),
        "quoted": (str(quoted.uuid), quoted.name),
        "language": ("de", "ar"),
        "week": (f"{year}-W{week:02}",),
    }
    shown = {**values, "quoted": ("an id", "a name"), "author": ("an id",)}
    found = {
        f"list, {name} {words}": (EDITOR, f"{LIST}?{urlencode({name: value})}")
        for name, those in values.items()
        for value, words in zip(those, shown[name], strict=True)
    }
    found["list, German and live, by headline"] = (EDITOR, f"{LIST}?language=de&readers=live&sort=headline")
    found["list, quoted, by next moment"] = (EDITOR, f"{LIST}?{urlencode({'quoted': quoted.uuid, 'sort': 'next'})}")
    return found


def _search_line() -> Pages:
    slug = Draft.objects.filter(listed__readers="live").order_by("pk")[100].slug
    person = PublishedName.objects.live().get(subject_uuid=_most(Quote, "person").uuid)
    asked = {
        "a frequent word": "and",
        "two frequent words": "and the",
        "a rare word": "quokka harbour",
        "an absent word": "zzyzx",
        "a number": "847",
        "a name": _most(Quote, "person").name,
        "five words": "rail regulator oldhaven green corridor",
        "a beginning": "har*",
        "an address": f"https://news.example/briefings/{slug}/",
        "a person's address": f"https://news.example/people/{person.slug}/",
        "a topic's address": f"https://news.example/topics/{_topic()}/",
    }
    found = {f"search line, {name}": (EDITOR, f"{FIND}?{urlencode({'q': words})}") for name, words in asked.items()}
    found["search line, a frequent word, writer"] = (WRITER, f"{FIND}?q=and")
    found["list, a frequent word"] = (EDITOR, f"{LIST}?q=and")
    found["list, a frequent word, by headline"] = (EDITOR, f"{LIST}?q=and&sort=headline")
    found["list, an absent word"] = (EDITOR, f"{LIST}?q=zzyzx")
    return found


def _others() -> Pages:
    by_uses = Quote.objects.values("person").annotate(count=Count("parent", distinct=True)).order_by("-count")
    often = by_uses.first()["person"]
    near = min(by_uses, key=lambda row: abs(row["count"] - 480))["person"]
    return {
        "calendar": (EDITOR, "/admin/briefings/draft/calendar/"),
        "open questions": (EDITOR, "/admin/briefings/draft/open-questions/"),
        "person quoted most": (CHIEF, f"/admin/briefings/person/{often}/change/"),
        "person quoted 480 times": (CHIEF, f"/admin/briefings/person/{near}/change/"),
        "people filed twice": (CHIEF, "/admin/briefings/person/filed-twice/"),
        "people": (CHIEF, "/admin/briefings/person/"),
        "topics": (CHIEF, "/admin/briefings/topic/"),
        "who works here": (ROLES["admin"], "/admin/briefings/user/"),
        "trash": (EDITOR, "/admin/briefings/draft/trash/"),
        "deliveries": (ROLES["admin"], "/admin/briefings/delivery/"),
        "pasted drafts": (EDITOR, "/admin/briefings/original/"),
        "record": (ROLES["admin"], "/admin/briefings/auditentry/"),
    }


def _stock() -> Pages:
    """Django's own list: its columns in order are headline, state, owner, planned, saved, saved by."""
    asked = {
        "by saved, first": "?o=-5",
        "by saved, deep": "?o=-5&p=360",
        "by headline": "?o=1",
        "by headline, from its end": "?o=-1",
        "state": "?state__exact=in-review",
        "a frequent word": "?q=and",
        "an absent word": "?q=zzyzx",
    }
    return {f"Django's list, {name}": (CHIEF, f"{STOCK}{query}") for name, query in asked.items()}


def _most(model: type, column: str) -> Person:
    used = model.objects.exclude(**{column: None}).values(column).annotate(count=Count("pk")).order_by("-count", column)
    return Person.objects.get(pk=used[0][column])


def _topic() -> str:
    used = TopicUse.objects.values("tag__slug").annotate(count=Count("pk")).order_by("-count", "tag__slug")
    return used[0]["tag__slug"]
