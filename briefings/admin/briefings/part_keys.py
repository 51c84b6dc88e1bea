"""Part keys of a form that was sent: kept if this briefing may use them, made if they are missing."""

from uuid import UUID, uuid5

from django import forms

from briefings.content import is_key, keys
from briefings.models import Draft, Figure, Quote, Section
from faq.models import FAQItem

_LETTERS = {"section": keys.SECTION, "quote": keys.QUOTE, "figure": keys.FIGURE, "question": keys.FAQ}
_ROWS = {"section": Section, "quote": Quote, "figure": Figure, "question": FAQItem}


class PartKeys:
    """The keys of one form. `save_id` seeds the new ones, so that the same form sent twice has the same.

    A key is taken from the form if it is well-formed, not used twice in it, and no other briefing's.
    """

    def __init__(self, save_id: UUID, *, draft: Draft | None, sent: dict[str, list[str]], known: set[str]) -> None:
        self._save_id = save_id
        self.given: dict[str, str] = {}
        """The keys and ids by the name of their field."""
        self._used: set[str] = set()
        self._foreign: set[str] = set()
        for prefix, rows in _ROWS.items():
            unknown = {key for key in sent.get(prefix, ()) if is_key(key, _LETTERS[prefix]) and key not in known}
            if unknown:
                others = rows.objects.filter(key__in=unknown).exclude(parent=draft.pk if draft else None)
                self._foreign.update(others.values_list("key", flat=True))

    def of(self, form: forms.Form) -> str:
        """The key of the part in `form`."""
        letter = _LETTERS[form.prefix.rpartition("-")[0]]
        key = form.cleaned_data["key"]
        attempt = 0
        while not is_key(key, letter) or key in self._used or key in self._foreign:
            key = keys.derived_key(letter, f"{self._save_id}:{form.prefix}:{attempt}")
            attempt += 1
        self._used.add(key)
        self.given[form.add_prefix("key")] = key
        return key

    def source(self, form: forms.Form) -> str:
        """The id of a source that is new."""
        identity = self.given[form.add_prefix("uuid")] = str(uuid5(self._save_id, form.prefix))
        return identity
