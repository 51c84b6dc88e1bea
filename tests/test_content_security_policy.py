"""The strict Content-Security-Policy in a real browser."""

import json

import pytest

from tests.making import LONG_AGO, make_edition


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_login_page_keeps_to_the_content_security_policy(live_server, page):
    console = []
    page.on("console", lambda message: console.append(message.text))

    response = page.goto(f"{live_server.url}/admin/login/")

    assert response.status == 200
    policy = response.header_value("content-security-policy")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert page.locator("#login-form").count() == 1
    assert [text for text in console if "Content Security Policy" in text] == []


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_structured_data_of_a_page_offends_no_policy_and_runs_nothing(live_server, page):
    make_edition("ordinary", live_from=LONG_AGO)
    console = []
    page.on("console", lambda message: console.append(message.text))

    response = page.goto(f"{live_server.url}/briefings/ordinary/")

    assert response.status == 200
    assert "nonce" not in response.header_value("content-security-policy")
    data = page.locator("script[type='application/ld+json']").text_content()
    assert json.loads(data)["@graph"][1]["headline"] == "The ordinary headline"
    assert console == []
