"""Forms of logins and second factors, filled in so that they would do something to whoever may not."""

from allauth.mfa.totp.internal.auth import generate_totp_secret

from briefings.logins.secrets import encrypt
from briefings.workflow.staff_acts import as_on_staff
from tests.desk.logins.factors import App
from tests.desk.roles.people import Somebody
from tests.desk.sheets import Fields


class CodeOfNow:
    """What an app shows when the form is sent, which may be minutes after it was filled in."""

    def __init__(self, app: App) -> None:
        self.app = app

    def __str__(self) -> str:
        return self.app.code()


class LoginForms:
    asker: Somebody
    noor: Somebody

    def ended_session(self, _name: str) -> Fields:
        return {"end": "1"}

    def removed_factor(self, _name: str) -> Fields:
        """The colleague's."""
        return {"remove": "1"}

    def new_app(self, _name: str) -> dict[str, object]:
        secret = generate_totp_secret()
        whose = self.asker.user.uuid if self.asker.user else ""
        return {"kept": encrypt(f"{whose} {secret}"), "code": CodeOfNow(App(secret))}

    def forged_passkey(self, _name: str) -> Fields:
        return {"name": "Forged", "answer": '{"id": "forged", "response": {}}'}

    def new_colleague(self, _name: str) -> Fields:
        return {"username": "forged", "roles": "chief"}

    def changed_colleague(self, _name: str) -> Fields:
        return {"roles": "chief", "was": as_on_staff(self.noor.user)}

    def deactivated_colleague(self, _name: str) -> Fields:
        return {"do": "deactivate", "was": as_on_staff(self.noor.user)}

    def nothing(self, _name: str) -> Fields:
        return {"do": "it"}

    def reset_factor(self, _name: str) -> Fields:
        return {"do": "factor"}
