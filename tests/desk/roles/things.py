"""What is on file when somebody knocks: drafts of theirs and of somebody else's, and the names that addresses hold."""

from copy import copy
from functools import cached_property
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from briefings import workflow, working_copy
from briefings.admin.briefings import text_comparison
from briefings.admin.briefings.status import status_of
from briefings.admin.briefings.writing_page import WritingPage
from briefings.models import AuditEntry, Delivery, Draft, Edition, Person, StandingPage, Topic, User
from tests.desk.logins.factors import with_app
from tests.desk.roles.login_forms import LoginForms
from tests.desk.roles.on_file import File, drafts_of, picture_of, published_alone
from tests.desk.roles.pasted import became, pasted_by
from tests.desk.roles.people import PASSWORD, Somebody, make_somebody, seated
from tests.desk.roles.short_forms import NEVER_WAS, ShortForms
from tests.desk.sheets import Fields, fields_of, form_of, opened
from tests.making import NOON, make_draft

SECRET = "wombat"
"""Stands in every part of every draft that is somebody else's."""


class Things(ShortForms, LoginForms):
    """`asker` is whose are the drafts called `own …`; all others are Noor's, who is a writer too."""

    def __init__(self, asker: Somebody) -> None:
        self.asker = asker
        self._forms: dict[tuple[str, str], dict[str, object]] = {}
        self.noor = make_somebody("writer", name="noor")
        with_app(self.noor.user)
        self.desk = make_somebody("chief", name="cleo")
        self.drafts = {
            **drafts_of(asker.user, "own", word="quokka"),
            **drafts_of(self.noor.user, "other", word=SECRET),
            "other reviewed": make_draft(f"{SECRET} read", by=self.noor.user),
        }
        workflow.submit(self.drafts["other reviewed"].briefing, by=self.noor.user)
        self.drafts["other alone"] = published_alone(self.desk.user, word=SECRET)
        self.pictures = {
            "own picture": picture_of(asker.user, "quokka"),
            "other picture": picture_of(self.noor.user, SECRET),
        }
        self.originals = {
            "own original": pasted_by(asker.user or self.noor.user, "quokka"),
            "other original": pasted_by(self.noor.user, SECRET),
        }
        for whose, word in (("own", "quokka"), ("other", SECRET)):
            became(self.drafts[f"{whose} live"], pasted_by(asker.user or self.noor.user, f"{word} before"))
        told = {"kind": "review", "to": self.noor.user, "created_at": timezone.now(), "next_at": timezone.now()}
        self.mail, self.entry = (Delivery.objects.create(channel=channel, **told) for channel in ("mail", "desk"))
        self.unused = Person.objects.create(name="quokka of no draft"), Topic.objects.create(name="quokka of no draft")
        self.page, _next = (
            StandingPage.objects.create(slug=f"page-{at}", heading="A page that stays", position=at) for at in (0, 1)
        )

    @cached_property
    def names(self) -> dict[str, str]:
        """By the names that stand in braces in an address of the table."""
        return {
            **{name: str(draft.pk) for name, draft in self.drafts.items()},
            "never was": NEVER_WAS,
            "too large": "99999999999999999999",
            "person": str(Person.objects.get(name=f"{SECRET} speaker").pk),
            "topic": str(Topic.objects.get(name=f"{SECRET} matters").pk),
            "unused person": str(self.unused[0].pk),
            "unused topic": str(self.unused[1].pk),
            "entry": str(AuditEntry.objects.earliest("id").pk),
            "page": str(self.page.pk),
            "colleague": str(self.noor.user.pk),
            **{name: str(original.pk) for name, original in self.originals.items()},
            **{name: str(image.pk) for name, image in self.pictures.items()},
            **{f"id of {name}": str(image.uuid) for name, image in self.pictures.items()},
            "type of drafts": str(ContentType.objects.get_for_model(Draft).pk),
            "type of people": str(ContentType.objects.get_for_model(User).pk),
        }

    def before(self, role: str) -> "Things":
        """The same things, with the asker in another role and another session."""
        things = copy(self)
        things.asker = seated(self.asker.user, role)
        return things

    def filled_in(self, form: str, name: str) -> dict[str, object]:
        """One of the forms below, for the draft of that name; where the name is of none, for somebody else's."""
        name = name if name in self.drafts or name in self.originals else "other"
        if (form, name) not in self._forms:
            self._forms[form, name] = getattr(self, form)(name)
        return self._forms[form, name]

    # Forms, as those get them who may, filled in so that they would do something

    def form(self, name: str) -> Fields:
        draft = self.drafts[name]
        page = WritingPage(status_of(draft), working_copy.read(draft), draft.version)
        return form_of(page) | {"lede": "Forged.", "_save": "1"}

    def new_form(self, _name: str) -> Fields:
        return opened(self.desk.client, None) | {"headline": "Forged", "section-0-body": "<p>Forged.</p>", "_save": "1"}

    def keeping(self, _name: str) -> Fields:
        of = {"user": str(self.asker.user.uuid) if self.asker.user else "", "form_id": str(uuid4())}
        return of | {"briefing": str(uuid4()), "version": "1", "counter": "1", "fields": "lede=Forged."}

    def merging(self, name: str) -> Fields:
        """The choices of whoever has a newer text of that draft in hand, signed as the page signs it."""
        draft = self.drafts[name]
        mine = working_copy.read(draft).model_copy(update={"lede": "Forged."})
        version = str(draft.version)
        return {"mine": text_comparison.signed(mine), "base_version": version, "theirs_version": version}

    def restoring(self, name: str) -> Fields:
        draft = self.drafts[name]
        return {"expected": str(draft.version), "save_id": str(uuid4())}

    def acting(self, name: str) -> Fields:
        draft = self.drafts[name]
        scheduled = Edition.objects.filter(briefing=draft.briefing_id, live_from=NOON).first()
        edition = str(scheduled.seq) if scheduled else ""
        return {
            "expected": str(draft.version),
            "note": "Forged.",
            "notice": "Forged.",
            "edition": edition,
            "alone": str(draft.listed.alone_id or ""),
            "briefing": str(uuid4()),
            "to": str(self.desk.user.uuid),
            "into": f"/briefings/{'quokka' if name.startswith('other') else SECRET}-live/",
            "number": "1",
            "reason": "Forged.",
            "moment": "2041-06-01T12:00",
            "shown": "2041-06-01T12:00Z",
        }

    def person_form(self, _name: str) -> Fields:
        page = self.desk.client.get(f"/admin/briefings/person/{self.names['person']}/change/")
        return fields_of(page, "person_form") | {"name": "Forged"}

    def topic_form(self, _name: str) -> Fields:
        page = self.desk.client.get(f"/admin/briefings/topic/{self.names['topic']}/change/")
        return fields_of(page, "topic_form") | {"name": "Forged"}

    def pasting(self, _name: str) -> Fields:
        return {"save_id": str(uuid4()), "text": "# Forged\n\nForged words stand here.\n"}

    def deciding(self, _name: str) -> Fields:
        return {"role-1": "unplaced"}

    def making(self, _name: str) -> Fields:
        return {"do": "make"}

    def updating(self, name: str) -> Fields:
        """The choices of whoever has compared the pasted draft with a draft on file, signed as the page signs it."""
        draft = self.drafts["own live" if name == "own original" else "other live"]
        base = working_copy.read(draft)
        mine = base.model_copy(update={"lede": "Forged."})
        return {
            "mine": text_comparison.signed(mine),
            "base": text_comparison.signed(base),
            "theirs_version": str(draft.version),
            "save_id": str(uuid4()),
        }

    def person_merge(self, _name: str) -> Fields:
        return self._merge("person", into="quokka speaker")

    def topic_merge(self, _name: str) -> Fields:
        return self._merge("topic", into="quokka matters")

    def _merge(self, model: str, *, into: str) -> Fields:
        page = self.desk.client.get(f"/admin/briefings/{model}/{self.names[model]}/merge/", {"name": into})
        return fields_of(page, "merge_form")

    def new_password(self, _name: str) -> Fields:
        new = "incorrect horse battery"
        return {"old_password": PASSWORD, "new_password1": new, "new_password2": new}

    def mail_of_another(self, _name: str) -> Fields:
        return {"do": f"give-up {self.mail.pk}"}

    def entry_of_another(self, _name: str) -> Fields:
        return {"seen": str(self.entry.pk)}

    def page_form(self, _name: str) -> Fields:
        page = self.desk.client.get(f"/admin/briefings/standingpage/{self.names['page']}/change/")
        return fields_of(page, "page_form") | {"heading": "Forged", "_save": "1"}

    def moved_page(self, _name: str) -> Fields:
        return {"_move": f"down {self.page.uuid}"}

    def front_form(self, _name: str) -> Fields:
        page = self.desk.client.get("/admin/briefings/frontpage/")
        return fields_of(page, "front_form") | {
            "briefing_1": str(self.drafts["other live"].briefing.uuid),
            "_save": "1",
        }

    def identity_form(self, _name: str) -> Fields:
        page = self.desk.client.get("/admin/briefings/siteidentity/")
        return fields_of(page, "identity_form") | {"name": "Forged", "_save": "1"}

    def picture_form(self, name: str) -> Fields:
        page = self.desk.client.get(f"/admin/briefings/image/{self.names['other picture']}/change/")
        return fields_of(page, "") | {"credit": "Forged"}

    def picture_file(self, _name: str) -> dict[str, object]:
        return {"file": File()}

    # Forms that do nothing for anybody

    def forged_action(self, _name: str) -> dict[str, object]:
        return {
            "action": "delete_selected",
            "index": "0",
            "select_across": "1",
            "post": "yes",
            "_selected_action": list(self.names.values()),
            "_save": "1",
        }

    def forged_row(self, _name: str) -> Fields:
        facts = {"name": "Forged", "kind": "public", "slug": "forged", "username": "forged", "action": "forged"}
        return facts | {"is_superuser": "on", "is_active": "on", "groups": "1", "password": "forged", "_save": "1"}

    def forged_deletion(self, _name: str) -> Fields:
        return {"post": "yes"}
