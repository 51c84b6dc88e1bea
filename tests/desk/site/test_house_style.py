"""House style: the list that chief editors keep, what the writing page says of it, and one key that replaces."""

import pytest

from briefings.models import AuditEntry, StyleRule
from briefings.workflow.pages import house_style
from tests.desk.sheets import opened, posted
from tests.making import make_draft

pytestmark = pytest.mark.django_db
PAGE = "/admin/briefings/stylerule/"


def add(client, wrong, right, **values):
    named = {f"rule-new-{name}": value for name, value in {"wrong": wrong, "right": right, **values}.items()}
    return client.post(PAGE, {"do": "add", **named})


def warnings(client, draft):
    findings = client.get(f"/admin/briefings/draft/{draft.pk}/change/").context["findings"]
    assert findings.blocking == ()
    return [finding.sentence for finding in findings.others]


def test_a_rule_is_added_changed_and_deleted_on_record(desk):
    add(desk, "Kiev", "Kyiv", why="As Ukraine spells it.", language="en-GB")
    rule = StyleRule.objects.get()
    assert (rule.wrong, rule.right, rule.why, rule.language) == ("Kiev", "Kyiv", "As Ukraine spells it.", "en")

    named = f"rule-{rule.pk}-"
    desk.post(PAGE, {"do": f"save {rule.pk}", f"{named}wrong": "Kiew", f"{named}right": "Kyjiw"})
    assert StyleRule.objects.get().right == "Kyjiw"

    desk.post(PAGE, {"do": f"delete {rule.pk}"})
    assert not StyleRule.objects.exists()
    assert AuditEntry.objects.filter(action="style changed", by__username="mira").count() == 3


@pytest.mark.parametrize(
    ("wrong", "right", "reason"),
    [
        ("", "Kyiv", "Write both"),
        ("Kiev", "", "Write both"),
        ("Kyiv", "Kyiv", "the same words"),
        ("Kief", "Kyiv", "There is a rule on “Kief” already."),
    ],
)
def test_what_is_no_rule_is_refused_with_what_was_typed_still_there(desk, wrong, right, reason):
    StyleRule.objects.create(wrong="Kief", right="Kyiv")

    answer = add(desk, wrong, right, why="Because.").content.decode()

    assert reason in answer
    assert 'value="Because."' in answer
    assert StyleRule.objects.count() == 1


def test_there_is_a_bound(desk, monkeypatch):
    monkeypatch.setattr(house_style, "MOST", 1)
    add(desk, "one", "two")

    assert "The house has 1 rules" in add(desk, "three", "four").content.decode()


def test_each_place_is_told_with_its_words_and_why_and_none_in_a_quotation(desk):
    add(desk, "words", "sentences", why="Plainly.")
    add(desk, "Lede", "lead", language="de")
    draft = make_draft("quokka", lede="The words of today.")  # its section quotes “quokka words”

    assert warnings(desk, draft) == ["House style: “sentences” for “words”, in “… The words of today. …”. Plainly."]


def test_without_javascript_the_form_comes_back_with_the_words_replaced_and_nothing_is_saved(desk):
    add(desk, "said", "told")
    draft = make_draft("quokka")
    body = "<p>They <strong>said</strong>: “quokka words”. “We said”, he said.</p>"
    fields = opened(desk, draft) | {"section-0-body": body}

    answer = posted(
        desk, f"/admin/briefings/draft/{draft.pk}/change/", fields | {"_part": f"style {fields['section-0-key']} said"}
    )

    form = answer.context["page"].parts["section"].forms[0]
    assert form["body"].value() == "<p>They <strong>told</strong>: “quokka words”. “We said”, he told.</p>"
    draft.refresh_from_db()
    assert draft.version == 1


def test_words_that_are_no_rule_replace_nothing(desk):
    draft = make_draft("quokka")
    fields = opened(desk, draft)

    answer = posted(desk, f"/admin/briefings/draft/{draft.pk}/change/", fields | {"_part": "style facts lede"})

    assert answer.context["page"].facts["lede"].value() == "The quokka lede."
