"""The addresses of topics, people, authors and standing pages."""

from django.utils.translation import gettext as _

from briefings.content import PUBLIC_KINDS
from briefings.content.slugs import ascii_slug
from briefings.explanation.sentences import Asked, Reason, as_unknown, nothing_there, when
from briefings.models import Person, PublishedName, StandingPage, Subject, Topic
from briefings.public import names


def topic(asked: Asked, *, slug: str, name: str = "") -> Reason:
    if asked.status == 404 and names.at_slug(Subject.Kind.TOPIC, slug, asked.at) is None:
        on_file = Topic.objects.filter(slug=slug).exists()
        why = _("a topic on file has this slug, and readers know nothing of it")
        return as_unknown(why) if on_file else nothing_there()
    return _named(
        asked,
        _("the briefings of the topic"),
        _("nothing that is live has this topic, and nothing that ended lately did"),
    )


def person(asked: Asked, *, slug: str, name: str = "") -> Reason:
    return _person(
        asked,
        slug,
        _("the quotations of the person"),
        _("nothing that is live quotes this person"),
    )


def author(asked: Asked, *, slug: str, name: str = "") -> Reason:
    return _person(
        asked,
        slug,
        _("the briefings of the author"),
        _("nothing that is live names this author"),
    )


def standing_page(asked: Asked, *, slug: str) -> Reason:
    live = PublishedName.objects.live(asked.at).filter(kind=Subject.Kind.PAGE, slug=slug).first()
    if asked.status == 200 and live:
        return Reason(_("Readers get the page as it was published on %(when)s.") % {"when": when(live.live_from)})
    if live and not live.name:
        return as_unknown(_("the page was taken down on %(when)s") % {"when": when(live.live_from)})
    if asked.status == 404 and StandingPage.objects.filter(slug=slug).exists():
        return as_unknown(_("the page was never published; it is on the desk with this address"))
    return _named(asked, _("the page"), _("nothing has this address, and nothing ever had it"))


def _person(asked: Asked, slug: str, what: str, why_not: str) -> Reason:
    if asked.status == 404 and names.at_slug(Subject.Kind.PERSON, slug, asked.at) is None:
        on_file = [row for row in Person.objects.all() if ascii_slug(row.name, otherwise="person") == slug]
        if any(row.kind not in PUBLIC_KINDS for row in on_file):
            return as_unknown(_("somebody on file has this name and is no public figure, and so has no page"))
        return as_unknown(_("nothing of this person has gone live")) if on_file else nothing_there()
    return _named(asked, what, why_not)


def _named(asked: Asked, what: str, why_not: str) -> Reason:
    if asked.status == 301:
        return Reason(_("301 to %(where)s: this is a former address.") % {"where": asked.location})
    if asked.status == 404:
        return as_unknown(why_not)
    return Reason(_("Readers get %(what)s.") % {"what": what})
