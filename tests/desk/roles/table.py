"""The role truth table: every URL pattern of the desk by its name (its route, where it has none), and who gets what.

Which things somebody reaches is decided in one place for all addresses of a model. So each address is asked for one
of every kind (one's own, somebody else's, and none), and the page of the history for all the others.
"""

from typing import Any
from urllib.parse import urlencode

from tests.desk.roles.lines import NOBODY, Gets, Line, Roles
from tests.desk.roles.people import ADMINS, AUDITORS, CHIEFS, EDITORS, STAFF, WRITERS

PAGE, DONE, SENT_ON, REFUSED, UNKNOWN = Gets.PAGE, Gets.DONE, Gets.SENT_ON, Gets.REFUSED, Gets.UNKNOWN
WRITING = WRITERS | EDITORS
OWN = ("{own}", "{own live}")
OTHERS = ("{other}", "{other live}", "{other scheduled}", "{other reviewed}")
NOTHING = ("{never was}", "{too large}", "1%00", "abc")
NO_FORM = "11111111-1111-4111-8111-111111111111"
ANY = ("{own}", "{other scheduled}", "{never was}")


def _draft(tail: str, *, get: Gets = PAGE, post: Gets = PAGE, form: str = "", kinds: int = 1) -> list[Line]:
    """An address of a draft. To whoever may not read it, it is as unknown as what never was."""
    all_of = ((OWN, WRITING), (OTHERS, EDITORS), (NOTHING, NOBODY))
    return [
        Line(f"briefings/draft/{name}/{tail}", roles, get, post, otherwise=UNKNOWN, form=form)
        for names, roles in all_of
        for name in names[:kinds]
    ]


def _act(act: str, *, own: tuple[str, Roles] | None, other: tuple[str, Roles]) -> list[Line]:
    """An act, of a draft that stands where it makes sense. Whoever reads the draft and may not do it is refused."""
    tail = f"act/{act}/"
    lines = [(other, EDITORS), *([(own, WRITING), (("{never was}", NOBODY), NOBODY)] if own else [])]
    return [
        Line(f"briefings/draft/{name}/{tail}", may, post=DONE, sees=reads, otherwise=UNKNOWN, form="acting")
        for (name, may), reads in lines
    ]


def _picture(named: str, tail: str, **answers: Any) -> list[Line]:
    """An address of a picture: of one's own, of somebody else's draft, and of none."""
    may = {f"{{{named}own picture}}": WRITING, f"{{{named}other picture}}": EDITORS, "{never was}": NOBODY}
    return [Line(f"briefings/image/{name}/{tail}", roles, otherwise=UNKNOWN, **answers) for name, roles in may.items()]


def _original(tail: str, **answers: Any) -> list[Line]:
    """An address of a pasted draft: of one's own, of somebody else's, and of none."""
    may = {"{own original}": WRITING, "{other original}": EDITORS, "{never was}": NOBODY}
    return [
        Line(f"briefings/original/{name}/{tail}", roles, otherwise=UNKNOWN, **answers) for name, roles in may.items()
    ]


def _model(model: str, thing: str, may: Roles, *, change: Gets = REFUSED, form: str = "") -> dict[str, list[Line]]:
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


def _filed(model: str) -> dict[str, list[Line]]:
    """What stands on file: its pages, its merge into another, and the button that moves it to the trash."""
    path, name, lost = f"briefings/{model}", f"{{{model}}}", f"briefings/{model}/{{never was}}"
    merge = Line(f"{path}/{name}/merge/", EDITORS, post=DONE, form=f"{model}_merge", otherwise=UNKNOWN)
    trash = Line(f"{path}/{{unused {model}}}/trash/", EDITORS, SENT_ON, DONE)
    return _model(model, name, EDITORS, change=DONE, form=f"{model}_form") | {
        f"briefings_{model}_merge": [merge, Line(f"{lost}/merge/", NOBODY, otherwise=UNKNOWN)],
        f"briefings_{model}_trash": [trash, Line(f"{lost}/trash/", EDITORS, UNKNOWN, UNKNOWN)],
    }


def _names_for(model: str, field: str) -> str:
    return urlencode({"app_label": "briefings", "model_name": model, "field_name": field})


