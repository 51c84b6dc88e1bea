"""Acts, each in a process that kills itself at one of its commits: `python -m tests.bad_days.acts ACT MEDIA WHEN N`.

An act that was done before is done already: whoever sends it again is refused, and nothing is done twice.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

ACTS = ("publish", "save", "upload", "erase")


def main(name: str, media: str, when: str, at: int) -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection, connections

    settings.MEDIA_ROOT = Path(media)
    connection.ensure_connection()
    _kill_at_a_commit(type(connections["default"]), when, at)
    try:
        _do(name)
    except _refusals():
        pass


def _kill_at_a_commit(wrapper: Any, when: str, at: int) -> None:
    commit, commits = wrapper._commit, [0]

    def counted(self: Any) -> Any:
        commits[0] += 1
        if (when, at) == ("before", commits[0]):
            os.kill(os.getpid(), signal.SIGKILL)
        result = commit(self)
        if (when, at) == ("after", commits[0]):
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    wrapper._commit = counted


def _refusals() -> tuple[type[Exception], ...]:
    from briefings import workflow, working_copy

    return workflow.Refused, working_copy.Stale


def _do(name: str) -> None:
    from briefings import picture_upload, workflow, working_copy
    from briefings.models import Briefing, Draft, User
    from tests.making import make_content
    from tests.pictures.making import photo, saved

    if name == "publish":
        workflow.publish(Draft.objects.get(slug="quokka").briefing, by=None)
    elif name == "save":
        draft = Draft.objects.get(slug="quokka")
        content = make_content("quokka", id=str(draft.briefing.uuid), lede="Saved.")
        working_copy.write(draft, content, expected=1, by=None)
    elif name == "upload":
        picture_upload.upload(saved(photo(80, 60), "PNG"), by=User.objects.get(username="mira"))
    else:
        workflow.erase(Briefing.objects.get(slugs="ordered"), number=1, reason="An order", by=None)


if __name__ == "__main__":
    main(*sys.argv[1:4], int(sys.argv[4]))
