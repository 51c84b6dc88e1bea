"""What a bulk act asks for."""

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import policy
from briefings.admin.briefings.listing.filters import topic_of
from briefings.admin.briefings.name_lookup import listed
from briefings.admin.moments import MomentField
from briefings.models import Topic, User


class BulkForm(forms.Form):
    """A form of the user `by`."""

    def __init__(self, *args: object, by: User, **options: object) -> None:
        super().__init__(*args, **options)
        self.by = by


class TopicsForm(BulkForm):
    topics = forms.CharField(
        label=gettext_lazy("Topics"),
        help_text=gettext_lazy("With commas between them. They have to be on file."),
        max_length=500,
        widget=forms.TextInput(
            {"data-suggest": reverse_lazy("admin:briefings_draft_suggest", args=["topics"]), "autocomplete": "off"}
        ),
    )

    def clean_topics(self) -> list[Topic]:
        names = listed(self.cleaned_data["topics"])
        found = {name: topic_of(name, self.by) for name in names}
        if missing := [name for name, topic in found.items() if topic is None]:
            sentence = _("Not on file: %(names)s. Choose again.")
            raise forms.ValidationError(sentence % {"names": ", ".join(f"“{name}”" for name in missing)})
        return list(dict.fromkeys(topic for topic in found.values() if topic))


class OwnerForm(BulkForm):
    owner = forms.ModelChoiceField(
        label=gettext_lazy("Owner"), queryset=User.objects.none(), empty_label=gettext_lazy("Choose whose they become")
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].queryset = policy.who_may_own()


class PlanForm(BulkForm):
    planned = MomentField(
        label=gettext_lazy("Planned for"), help_text=gettext_lazy("A plan publishes nothing. Empty: no longer planned.")
    )
