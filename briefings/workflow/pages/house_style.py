"""The house's style: rules are added, changed and deleted, all of it on record."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from briefings.audit import enter
from briefings.models import AuditEntry, StyleRule, User
from briefings.workflow.permission import ask
from briefings.workflow.refusals import Refused

MOST = 500
ABOUT = "house style"


@transaction.atomic
def set_rule(rule: StyleRule, *, by: User | None) -> StyleRule:
    """Add the rule, or change it. Raises Refused."""
    ask("site", by=by)
    reasons = []
    if not rule.wrong or not rule.right:
        reasons.append(_("Write both: what is wrong, and what the house writes."))
    elif rule.wrong == rule.right:
        reasons.append(_("What is wrong and what is right are the same words."))
    if rule.pk is None and StyleRule.objects.count() >= MOST:
        reasons.append(
            _("The house has %(most)d rules, and more would slow the writing page. Delete one.") % {"most": MOST}
        )
    if reasons:
        raise Refused(*reasons)
    try:
        with transaction.atomic():
            rule.save()
    except IntegrityError as error:
        raise Refused(_("There is a rule on “%(words)s” already.") % {"words": rule.wrong}) from error
    enter(AuditEntry.Action.STYLE_CHANGED, by=by, about=ABOUT, detail=f"{rule.wrong} → {rule.right}")
    return rule


@transaction.atomic
def delete_rule(rule: StyleRule, *, by: User | None) -> None:
    """Delete the rule. Raises Refused."""
    ask("site", by=by)
    rule.delete()
    enter(AuditEntry.Action.STYLE_CHANGED, by=by, about=ABOUT, detail=rule.wrong)
