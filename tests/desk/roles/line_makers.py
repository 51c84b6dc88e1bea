"""Lines of the role table that the addresses of one kind of thing share."""

from typing import Any

from tests.desk.roles.lines import NOBODY, Gets, Line, Roles
from tests.desk.roles.people import EDITORS, STAFF, WRITERS

PAGE, DONE, SENT_ON, REFUSED, UNKNOWN = Gets.PAGE, Gets.DONE, Gets.SENT_ON, Gets.REFUSED, Gets.UNKNOWN
WRITING = WRITERS | EDITORS
OWN = ("{own}", "{own live}")
OTHERS = ("{other}", "{other live}", "{other scheduled}", "{other reviewed}")
NOTHING = ("{never was}", "{too large}", "1%00", "abc")
NO_FORM = "11111111-1111-4111-8111-111111111111"
ANY = ("{own}", "{other scheduled}", "{never was}")


def of_a_draft(tail: str, *, get: Gets = PAGE, post: Gets = PAGE, form: str = "", kinds: int = 1) -> list[Line]:
    """An address of a draft. To whoever may not read it, it is as unknown as what never was."""
    all_of = ((OWN, WRITING), (OTHERS, EDITORS), (NOTHING, NOBODY))
    return [
        Line(f"briefings/draft/{name}/{tail}", roles, get, post, otherwise=UNKNOWN, form=form)
        for names, roles in all_of
        for name in names[:kinds]
    ]


def of_an_act(act: str, *, own: tuple[str, Roles] | None, other: tuple[str, Roles], post: Gets = DONE) -> list[Line]:
    """An act, of a draft that stands where it makes sense. Whoever reads the draft and may not do it is refused."""
    tail = f"act/{act}/"
    lines = [(other, EDITORS), *([(own, WRITING), (("{never was}", NOBODY), NOBODY)] if own else [])]
    return [
        Line(f"briefings/draft/{name}/{tail}", may, post=post, sees=reads, otherwise=UNKNOWN, form="acting")
        for (name, may), reads in lines
    ]


def of_a_picture(named: str, tail: str, **answers: Any) -> list[Line]:
    """An address of a picture: of one's own, of somebody else's draft, and of none."""
    may = {f"{{{named}own picture}}": WRITING, f"{{{named}other picture}}": EDITORS, "{never was}": NOBODY}
    return [Line(f"briefings/image/{name}/{tail}", roles, otherwise=UNKNOWN, **answers) for name, roles in may.items()]


def of_an_original(tail: str, **answers: Any) -> list[Line]:
    """An address of a pasted draft: of one's own, of somebody else's, and of none."""
    may = {"{own original}": WRITING, "{other original}": EDITORS, "{never was}": NOBODY}
    return [
        Line(f"briefings/original/{name}/{tail}", roles, otherwise=UNKNOWN, **answers) for name, roles in may.items()
    ]


def of_a_model(model: str, thing: str, may: Roles, *, change: Gets = REFUSED, form: str = "") -> dict[str, list[Line]]:
    """The pages of a model that nobody adds or deletes, and few or none change."""
    path, name = f"briefings/{model}", f"briefings_{model}"
    return {
        f"{name}_changelist": [Line(f"{path}/", may, form="forged_action")],
        f"{name}_add": [Line(f"{path}/add/", NOBODY, form="forged_row")],
        f"{name}_change": [
            Line(f"{path}/{thing}/change/", may, post=change, form=form or "forged_row"),
            Line(f"{path}/{{never was}}/change/", may, UNKNOWN, UNKNOWN if change != REFUSED else REFUSED),
        ],
        f"{name}_history": [
            Line(f"{path}/{thing}/history/", may, otherwise=UNKNOWN),
            Line(f"{path}/{{never was}}/history/", NOBODY, otherwise=UNKNOWN),
        ],
        f"{name}_delete": [Line(f"{path}/{thing}/delete/", NOBODY, form="forged_deletion")],
        f"admin/{path}/<path:object_id>/": [Line(f"{path}/{thing}/", STAFF, SENT_ON, SENT_ON)],
    }


def of_a_filed_thing(model: str) -> dict[str, list[Line]]:
    """What stands on file: its pages, its merge into another, and the button that moves it to the trash."""
    path, name, lost = f"briefings/{model}", f"{{{model}}}", f"briefings/{model}/{{never was}}"
    merge = Line(f"{path}/{name}/merge/", EDITORS, post=DONE, form=f"{model}_merge", otherwise=UNKNOWN)
    trash = Line(f"{path}/{{unused {model}}}/trash/", EDITORS, SENT_ON, DONE)
    return of_a_model(model, name, EDITORS, change=DONE, form=f"{model}_form") | {
        f"briefings_{model}_merge": [merge, Line(f"{lost}/merge/", NOBODY, otherwise=UNKNOWN)],
        f"briefings_{model}_trash": [trash, Line(f"{lost}/trash/", EDITORS, UNKNOWN, UNKNOWN)],
    }
