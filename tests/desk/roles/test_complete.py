"""The role truth table is complete: it holds every URL pattern of the desk, and no other."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from briefings.admin.briefings.acts import ACTS
from tests.desk.roles.table import LINES, TABLE


def patterns_of_the_desk(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every pattern below /admin/ with its route."""
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns_of_the_desk(entry, route)
        elif route.startswith("admin/"):
            yield route, entry


def test_every_url_pattern_of_the_desk_stands_in_the_table_and_no_other():
    patterns = {pattern.name or route for route, pattern in patterns_of_the_desk(get_resolver())}

    assert patterns == set(TABLE)


@pytest.mark.django_db
def test_the_tables_addresses_reach_the_patterns_they_stand_for(knocks):
    things = knocks("writer")

    for pattern, lines in TABLE.items():
        for line in lines:
            match = get_resolver().resolve(line.address(things).partition("?")[0])
            assert (match.url_name or match.route) == pattern, line


def test_only_the_login_that_another_stands_before_has_no_address():
    assert [pattern for pattern, lines in TABLE.items() if not lines] == ["login"]
    assert len(LINES) == len({line.path for line in LINES})


def test_every_act_on_a_briefing_has_its_lines():
    asked = {line.path.split("/act/")[1].rstrip("/") for line in TABLE["briefings_draft_act"]}

    assert asked == {*ACTS, "delete"}  # one that is no act is unknown to everybody
