"""Lists, feeds, sitemaps, pictures, and what serves machines."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.explanation.sentences import Asked, Change, Reason, as_unknown, when
from briefings.models import Image, PublishedImage, PublishedName, Subject
from briefings.pictures.renditions import is_rendition_name
from briefings.public import media as gate
from briefings.public.moments import midnight_after


def listing(what: str, *, empty: str) -> Callable[..., Reason]:
    """Explains a list: `what` readers get, and why it may be `empty`."""

    def explained(asked: Asked, **_named: Any) -> Reason:
        if asked.status == 404:
            return as_unknown(str(empty))
        if asked.status == 301:
            return Reason(_("301 to %(where)s: this list has no numbered pages any more.") % {"where": asked.location})
        return Reason(_("Readers get %(what)s.") % {"what": what})

    return explained


NO_PLACE = gettext_lazy("its query names no place in the list, or nothing stands behind that place")
NO_CHOICE = gettext_lazy("its query names what readers know nothing of, or no place in the list")
NO_LETTER = gettext_lazy("nothing that readers know of stands under that letter, or from there on")
NO_LANGUAGE = gettext_lazy("nothing is live in that language, or its query names no place in the list")


def language_front(asked: Asked, *, language: str) -> Reason:
    if asked.status == 301:
        return Reason(_("301 to %(where)s: there is the front page of this language.") % {"where": asked.location})
    return listing(_("the newest briefings in that language"), empty=NO_LANGUAGE)(asked)


def quotes(asked: Asked) -> Reason:
    if asked.status == 301:
        sentence = _("301 to %(where)s: there it stands by the names of today, and without fields that are empty.")
        return Reason(sentence % {"where": asked.location})
    return listing(_("the list of quotations"), empty=NO_CHOICE)(asked)


def picture(asked: Asked, *, token: str, name: str) -> Reason:
    image = Image.objects.filter(token=token).first()
    if image is None:
        return as_unknown(_("no picture ever had this name"))
    shown = PublishedImage.objects.filter(token=token)
    last_days = [day for day in shown.values_list("usable_until", flat=True) if day]
    if asked.status == 200:
        sentence = _("Readers get the picture: an edition that may be read shows it, or it is the site’s logo.")
        return Reason(sentence, _end_of_use(shown, asked))
    if image.erased_at:
        return as_unknown(_("the picture was erased on %(when)s") % {"when": when(image.erased_at)})
    if gate.may_go_out(token, asked.at):
        missing = _("its files are not on the disk") if is_rendition_name(name) else _("it has no file with this name")
        return as_unknown(_("the picture may go out, and %(missing)s") % {"missing": missing})
    if not shown.exists() and not PublishedName.objects.filter(kind=Subject.Kind.SITE, token=token).exists():
        return as_unknown(_("the picture is on file, and nothing that was published shows it"))
    if last_days and max(last_days) < timezone.localdate(asked.at):
        return as_unknown(_("the last day of the picture was %(day)s") % {"day": f"{max(last_days):%Y-%m-%d}"})
    if not shown.gone_live(asked.at).exists():
        return as_unknown(_("the picture is in an edition that has not begun, or was called off"))
    return as_unknown(_("every edition that shows the picture is closed, for its briefing has ended"))


def _end_of_use(shown: QuerySet, asked: Asked) -> Change | None:
    """When the last of the editions that have gone live lets go of the picture; None where one never does."""
    days = list(shown.gone_live(asked.at).values_list("usable_until", flat=True))
    return Change(midnight_after(max(days)), _("when its last day is over")) if days and all(days) else None


def health(asked: Asked) -> Reason:
    return Reason(_("%(status)s: it tells whoever runs the site how it is.") % {"status": asked.status})


def draft_link(asked: Asked, **_named: Any) -> Reason:
    if asked.status == 404:
        return as_unknown(_("no link to a draft has this address, or it has ended"))
    return Reason(_("Whoever has this address reads one version of a draft, until the link ends."))
