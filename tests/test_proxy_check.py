"""What `manage.py check --deploy` says of TRUSTED_PROXY: only where it can be wrong."""

import pytest

from briefings.checks import proxy_is_told


@pytest.mark.parametrize(
    ("address", "is_trusted", "expected"),
    [
        ("https://news.example", True, []),
        ("https://news.example", False, ["briefings.W001"]),
        ("http://news.example", True, ["briefings.W002"]),
        ("http://localhost:8000", False, []),
    ],
)
def test_it_warns_where_proxy_and_address_do_not_go_together(settings, address, is_trusted, expected):
    settings.SITE_URL, settings.TRUSTED_PROXY = address, is_trusted

    assert [found.id for found in proxy_is_told()] == expected
