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
def test_no_answer_depends_on_the_language_that_a_browser_asks_for(answer):
    assert "Accept-Language" not in answer.headers.get("Vary", "")


@pytest.mark.django_db
def test_a_host_that_is_not_the_sites_is_refused_with_a_page_and_no_line_of_the_log(client, caplog):
    refused = client.get("/", headers={"host": "other.example"})

    assert refused.status_code == 400
    assert b"<h1>" in refused.content
    assert [record for record in caplog.records if "other.example" in record.getMessage()] == []
    assert refused["Content-Length"] == str(len(refused.content))
