"""People on file: whom we quote and who writes. They are made by naming them in a briefing, and put right here."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from briefings import workflow
from briefings.admin.fields import LineField
from briefings.admin.reference_data import ReferenceAdmin, ReferenceForm
from briefings.content import fields as kinds
from briefings.models import Byline, Person, PublishedQuote, Subject, User
from briefings.public import addresses, names, quotations


class PersonForm(ReferenceForm):
    name = LineField(kinds.Line, label=_("Name"), widget=AdminTextInputWidget)

    class Meta:
        model = Person
        fields = ("name", "kind")
        help_texts = {
            "kind": _(
                "Public figures, bodies and documents have a page with all their quotations, once an edition quotes "
                "them. Private and unnamed people never have one: who becomes private loses it at once."
            )
        }


@admin.register(Person)
class PersonAdmin(ReferenceAdmin):
    form = PersonForm
    fields = ("name", "kind", "was")
    list_display = ("name", "kind", "leads_to")
    list_filter = ("kind",)
    unite = staticmethod(workflow.unite_people)

    def change(self, row: Person, said: dict[str, Any], *, by: User) -> Person:
        return workflow.file_person(row, name=said["name"], kind=said["kind"], by=by, expected=said["was"])

    def usage(self, row: Person) -> dict[str, Any]:
        now = timezone.now()
        public = names.of_subject(Subject.Kind.PERSON, row.uuid, now)
        quoted = quotations.quotations(now, person=public.subjects)[0] if public else ()
        ids = [row.uuid, *row.merged.values_list("uuid", flat=True)]
        return {
            "note": row.get_kind_display(),
            "drafts": row.quotes.count() + Byline.objects.filter(person=row).count(),
            "editions": PublishedQuote.objects.live(now).filter(person__in=ids).count(),
            "path": addresses.person(public.slug) if public and quoted else "",
        }
