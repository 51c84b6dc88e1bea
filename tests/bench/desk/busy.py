"""`python -m tests.bench.desk.busy`: puts work on the desk of a made site, so that no section of its pages is empty.

All of it is done by the acts that editors do: of each kind more than a page shows.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

import django

MANY = 12
EDITOR, WRITER, CHIEF, ADMIN = "made-editor", "made-writer-1", "bench-chief", "bench-admin"
ROLES = {"writer": WRITER, "editor": EDITOR, "chief": CHIEF, "admin": ADMIN}


def main() -> None:
    django.setup()
    from django.db import transaction

    with transaction.atomic():
        _fill()


def _fill() -> None:
    from django.conf import settings
    from django.utils import timezone

    from briefings import workflow, working_copy
    from briefings.models import Draft, User
    from briefings.staff import add_staff

    if User.objects.filter(username=ADMIN).exists():
        return
    settings.SECOND_PERSON = "always"
    for name, role in ((ADMIN, "admin"), (CHIEF, "chief")):
        add_staff(name, role=role, password="a password for the benchmark alone")
    writer, editor, chief = (User.objects.get(username=name) for name in (WRITER, EDITOR, CHIEF))
    live = _texts_without_a_successor()

    def change(draft: Draft, *, by: User) -> None:
        text = working_copy.read(draft)
        working_copy.write(draft, text.model_copy(update={"lede": f"{text.lede} More."}), expected=draft.version, by=by)

    def submit(draft: Draft) -> None:
        Draft.objects.filter(pk=draft.pk).update(owner=writer)
        change(draft, by=writer)
        workflow.submit(draft.briefing, by=writer, note="Look at the numbers.")

    def approve(draft: Draft) -> None:
        submit(draft)
        draft.refresh_from_db()
        workflow.approve(draft.briefing, by=chief, expected=draft.version)

    def send_back(draft: Draft) -> None:
        submit(draft)
        workflow.request_changes(draft.briefing, by=chief, note="Who says so?")

    def schedule(draft: Draft, when: datetime) -> None:
        change(draft, by=editor)
        workflow.publish(draft.briefing, by=chief, change="minor", live_from=when)

    def publish_alone(draft: Draft) -> None:
        change(draft, by=chief)
        workflow.publish(draft.briefing, by=chief, change="minor")

    def comment(draft: Draft) -> None:
        for name in (EDITOR, CHIEF, WRITER):
            Draft.objects.filter(pk=draft.pk).update(owner=writer)
            workflow.comment(
                draft.briefing, text=f"@{name} Is that so, {draft.pk}?", by=editor if name != EDITOR else chief
            )

    def embargo(draft: Draft, until: datetime) -> None:
        wanted = workflow.DeskMoments(embargo=workflow.Embargo(until, "The ministry"))
        workflow.set_moments(draft.briefing, by=editor, wanted=wanted, opened=workflow.DeskMoments())

    def hand_over(draft: Draft) -> None:
        Draft.objects.filter(pk=draft.pk).update(owner=writer)
        workflow.hand_over(draft.briefing, to=editor, by=chief)

    days = [timezone.now() + timedelta(hours=3 + 11 * n) for n in range(MANY)]
    acts: tuple[Callable[[Draft], object], ...] = (
        *(submit,) * (2 * MANY),
        *(send_back,) * MANY,
        *(approve,) * MANY,
        *(comment,) * MANY,
        *(partial(change, by=editor),) * MANY,
        *(partial(change, by=writer),) * MANY,
        *(partial(schedule, when=when) for when in days),
        *(partial(embargo, until=when) for when in days),
        *((lambda draft, when=when: workflow.plan(draft.briefing, moment=when, by=editor)) for when in days),
        *(publish_alone,) * MANY,
        *(hand_over,) * MANY,
    )
    for act in acts:
        act(next(live))


def _texts_without_a_successor() -> Iterator:
    """Drafts of what readers have, that nobody has changed."""
    from briefings.models import Draft

    drafts = Draft.objects.filter(listed__readers="live", listed__scheduled_for=None, listed__is_changed=False)
    return iter(drafts.select_related("briefing").order_by("-pk")[: 20 * MANY])


if __name__ == "__main__":
    main()
