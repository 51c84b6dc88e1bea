"""Who gets what of logins and second factors: everybody their own, and site admins a colleague's reset."""

from tests.desk.roles.lines import NOBODY, Gets, Line
from tests.desk.roles.people import ADMINS, STAFF

PAGE, DONE, SENT_ON, UNKNOWN = Gets.PAGE, Gets.DONE, Gets.SENT_ON, Gets.UNKNOWN
_USER = "briefings/user"

LOGINS: dict[str, list[Line]] = {
    # Whoever is in has no second step before them; a stranger has not done the first.
    "mfa_authenticate": [Line("login/second-step/", STAFF, SENT_ON, SENT_ON, outside=SENT_ON)],
    "provider_login": [Line("login/provider/", NOBODY, otherwise=UNKNOWN, outside=UNKNOWN)],
    "provider_callback": [Line("login/provider/back/", NOBODY, otherwise=UNKNOWN, outside=UNKNOWN)],
    "briefings_user_logins": [Line(f"{_USER}/logins/", STAFF, post=SENT_ON, form="ended_session")],
    "briefings_user_second_factor": [Line(f"{_USER}/second-factor/", STAFF, post=SENT_ON, form="removed_factor")],
    "briefings_user_app": [Line(f"{_USER}/second-factor/app/", STAFF, post=DONE, form="new_app")],
    "briefings_user_passkey": [Line(f"{_USER}/second-factor/passkey/", STAFF, form="forged_passkey")],
    "briefings_user_reset_second_factor": [
        Line(f"{_USER}/{{colleague}}/reset-second-factor/", ADMINS, post=DONE, form="reset_factor"),
        Line(f"{_USER}/{{never was}}/reset-second-factor/", ADMINS, UNKNOWN, UNKNOWN),
    ],
}
