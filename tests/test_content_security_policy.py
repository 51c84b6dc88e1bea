"""The strict Content-Security-Policy in a real browser."""

import pytest


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
