"""What every answer carries."""

import pytest


@pytest.fixture
def answer(client):
    return client.get("/admin/login/", headers={"accept-language": "de"})


@pytest.mark.django_db
def test_every_answer_has_a_strict_policy(answer):
    directives = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))

    assert answer.status_code == 200
    assert directives["default-src"] == directives["base-uri"] == directives["frame-ancestors"] == "'none'"
    assert {directives[name] for name in ("script-src", "style-src", "img-src", "form-action")} == {"'self'"}
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/", "/no-such-thing/", "/admin/login/", "/feeds/rss.xml", "/healthz", "/favicon.ico"]
)
def test_every_answer_says_that_its_page_may_use_no_feature_of_the_browser_but_passkeys_at_the_desk(client, path):
    given = client.get(path)
    features = given.headers["Permissions-Policy"].split(", ")
    assert b"".join(given)  # which closes the file of the icon

    assert {"camera=()", "geolocation=()", "microphone=()", "payment=()"} <= set(features)
    allowed = {feature for feature in features if not feature.endswith("=()")}
    passkeys = {"publickey-credentials-create=(self)", "publickey-credentials-get=(self)"}
    assert allowed == (passkeys if path.startswith("/admin/") else set())


@pytest.mark.parametrize(
    ("path", "content_type"), [("/favicon.ico", "image/x-icon"), ("/apple-touch-icon.png", "image/png")]
)
def test_the_icons_at_the_root_are_kept_for_a_day_and_ask_no_database(client, path, content_type):
    icon = client.get(path)

    assert (icon.status_code, icon["Content-Type"]) == (200, content_type)
    assert icon["Cache-Control"] == "public, max-age=86400"
    assert int(icon["Content-Length"]) == len(b"".join(icon)) > 1000


@pytest.mark.django_db
def test_no_answer_depends_on_the_language_that_a_browser_asks_for(answer):
    assert "Accept-Language" not in answer.headers.get("Vary", "")


@pytest.mark.django_db
def test_a_host_that_is_not_the_sites_is_refused_with_a_page_and_no_line_of_the_log(client, caplog):
    refused = client.get("/", headers={"host": "other.example"})

    assert refused.status_code == 400
    assert b"<h1>" in refused.content
    assert [record for record in caplog.records if "other.example" in record.getMessage()] == []
    assert refused["Content-Length"] == str(len(refused.content))
