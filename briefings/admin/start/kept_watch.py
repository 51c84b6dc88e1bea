"""What runs on by itself and wants somebody's eye: open questions, and pictures whose last day is near."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from briefings import policy
from briefings.admin.briefings import open_questions
from briefings.admin.start.section import FEW, Desk, Line, Section
from briefings.desk_words import day_in_words
from briefings.models import Figure, Image, PublishedImage

NEAR = timedelta(days=14)
MOST = 24
"""So many pictures are told of: often all of an agency end on one day."""


def questions(desk: Desk) -> Section:
    """The oldest questions that readers have without an answer."""
    oldest = open_questions.oldest(desk.user, desk.at, most=FEW)
    lines = [Line(one.question, one.path, _since(one), one.language) for one in oldest]
    return Section("questions", _("Open questions"), lines, reverse("admin:briefings_draft_open_questions"))


def pictures(desk: Desk) -> Section:
    """Pictures in use that may be shown for two weeks more at most, or whose last day has passed within as long."""
    if not desk.may("create"):
        return Section("pictures", "")
    near = Image.objects.filter(
        erased_at=None, usable_until__gte=desk.today - NEAR, usable_until__lte=desk.today + NEAR
    )
    drafts = policy.drafts(desk.user, "read")
    of_drafts = Figure.objects.filter(Exists(drafts.filter(pk=OuterRef("parent"))), image=OuterRef("pk"))
    public = PublishedImage.objects.live(desk.at).filter(token=OuterRef("token"))
    # A draft may have it no more.
    shown = public.filter(Exists(drafts.filter(briefing=OuterRef("edition__briefing"))))
    in_use = near.filter(Exists(of_drafts) | Exists(shown)).annotate(is_public=Exists(public))
    images = in_use.order_by("usable_until", "pk")[:MOST]
    lines = [
        Line(str(image), reverse("admin:briefings_image_change", args=[image.pk]), _last_day(image, desk))
        for image in images
    ]
    return Section("pictures", _("Pictures whose last day is near"), lines)


def _since(one: open_questions.OpenQuestion) -> str:
    days = ngettext("%(days)d day", "%(days)d days", one.days) % {"days": one.days} if one.days else _("today")
    return f"{days} · {one.headline}"


def _last_day(image: Image, desk: Desk) -> str:
    day = day_in_words(image.usable_until)
    words = _("until %(day)s") if image.usable_until >= desk.today else _("was usable until %(day)s")
    public = _("readers see it") if image.is_public else _("in a draft")
    return f"{words % {'day': day}} · {public}"
