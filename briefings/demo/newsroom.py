"""A whole demo newsroom: every text with its history, the site's name and its standing pages.

No act of the desk publishes in the past, so the editions of these histories are appended to the log directly.
"""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from briefings import picture_upload, standing_pages, workflow, working_copy
from briefings.content import BriefingContent, Change, Correction, ImageName, SiteRecord, keys
from briefings.demo import demo_texts
from briefings.demo.demo_content import composed
from briefings.demo.drawings import PICTURES, drawn
from briefings.models import Briefing, Draft, Edition, Image, PublishedSummary, User
from briefings.workflow.pages import site
from briefings.workflow.publishing import slugs
from briefings.workflow.publishing.editions import append_edition, lock

SITE = SiteRecord(
    name="The Narrows Courier",
    tagline="What happened, who said it, and what changed since",
    footer="An invented newspaper in invented places. Nobody in it exists.",
)
_KINDS = {"publish": Edition.Kind.FIRST, "schedule": Edition.Kind.FIRST, "withdraw": Edition.Kind.WITHDRAWN}
_KINDS |= {"remove": Edition.Kind.REMOVED, "merge": Edition.Kind.MERGED}
_CORRECTIONS = ("correction", "clarification", "editors-note")


def fill(*, by: User, writer: User | None = None, editor: User | None = None) -> int:
    """Fill an empty site: the pictures are uploaded by `by`, the texts are of `writer`, and `editor` approved them.

    Returns the number of briefings.
    """
    pictures = _pictures(by)
    workflow.set_site(SITE, by=by, expected=site.current_site()[1])
    steps = [
        (_moment(step, place), place, step, text)
        for place, whole in enumerate(demo_texts.texts())
        for step, text in demo_texts.stages(whole)
    ]
    for moment, _place, step, text in sorted(steps, key=lambda one: one[:2]):
        _take(step, text, moment, pictures, writer=writer)
    published = Draft.objects.filter(briefing__editions__isnull=False, owner=writer)
    published.update(state=Draft.State.APPROVED, approved_by=editor, approved_version=F("version"))
    _standing_pages(by)
    return Briefing.objects.count()


def _pictures(by: User) -> dict[str, ImageName]:
    credits = {figure["picture"]: figure["credit"] for text in demo_texts.texts() for figure in text["figures"]}
    names = {}
    for name in PICTURES:
        image, _new = picture_upload.upload(drawn(name), by=by)
        Image.objects.filter(pk=image.pk).update(credit=credits.get(name, ""), caption=name.capitalize())
        image.refresh_from_db()
        names[name] = working_copy.image_name(image)
    return names


def _moment(step: dict[str, Any], place: int) -> datetime:
    """The moment of a step, by `days_ago` or `days_ahead`; `place` sets the texts a few minutes apart."""
    days = -(step["days_ago"] or 0) if step["days_ahead"] is None else step["days_ahead"]
    noon = timezone.make_aware(datetime.combine(timezone.localdate(), time(6)), timezone.get_current_timezone())
    moment = noon + timedelta(days=days, minutes=23 * place % 540)
    return moment if step["days_ahead"] is not None else min(moment, timezone.now() - timedelta(minutes=place + 1))


@transaction.atomic
def _take(
    step: dict[str, Any],
    text: demo_texts.Text,
    moment: datetime,
    pictures: dict[str, ImageName],
    *,
    writer: User | None,
) -> None:
    uuid = demo_texts.briefing_id(text["file"])
    content = composed(text, briefing_id=str(uuid), pictures=pictures, today=timezone.localdate())
    draft = Draft.objects.filter(briefing__uuid=uuid).first()
    act = step["act"]
    if draft is None:
        draft = working_copy.create(content, by=writer)
    elif act in ("minor", "major", *_CORRECTIONS):
        working_copy.write(draft, content, expected=draft.version, by=writer)
    if act == "in-review":
        workflow.submit(draft.briefing, by=writer)
    elif act == "draft":
        workflow.plan(draft.briefing, moment=moment + timedelta(days=2), by=writer)
    else:
        _append(draft.briefing, act, step, moment)


def _append(briefing: Briefing, act: str, step: dict[str, Any], moment: datetime) -> None:
    briefing = lock(briefing)
    saved = working_copy.read(Draft.objects.select_related("briefing").get(briefing=briefing)).for_readers()
    kind = Edition.Kind.CORRECTION if act in _CORRECTIONS else _KINDS.get(act, act)
    content = saved.model_copy(update={"change": _change(act, step) if act not in ("publish", "schedule") else None})
    if act in ("withdraw", "remove", "merge"):
        content = _ended(content, act, step)
    content = slugs.reserve(briefing, content) if content.headline else content
    append_edition(
        briefing, content, kind=kind, live_from=moment, by=None, revision=briefing.revisions.order_by("version").last()
    )


def _change(act: str, step: dict[str, Any]) -> Change | None:
    if act not in _CORRECTIONS:
        return Change(note=step["note"]) if step["note"] else None
    made = Correction(
        key=keys.new_key(keys.CORRECTION), kind=act, was_wrong=step["was_wrong"], is_right=step["is_right"]
    )
    return Change(note=step["note"], correction=made)


def _ended(content: BriefingContent, act: str, step: dict[str, Any]) -> BriefingContent:
    into = PublishedSummary.objects.filter(slug=step["into"]).select_related("briefing").first()
    return BriefingContent.offered(
        id=content.id,
        headline="" if act == "remove" else content.headline,
        slug=content.slug,
        language=content.language,
        change=content.change,
        merged_into=str(into.briefing.uuid) if into else None,
    )


def _standing_pages(by: User) -> None:
    for offered in standing_pages.offered():
        page = workflow.save_page(
            uuid4(),
            slug=offered["slug"],
            heading=offered["heading"],
            body=demo_texts.filled(offered["body"]),
            language="en",
            in_footer=True,
            by=by,
            expected=0,
        )
        workflow.publish_page(page, by=by, expected=page.version)
