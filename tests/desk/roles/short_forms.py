"""Forms that are filled in with few words, the same for whatever they are about."""

from uuid import uuid4

from briefings.models import Draft, Person
from briefings.workflow.names.reference_names import as_filed
from tests.desk.roles.people import Somebody
from tests.desk.sheets import Fields, fields_of

NEVER_WAS = "987654"


class ShortForms:
    drafts: dict[str, Draft]
    desk: Somebody
    names: dict[str, object]

    def in_bulk(self, _name: str) -> Fields:
        draft = self.drafts["own"]
        return {"do": "plan", "row": f"{draft.pk}:{draft.version}", "planned": "2039-01-01T09:00"}

    def naming(self, _name: str) -> Fields:
        return {"name": "Forged"}

    def deciding_on(self, name: str) -> Fields:
        draft = Draft.objects.get(pk=self.drafts[name].pk)
        return {"expected": str(draft.version), "state": draft.state, "note": "Forged.", "_send_back": "1"}

    def commenting(self, _name: str) -> Fields:
        return {"text": "Forged.", "do": "comment"}

    def flash(self, _name: str) -> Fields:
        told = {"headline": "Forged", "lede": "Forged.", "topics": "", "language": "en"}
        return told | {"briefing": str(uuid4()), "_send": "1"}

    def showing(self, _name: str) -> Fields:
        return {"expected": "1", "link": str(uuid4()), "for_whom": "Forged", "lasts": "day"}

    def person_apart(self, _name: str) -> Fields:
        person, other = Person.objects.get(pk=self.names["person"]), Person.objects.get(name="quokka of no draft")
        return {"other": str(other.pk), "was": as_filed(person), "looked": as_filed(other)}

    def giving_up(self, _name: str) -> Fields:
        return {"do": "give up"}

    def new_rule(self, _name: str) -> Fields:
        return {"do": "add", "rule-new-wrong": "forgery", "rule-new-right": "fake"}

    def nothing_of_the_trash(self, _name: str) -> Fields:
        return {"back": f"draft {NEVER_WAS}"}

    def chosen_language(self, _name: str) -> Fields:
        return {"language": "de"}

    def chosen_telling(self, _name: str) -> Fields:
        return {"alone-desk": "on"}

    def new_page(self, _name: str) -> Fields:
        page = self.desk.client.get("/admin/briefings/standingpage/add/")
        return fields_of(page, "page_form") | {"heading": "Forged", "body": "<p>Forged.</p>", "_save": "1"}
