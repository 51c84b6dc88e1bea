"""Two browsers, two hundred saves and autosaves in any order, some late: nothing that was acknowledged is lost."""

import random

import pytest
from django.contrib.auth import get_user

from briefings import working_copy
from briefings.models import Draft, EditBuffer
from tests.desk.briefings.test_unsaved import keep
from tests.desk.sheets import opened, sent
from tests.making import make_draft

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ROUNDS = 200


class Window:
    """One browser's window on the draft, as its script behaves."""

    def __init__(self, client, draft):
        self.client, self.draft = client, draft
        self.user = str(get_user(client).uuid)
        self.late = []
        self.open()

    def open(self):
        self.form = opened(self.client, self.draft)
        self.counter = self.kept = 0
        self.typed = self.form["lede"]

    def type(self, number):
        self.counter += 1
        self.typed = f"Text {number} of {self.user[:4]}."

    def autosave(self, *, arrives_late=False):
        request = (self.form, self.counter, self.typed)
        if arrives_late:
            self.late.append(request)
        else:
            self._send(*request)

    def deliver(self):
        if self.late:
            self._send(*self.late.pop(0))

    def _send(self, form, counter, typed):
        answer = keep(self.client, form, draft=self.draft, counter=counter, by=self.user, lede=typed)
        if answer.json()["kept"] and form["form_id"] == self.form["form_id"]:
            self.kept = max(self.kept, counter)

    def save(self):
        """Saves, or finds somebody else's newer text: then the window is left as it is and another one opened."""
        fields = self.form | {"lede": self.typed, "counter": str(self.counter)}
        answer = sent(self.client, self.draft, fields)
        if "differences" in (getattr(answer, "context", None) or {}):
            return None
        saved = self.typed
        self.open()
        return saved


def test_nothing_that_was_acknowledged_is_lost(desk, at_desk):
    draft = make_draft("quokka")
    windows = [Window(desk, draft), Window(at_desk("tom", "editor"), draft)]
    random.seed(17)
    steps = ["type", "type", "autosave", "autosave", "late", "deliver", "save"] * (ROUNDS // 7 + 1)
    random.shuffle(steps)
    last = "The quokka lede."
    for number, step in enumerate(steps[:ROUNDS]):
        window = windows[number % 2]
        if step == "type":
            window.type(number)
        elif step == "save":
            last = window.save() or last
        elif step == "deliver":
            window.deliver()
        else:
            window.autosave(arrives_late=step == "late")

        assert working_copy.read(Draft.objects.get()).lede == last
        for one in windows:
            buffer = EditBuffer.objects.filter(form=one.form["form_id"]).first()
            if one.kept:
                assert buffer.counter >= one.kept
                assert buffer.fields, "What was acknowledged and not saved is there still."
