"""What a browser says of a passkey is believed only as an answer to what it was asked. A real one: test_browser."""

import json

import pytest
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

from tests.desk.logging_in import PASSWORD, log_in
from tests.desk.logins.factors import FACTOR, STEP, kinds, showed_who, with_app

pytestmark = pytest.mark.django_db
ADD = f"{FACTOR}passkey/"
RESPONSES = [{}, {"clientDataJSON": "e30", "attestationObject": "oA"}, {"clientDataJSON": "!", "attestationObject": 7}]
ANSWERS = [
    *("", "{", "[]", "7", "null", '"x"', "[" * 5000),
    *(json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": response}) for response in RESPONSES),
    json.dumps(
        {
            "id": "AA",
            "rawId": "AA",
            "type": "public-key",
            "response": {"clientDataJSON": "e30", "authenticatorData": "AAAA", "signature": "AA"},
        }
    ),
]


def _attestation() -> str:
    """The statement of a passkey that some browser once made, without its private key."""
    public = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    credential = AttestedCredentialData.create(Aaguid.NONE, bytes(4), public)
    data = AuthenticatorData.create(bytes(32), AuthenticatorData.FLAG.AT | AuthenticatorData.FLAG.UP, 0, credential)
    return websafe_encode(AttestationObject.create("none", data, {}))


_SAID = {"type": "webauthn.create", "challenge": "AAAA", "origin": "https://testserver"}
KNOWN = {
    "id": "AAAAAA",
    "rawId": "AAAAAA",
    "type": "public-key",
    "clientExtensionResults": {},
    "response": {"clientDataJSON": websafe_encode(json.dumps(_SAID).encode()), "attestationObject": _attestation()},
}


@pytest.fixture
def desk(client, mira):
    client.force_login(mira)
    showed_who(client)
    return client


@pytest.mark.parametrize("answer", ANSWERS)
def test_what_is_no_answer_makes_no_passkey(desk, mira, answer):
    question = desk.post(ADD, {"do": "ask"}).json()["publicKey"]
    assert question["rp"] == {"id": "testserver", "name": "Test Briefings"}
    assert question["user"]["name"] == "mira"

    page = desk.post(ADD, {"name": "x", "answer": answer})

    assert "made no passkey that can be used" in page.content.decode()
    assert kinds(mira) == []


@pytest.mark.parametrize("answer", ANSWERS[1:])
def test_what_is_no_answer_opens_nothing_and_counts_as_a_wrong_code(client, mira, answer):
    with_app(mira)
    Authenticator.objects.create(user=mira, type="webauthn", data={"name": "key", "credential": KNOWN})
    log_in(client, "mira", PASSWORD)
    assert client.post(STEP, {"do": "ask"}).json()["publicKey"]["allowCredentials"]

    tried = [client.post(STEP, {"answer": answer}).status_code for _ in range(5)]

    assert tried == [200] * 4 + [429]
    assert client.get("/admin/").status_code == 302
