"""Writing many briefings into the database, in one transaction that keeps out every other public act."""

import base64
import gc
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models, transaction
from django.db.models import Exists, Max, OuterRef
from PIL import Image as Canvas

from briefings import pictures, roles, working_copy
from briefings.bulk_insert import gather_statistics, insert, reset_sequences
from briefings.content import ImageName
from briefings.demo.load.cast import Cast, cast_for, made_uuid
from briefings.demo.load.chronicle import KEYED, MARK, Chronicle
from briefings.demo.load.draft_rows import Filed
from briefings.demo.load.histories import Step, histories
from briefings.log.chain import lock_head
from briefings.models import AuditEntry, Briefing, Image, Person, Subject, Topic, User
from briefings.working_copy import alike_people, listed_drafts

AT_ONCE = 20_000
"""How many rows are held before they are inserted."""
COLOURS = ("#7a1f2b", "#1f4e7a", "#2b7a1f", "#7a6a1f", "#4b1f7a", "#1f7a70")
STAFF = {"made-writer-1": "writer", "made-writer-2": "writer", "made-editor": "editor", "made-chief": "chief"}
"""Whom the record names; nobody can log in as one of them."""


class HoldsRealBriefings(Exception):
    """The site holds briefings, people or topics that were not made here."""

    def __init__(self) -> None:
        super().__init__(
            "This site holds what somebody wrote. Name a DATA_DIR, or a DATABASE_URL, of its own for a load test."
        )


@transaction.atomic
def make(number: int, *, seed: int, until: datetime, progress: Callable[[int], None]) -> int:
    """Add `number` briefings with their histories, published before `until` (aware); a few are scheduled after it.

    The same seed gives the same log on the same site, moments and ids as well. Further ones follow on those that were
    made before, and share their people and topics. `progress` is told how many are done. Returns the number of
    editions. Raises HoldsRealBriefings.
    """
    head = lock_head()
    _refuse_real_ones()
    first = Briefing.objects.count()
    staff = tuple(_member(name, role) for name, role in STAFF.items())
    cast = cast_for(first + number, pictures=[_picture(colour, by=staff[0]) for colour in COLOURS])
    chronicle = Chronicle(
        head=head,
        cast=cast,
        filed=_filed(cast),
        staff=staff,
        seed=seed,
        keys={model: model.objects.aggregate(most=Max("pk"))["most"] or 0 for model in KEYED},
        named={str(uuid) for uuid in Subject.objects.values_list("uuid", flat=True)},
    )
    steps = histories(range(first, first + number), seed=seed, until=until)
    with _nothing_collected():
        _write(chronicle, steps, progress=progress)
    head.save()
    reset_sequences(*KEYED)
    listed_drafts.write_all()
    gather_statistics()
    return len(steps)


def _write(chronicle: Chronicle, steps: Iterable[Step], *, progress: Callable[[int], None]) -> None:
    rows: list[models.Model] = []
    done = 0
    for step in steps:
        rows += chronicle.rows(step)
        done += step.is_last
        if len(rows) >= AT_ONCE:
            insert(rows)
            rows.clear()
            progress(done)
    insert(rows)
    progress(done)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Millions of values are made and dropped, none in a circle: looking for circles takes a sixth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _refuse_real_ones() -> None:
    made = AuditEntry.objects.filter(briefing=OuterRef("pk"), detail=MARK)
    if Briefing.objects.filter(~Exists(made)).exists():
        raise HoldsRealBriefings
    if not Briefing.objects.exists() and (Person.objects.exists() or Topic.objects.exists()):
        raise HoldsRealBriefings


def _member(name: str, role: str) -> User:
    user, is_new = User.objects.get_or_create(username=name, defaults={"uuid": made_uuid(name), "is_staff": True})
    if is_new:
        roles.sync()
        user.set_unusable_password()
        user.save(update_fields=["password"])
        user.groups.add(Group.objects.get(name=roles.ROLES[role]))
    return user


def _picture(colour: str, *, by: User) -> ImageName:
    """A small picture of one colour, under the same token on every site."""
    token = base64.urlsafe_b64encode(sha256(colour.encode()).digest()).decode()[:22]
    image = Image.objects.filter(token=token).first()
    if image is None:
        file = io.BytesIO()
        Canvas.new("RGB", (320, 200), colour).save(file, "PNG")
        picture = pictures.read(file.getvalue())
        pictures.discard(settings.MEDIA_ROOT, token)  # of an attempt that was broken off
        pictures.keep(settings.MEDIA_ROOT, token, pictures.renditions(picture))
        image = Image.objects.create(
            uuid=made_uuid(colour),
            token=token,
            sha256=sha256(file.getvalue()).hexdigest(),
            width=picture.width,
            height=picture.height,
            widths=list(pictures.widths(picture.width)),
            fallback=picture.fallback,
            credit="Drawn for a load test",
            uploaded_by=by,
        )
    return working_copy.image_name(image)


def _filed(cast: Cast) -> Filed:
    """The people, topics and pictures of the cast, put on file where they are not, by their ids."""
    people = {
        one.id: Person(uuid=one.id, name=one.name, kind=one.kind, **alike_people.columns(one.name))
        for one in (*cast.people, *cast.authors)
    }
    topics = {one.id: Topic(uuid=one.id, name=one.name, slug=one.slug) for one in cast.topics}
    ids = {one.id for one in cast.pictures}
    return {
        **_on_file(Person, people.values()),
        **_on_file(Topic, topics.values()),
        **{str(image.uuid): image for image in Image.objects.filter(uuid__in=ids)},
    }


def _on_file(model: type[models.Model], wanted: Iterable[models.Model]) -> dict[str, models.Model]:
    there = {str(row.uuid) for row in model.objects.all()}
    model.objects.bulk_create([row for row in wanted if row.uuid not in there])
    return {str(row.uuid): row for row in model.objects.all()}
