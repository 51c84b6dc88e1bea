"""Topics on file. They are made by naming them in a briefing; renaming or merging one is a public act of its own."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from briefings import workflow
from briefings.admin.fields import LineField
from briefings.admin.reference_data import ReferenceAdmin, ReferenceForm
from briefings.content import fields as kinds
from briefings.models import PublishedTopic, Subject, Topic, User
from briefings.public import addresses, lists, names


class TopicForm(ReferenceForm):
    name = LineField(kinds.Line, label=_("Name"), widget=AdminTextInputWidget)
    slug = LineField(
        kinds.Line,
        label=_("Address"),
        widget=AdminTextInputWidget,
        help_text=_("The last part of the topic’s address. Former ones lead to it. Empty: made from the name."),
    )

    class Meta:
        model = Topic
        fields = ("name", "slug")


@admin.register(Topic)
class TopicAdmin(ReferenceAdmin):
    form = TopicForm
    fields = ("name", "slug", "was")
    list_display = ("name", "slug", "leads_to")
    unite = staticmethod(workflow.unite_topics)

    def change(self, row: Topic, said: dict[str, Any], *, by: User) -> Topic:
        return workflow.rename_topic(row, name=said["name"], slug=said["slug"], by=by, expected=said["was"])

    def usage(self, row: Topic) -> dict[str, Any]:
        now = timezone.now()
        public = names.of_subject(Subject.Kind.TOPIC, row.uuid, now)
        live = PublishedTopic.objects.live(now).filter(topic__in=[row.uuid, *row.merged.values_list("uuid", flat=True)])
        return {
            "note": row.slug,
            "drafts": row.uses.count(),
            "editions": live.values("edition").distinct().count(),
            "path": addresses.topic(public.slug) if public and lists.latest(now, topic=public.subjects) else "",
        }
