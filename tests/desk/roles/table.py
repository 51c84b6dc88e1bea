"""The role truth table: every URL pattern of the desk by its name (its route, where it has none), and who gets what.

Which things somebody reaches is decided in one place for all addresses of a model. So each address is asked for one
of every kind (one's own, somebody else's, and none), and the page of the history for all the others.
"""

from urllib.parse import urlencode

from tests.desk.roles import table_doors
from tests.desk.roles.line_makers import (
    ANY,
    NO_FORM,
    OTHERS,
    WRITING,
    of_a_draft,
    of_a_filed_thing,
    of_a_model,
    of_a_picture,
    of_an_act,
    of_an_original,
)
from tests.desk.roles.lines import NOBODY, Gets, Line
from tests.desk.roles.people import ADMINS, AUDITORS, CHIEFS, EDITORS, STAFF, WRITERS
from tests.desk.roles.table_deliveries import DELIVERIES
from tests.desk.roles.table_logins import LOGINS
from tests.desk.roles.table_moments import MOMENTS
from tests.desk.roles.table_people import PEOPLE_LINES
from tests.desk.roles.table_review import REVIEWING
from tests.desk.roles.table_staff import STAFF_LINES
from tests.desk.roles.table_start import LOOKED_AT, START

PAGE, DONE, SENT_ON, REFUSED, UNKNOWN = Gets.PAGE, Gets.DONE, Gets.SENT_ON, Gets.REFUSED, Gets.UNKNOWN


def _names_for(model: str, field: str) -> str:
    return urlencode({"app_label": "briefings", "model_name": model, "field_name": field})


