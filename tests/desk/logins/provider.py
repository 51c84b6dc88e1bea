"""An OpenID Connect provider: a real server on this machine, which signs its tokens with a real key."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET = "the-desk", "what the desk and the provider know"


class Provider:
    """Whoever it is asked about is `person`; the test changes what it says of them."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.published_key = self.key.public_key()
        self.person: dict[str, Any] = {"sub": "4711", "email": "mira@news.example", "email_verified": True}
        self.told: dict[str, Any] = {}
        self.changed: dict[str, Any] = {}
        self.algorithm = "RS256"
        self.asked: dict[str, str] = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.url = ""

    def authorise(self, address: str) -> str:
        """What the person's browser does there: where it is sent back to."""
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = hashlib.sha256(json.dumps(self.asked).encode()).hexdigest()
        self.codes[code] = self.asked
        return f"{self.asked['redirect_uri']}?{urlencode({'code': code, 'state': self.asked['state']})}"

    def token(self, sent: dict[str, str]) -> dict[str, Any] | None:
        """The answer to whoever brings a code, the secret, and what the challenge was made of; None to others."""
        asked = self.codes.pop(sent.get("code", ""), None)
        made_of = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(made_of).decode().rstrip("=")
        known = (sent.get("client_id"), sent.get("client_secret")) == (CLIENT, SECRET)
        if not (asked and known and challenge == asked.get("code_challenge")):
            return None
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 60, "auth_time": now}
        claims |= {"nonce": asked.get("nonce")} | self.person | self.changed
        key = SECRET * 2 if self.algorithm == "HS256" else None if self.algorithm == "none" else self.key
        signed = jwt.encode(claims, key, algorithm=self.algorithm, headers={"kid": "one"})
        return {"access_token": "of one person", "token_type": "Bearer", "id_token": signed}

    def answer(self, path: str, sent: dict[str, str] | None = None) -> dict[str, Any] | None:
        if path == "/token":
            return self.token(sent or {})
        names = {"authorization_endpoint": "authorise", "token_endpoint": "token", "jwks_uri": "keys"}
        public = json.loads(RSAAlgorithm.to_jwk(self.published_key))
        return {
            "/.well-known/openid-configuration": {
                "issuer": self.url,
                "userinfo_endpoint": f"{self.url}/person",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
                **{name: f"{self.url}/{page}" for name, page in names.items()},
            },
            "/keys": {"keys": [public | {"kid": "one", "alg": "RS256", "use": "sig"}]},
            "/person": self.told,
        }.get(path)


@contextmanager
def serving() -> Iterator[Provider]:
    provider = Provider()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.give(provider.answer(self.path))

        def do_POST(self) -> None:
            sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.give(provider.answer(self.path, {name: values[0] for name, values in sent.items()}))

        def give(self, answer: dict[str, Any] | None) -> None:
            body = json.dumps(answer or {"error": "invalid_grant"}).encode()
            self.send_response(200 if answer else 400)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    provider.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