TABLE: dict[str, list[Line]] = {
    "index": [Line("", STAFF)],
    "app_list": [Line("briefings/", STAFF - {"newcomer"}, otherwise=UNKNOWN)],
    # Of one address: the first stands before the second, which is never reached.
    "account_login": [Line("login/", STAFF, SENT_ON, SENT_ON, outside=PAGE)],
    "login": [],
    "logout": [Line("logout/", STAFF, post=DONE, only="POST", outside=SENT_ON)],
    "password_change": [Line("password_change/", STAFF, post=DONE, form="new_password")],
    "password_change_done": [Line("password_change/done/", STAFF, only="GET")],
    "jsi18n": [Line("jsi18n/", STAFF, only="GET")],
    "autocomplete": [
        Line(f"autocomplete/?{query}", may, only="GET")
        for query, may in {
            "": NOBODY,
            "app_label=nobody&model_name=no&field_name=none": NOBODY,
            _names_for("draft", "headline"): NOBODY,
            _names_for("draft", "briefing"): NOBODY,
            _names_for("section", "parent"): WRITING,
            _names_for("quote", "person"): EDITORS,
            _names_for("topicuse", "tag"): EDITORS,
            _names_for("figure", "image"): WRITING,
            _names_for("draft", "owner"): ADMINS,
        }.items()
    ],
    "view_on_site": [
        Line(f"r/{kind}/{name}/", NOBODY, otherwise=UNKNOWN)
        for kind, names in {
            "{type of drafts}": ("{own live}", "{other}", "{never was}"),
            "{type of people}": ("{colleague}",),
            "abc": ("{other}",),
        }.items()
        for name in names
    ],
    "admin/(?P<url>.*)$": [
        *(
            Line(path, NOBODY, otherwise=UNKNOWN)
            for path in ("no-such-page/", "auth/", "auth/group/", "auth/user/", "taggit/tag/", "taggit/tag/merge-tags/")
        ),
        Line("briefings/nothing/{other}/change/", NOBODY, otherwise=UNKNOWN),
        *(Line(f"briefings/draft/{name}/change", STAFF, SENT_ON, SENT_ON) for name in ("{other}", "{never was}")),
    ],
    # Briefings
    "briefings_draft_changelist": [Line("briefings/draft/", WRITING, form="forged_action")],
    "briefings_draft_add": [Line("briefings/draft/add/", WRITING, post=DONE, form="new_form")],
    "briefings_draft_preview_new": [Line("briefings/draft/add/preview/", WRITING, get=SENT_ON, form="new_form")],
    "briefings_draft_keep_new": [Line("briefings/draft/add/keep/", WRITING, post=DONE, form="keeping")],
    "briefings_draft_unsaved_new": [Line(f"briefings/draft/add/unsaved/{NO_FORM}/", WRITING, UNKNOWN, UNKNOWN)],
    "briefings_draft_paste": [Line("briefings/draft/paste/", WRITING | ADMINS, only="POST")],
    "briefings_draft_link_targets": [Line("briefings/draft/link-targets/?q=wombat", WRITING | ADMINS)],
    "briefings_draft_quotations": [Line("briefings/draft/quotations/", WRITING, only="POST")],
    "briefings_draft_suggest": [
        *(Line(f"briefings/draft/suggest/{kind}/?q=wombat", WRITING) for kind in ("people", "topics")),
        Line("briefings/draft/suggest/drafts/?q=wombat", WRITING, UNKNOWN, UNKNOWN),
    ],
    "briefings_draft_open_questions": [Line("briefings/draft/open-questions/", WRITING)],
    "briefings_draft_trash": [Line("briefings/draft/trash/", WRITING, post=SENT_ON, form="nothing_of_the_trash")],
    "briefings_draft_change": _draft("change/", post=DONE, form="form"),
    "briefings_draft_history": _draft("history/", kinds=len(OTHERS)),
    "briefings_draft_preview": _draft("preview/", form="form"),
    "briefings_draft_keep": _draft("keep/", post=DONE, form="keeping"),
    "briefings_draft_unsaved": _draft(f"unsaved/{NO_FORM}/", get=UNKNOWN, post=UNKNOWN),
    "briefings_draft_readers": _draft("readers/", kinds=len(OTHERS)),
    "briefings_draft_changes": _draft("changes/", kinds=len(OTHERS)),
    "briefings_draft_versions": _draft("versions/", kinds=len(OTHERS)),
    "briefings_draft_compare": [
        *_draft("versions/nothing/draft/", kinds=len(OTHERS)),
        *_draft("versions/77/draft/", get=SENT_ON, post=SENT_ON),
    ],
    # These have one version, which is what they say already.
    "briefings_draft_restore": _draft("versions/draft/restore/", get=SENT_ON, post=SENT_ON, form="restoring"),
    "briefings_draft_rename": _draft("versions/1/name/", get=SENT_ON, post=DONE, form="naming"),
    "briefings_draft_merge": _draft("merge/", get=SENT_ON, post=DONE, form="merging"),
    "briefings_draft_act": [
        *_act("submit", own=("{own}", WRITING), other=("{other}", EDITORS)),
        # Nobody approves their own words: there, an editor is told so on the page of the act.
        *_act("approve", own=None, other=("{other reviewed}", EDITORS)),
        *_act("request-changes", own=None, other=("{other reviewed}", EDITORS)),
        *_act("call-off", own=("{own scheduled}", EDITORS), other=("{other scheduled}", EDITORS)),
        *_act("copy", own=("{own}", WRITING), other=("{other}", EDITORS)),
        *_act("continue", own=("{own}", WRITING), other=("{other}", EDITORS)),
        *_act("trash", own=("{own}", WRITING), other=("{other}", EDITORS)),
        *_act("withdraw", own=("{own live}", CHIEFS), other=("{other live}", CHIEFS)),
        *_draft("act/delete/", get=UNKNOWN, post=UNKNOWN),
        *(
            Line(f"briefings/draft/{{own}}/act/{act}/", EDITORS, sees=WRITERS, otherwise=UNKNOWN, form="acting")
            for act in ("approve", "request-changes", "vouch")
        ),
    ],
    "briefings_draft_delete": [Line(f"briefings/draft/{name}/delete/", NOBODY) for name in ANY],
    "admin/briefings/draft/<path:object_id>/": [
        Line(f"briefings/draft/{name}/", STAFF, SENT_ON, SENT_ON) for name in ANY
    ],
    # Pictures
    "briefings_image_changelist": [Line("briefings/image/", WRITING, form="forged_action")],
    "briefings_image_upload": [Line("briefings/image/upload/", WRITING, post=DONE, form="picture_file")],
    "briefings_image_choose": [Line("briefings/image/choose/?q=wombat", WRITING)],
    "briefings_image_file": _picture("id of ", "file/48.webp"),
    "briefings_image_add": [Line("briefings/image/add/", NOBODY, form="picture_file")],
    "briefings_image_change": _picture("", "change/", post=DONE, form="picture_form"),
    "briefings_image_history": _picture("", "history/"),
    "briefings_image_delete": [Line("briefings/image/{other picture}/delete/", NOBODY, form="forged_deletion")],
    "admin/briefings/image/<path:object_id>/": [Line("briefings/image/{other picture}/", STAFF, SENT_ON, SENT_ON)],
    # Pasted drafts
    "briefings_original_changelist": [Line("briefings/original/", WRITING, form="forged_action")],
    "briefings_original_add": [Line("briefings/original/add/", WRITING, post=DONE, form="pasting")],
    "briefings_original_change": _original("change/", post=SENT_ON),
    "briefings_original_decide": _original("decide/", get=SENT_ON, post=DONE, form="deciding"),
    "briefings_original_line": _original("line/0/", post=SENT_ON),
    "briefings_original_make": _original("make/", get=SENT_ON, post=DONE, form="making"),
    "briefings_original_update": [
        *_original("update/{own live}/", post=DONE, form="updating")[:1],
        *_original("update/{other live}/", post=DONE, form="updating")[1:],
        Line("briefings/original/{own original}/update/{too large}/", NOBODY, otherwise=UNKNOWN),
        Line("briefings/original/{own original}/update/{other live}/", EDITORS, post=SENT_ON, otherwise=UNKNOWN),
    ],
    "briefings_original_trash": _original("trash/", get=SENT_ON, post=DONE, form="giving_up"),
    "briefings_original_file": _original("file/"),
    "briefings_original_history": _original("history/"),
    "briefings_original_delete": [Line("briefings/original/{other original}/delete/", NOBODY, form="forged_deletion")],
    "admin/briefings/original/<path:object_id>/": [Line("briefings/original/{own original}/", STAFF, SENT_ON, SENT_ON)],
    # What stands on file, the record, and who works here
    **_filed("person"),
    **_filed("topic"),
    **_model("auditentry", "{entry}", AUDITORS),
    **_model("user", "{colleague}", ADMINS),
    "briefings_user_language": [Line("briefings/user/language/", STAFF, post=DONE, form="chosen_language")],
    # The site itself: its pages that stay, and its identity
    "briefings_stylerule_changelist": [Line("briefings/stylerule/", AUDITORS, post=DONE, form="new_rule")],
    "briefings_standingpage_changelist": [Line("briefings/standingpage/", AUDITORS, post=DONE, form="moved_page")],
    "briefings_standingpage_add": [Line("briefings/standingpage/add/", AUDITORS, post=DONE, form="new_page")],
    "briefings_standingpage_preview_new": [
        Line("briefings/standingpage/add/preview/", AUDITORS, SENT_ON, form="new_page")
    ],
    "briefings_standingpage_change": [
        Line("briefings/standingpage/{page}/change/", AUDITORS, post=DONE, form="page_form"),
        Line("briefings/standingpage/{never was}/change/", AUDITORS, UNKNOWN, UNKNOWN),
    ],
    "briefings_standingpage_preview": [
        Line("briefings/standingpage/{page}/preview/", AUDITORS, form="page_form"),
        Line("briefings/standingpage/{never was}/preview/", AUDITORS, UNKNOWN, UNKNOWN),
    ],
    "briefings_standingpage_history": [
        Line("briefings/standingpage/{page}/history/", AUDITORS, otherwise=UNKNOWN),
        Line("briefings/standingpage/{never was}/history/", NOBODY, otherwise=UNKNOWN),
    ],
    "briefings_frontpage_changelist": [Line("briefings/frontpage/", EDITORS, post=DONE, form="front_form")],
    "briefings_siteidentity_changelist": [Line("briefings/siteidentity/", AUDITORS, post=DONE, form="identity_form")],
}
LINES = [line for lines in TABLE.values() for line in lines]


def lines_for(role: str) -> list[Line]:
    """The lines that somebody of that role asks for: of an address that lets others in and them nowhere, the first.

    That what is at such an address stays unknown whatever is asked for, test_hidden holds line by line.
    """
    knocked_at = []
    for lines in TABLE.values():
        is_shut = any(line.may for line in lines) and not any(role in line.may | line.sees for line in lines)
        knocked_at += lines[:1] if is_shut else lines
    return knocked_at