TABLE: dict[str, list[Line]] = {
    **START,
    "app_list": [Line("briefings/", STAFF - {"newcomer"}, otherwise=UNKNOWN)],
    # Of one address: the first stands before the second, which is never reached.
    "account_login": [Line("login/", STAFF, SENT_ON, SENT_ON, outside=PAGE)],
    "login": [],
    **LOGINS,
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
    **MOMENTS,
    "briefings_draft_trash": [Line("briefings/draft/trash/", WRITING, post=SENT_ON, form="nothing_of_the_trash")],
    "briefings_draft_change": of_a_draft("change/", post=DONE, form="form"),
    "briefings_draft_history": of_a_draft("history/", kinds=len(OTHERS)),
    "briefings_draft_preview": of_a_draft("preview/", form="form"),
    "briefings_draft_keep": of_a_draft("keep/", post=DONE, form="keeping"),
    "briefings_draft_unsaved": of_a_draft(f"unsaved/{NO_FORM}/", get=UNKNOWN, post=UNKNOWN),
    "briefings_draft_readers": of_a_draft("readers/", kinds=len(OTHERS)),
    **REVIEWING,
    "briefings_draft_versions": of_a_draft("versions/", kinds=len(OTHERS)),
    "briefings_draft_compare": [
        *of_a_draft("versions/nothing/draft/", kinds=len(OTHERS)),
        *of_a_draft("versions/77/draft/", get=SENT_ON, post=SENT_ON),
    ],
    # These have one version, which is what they say already.
    "briefings_draft_restore": of_a_draft("versions/draft/restore/", get=SENT_ON, post=SENT_ON, form="restoring"),
    "briefings_draft_rename": of_a_draft("versions/1/name/", get=SENT_ON, post=DONE, form="naming"),
    "briefings_draft_merge": of_a_draft("merge/", get=SENT_ON, post=DONE, form="merging"),
    "briefings_draft_act": [
        *of_an_act("submit", own=("{own}", WRITING), other=("{other}", EDITORS)),
        *of_an_act("hand-over", own=("{own}", WRITING), other=("{other}", EDITORS)),
        *of_an_act("reschedule", own=("{own scheduled}", EDITORS), other=("{other scheduled}", EDITORS)),
        *LOOKED_AT,
        *of_an_act("call-off", own=("{own scheduled}", EDITORS), other=("{other scheduled}", EDITORS)),
        *of_an_act("copy", own=("{own}", WRITING), other=("{other}", EDITORS)),
        *of_an_act("continue", own=("{own}", WRITING), other=("{other}", EDITORS)),
        *of_an_act("trash", own=("{own}", WRITING), other=("{other}", EDITORS)),
        *of_an_act("lead", own=("{own live}", EDITORS), other=("{other live}", EDITORS)),
        *of_an_act("withdraw", own=("{own live}", CHIEFS), other=("{other live}", CHIEFS)),
        *of_an_act("merge-into", own=("{own live}", CHIEFS), other=("{other live}", CHIEFS)),
        *of_an_act("remove", own=("{own live}", CHIEFS), other=("{other live}", CHIEFS)),
        # What readers have now is erased by nobody: a chief is told so on the page.
        *of_an_act("erase", own=("{own live}", CHIEFS), other=("{other live}", CHIEFS), post=PAGE),
        *of_a_draft("act/delete/", get=UNKNOWN, post=UNKNOWN),
        Line("briefings/draft/{own}/act/vouch/", EDITORS, sees=WRITERS, otherwise=UNKNOWN, form="acting"),
    ],
    **table_doors.LINES,
    "briefings_draft_delete": [Line(f"briefings/draft/{name}/delete/", NOBODY) for name in ANY],
    "admin/briefings/draft/<path:object_id>/": [
        Line(f"briefings/draft/{name}/", STAFF, SENT_ON, SENT_ON) for name in ANY
    ],
    # Pictures
    "briefings_image_changelist": [Line("briefings/image/", WRITING, form="forged_action")],
    "briefings_image_upload": [Line("briefings/image/upload/", WRITING, post=DONE, form="picture_file")],
    "briefings_image_choose": [Line("briefings/image/choose/?q=wombat", WRITING)],
    "briefings_image_file": of_a_picture("id of ", "file/48.webp"),
    "briefings_image_add": [Line("briefings/image/add/", NOBODY, form="picture_file")],
    "briefings_image_change": of_a_picture("", "change/", post=DONE, form="picture_form"),
    "briefings_image_history": of_a_picture("", "history/"),
    "briefings_image_delete": [Line("briefings/image/{other picture}/delete/", NOBODY, form="forged_deletion")],
    "admin/briefings/image/<path:object_id>/": [Line("briefings/image/{other picture}/", STAFF, SENT_ON, SENT_ON)],
    # Pasted drafts
    "briefings_original_changelist": [Line("briefings/original/", WRITING, form="forged_action")],
    "briefings_original_add": [Line("briefings/original/add/", WRITING, post=DONE, form="pasting")],
    "briefings_original_change": of_an_original("change/", post=SENT_ON),
    "briefings_original_decide": of_an_original("decide/", get=SENT_ON, post=DONE, form="deciding"),
    "briefings_original_line": of_an_original("line/0/", post=SENT_ON),
    "briefings_original_make": of_an_original("make/", get=SENT_ON, post=DONE, form="making"),
    "briefings_original_update": [
        *of_an_original("update/{own live}/", post=DONE, form="updating")[:1],
        *of_an_original("update/{other live}/", post=DONE, form="updating")[1:],
        Line("briefings/original/{own original}/update/{too large}/", NOBODY, otherwise=UNKNOWN),
        Line("briefings/original/{own original}/update/{other live}/", EDITORS, post=SENT_ON, otherwise=UNKNOWN),
    ],
    "briefings_original_trash": of_an_original("trash/", get=SENT_ON, post=DONE, form="giving_up"),
    "briefings_original_file": of_an_original("file/"),
    "briefings_original_history": of_an_original("history/"),
    "briefings_original_delete": [Line("briefings/original/{other original}/delete/", NOBODY, form="forged_deletion")],
    "admin/briefings/original/<path:object_id>/": [Line("briefings/original/{own original}/", STAFF, SENT_ON, SENT_ON)],
    # What stands on file, the record, and who works here
    **of_a_filed_thing("person"),
    **of_a_filed_thing("topic"),
    **of_a_model("auditentry", "{entry}", AUDITORS),
    **of_a_model("user", "{colleague}", ADMINS),
    **STAFF_LINES,
    **PEOPLE_LINES,
    **DELIVERIES,
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
