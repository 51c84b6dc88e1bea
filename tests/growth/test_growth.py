"""What a public query costs does not depend on how much is published."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client

from briefings.models import PublishedSummary
from briefings.public import names, sites
from tests.growth.addresses import Address, addresses
from tests.growth.large_site import LargeSite, build
from tests.growth.plans import analyze, captured, work
from tests.visibility.surfaces import TABLE, Surface

pytestmark = pytest.mark.django_db
SMALL, LARGE = 300, 20_000
MOST_OF_THE_MASTHEAD = 1_000
"""The small site has one of everything. On PostgreSQL it only shows that an index can serve: how much it reads of a few
rows says nothing."""
IN_PRODUCTION = ["with statistics"] if connection.vendor == "postgresql" else ["without statistics", "with statistics"]
"""PostgreSQL gathers its statistics by itself, within a minute of any larger change; nobody does it for SQLite."""


@pytest.fixture(scope="module")
def vacuumed(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """After all, PostgreSQL is rid of the rows that were taken back: whatever runs next would read past them."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute("VACUUM")


@pytest.fixture(scope="module", params=[SMALL, pytest.param(LARGE, marks=pytest.mark.slow)], ids=["small", "large"])
def site(
    request: Any, vacuumed: None, module_db: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LargeSite]:
    with pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(settings, "MEDIA_ROOT", tmp_path_factory.mktemp("media"))
        yield build(request.param)
        transaction.set_rollback(True)


@pytest.fixture(params=IN_PRODUCTION)
def statistics(request: Any, site: LargeSite) -> None:
    if request.param == "with statistics":
        analyze()
    if _is_small_on_postgresql():
        with connection.cursor() as cursor:  # a small table is rightly read whole, where it may be
            cursor.execute("SET LOCAL enable_seqscan = off")


def test_every_kind_of_address_is_asked(site):
    assert {address.pattern for address in addresses(site)} == set(TABLE)


def test_no_answer_reads_more_than_its_bound_or_scans_a_table_that_grows(site, statistics):
    frame = sites.frame(site.at)
    faults = [fault for address in addresses(site) for fault in _faults(address, site, frame=frame)]
    masthead = Address("masthead", pattern="", path="/no-such-thing/", status=404, rows=MOST_OF_THE_MASTHEAD)
    faults += _faults(masthead, site)

    assert not faults, "\n\n".join(faults)


def _faults(address: Address, site: LargeSite, *, frame: sites.Frame | None = None) -> Iterator[str]:
    """What is wrong with the cost of an address; where it gets a `frame`, it knows what all pages of a period have."""
    known = {"frame": frame, "sections": (), "names": names.Known()} if frame else None
    with captured() as queries:
        surface = Surface(address.pattern, address.path, Client())
        answer, _ = surface.counted(site.at, known=known)
    assert answer.status == address.status, address
    works = [work(query) for query in queries if query.sql.lstrip("(").startswith("SELECT")]
    rows = sum(one.rows for one in works)
    if rows > address.rows and not _is_small_on_postgresql():
        plans = "\n".join(str(one) for one in sorted(works, key=lambda one: -one.rows)[:2])
        yield f"{address.name} ({address.path}) reads {rows} rows, more than {address.rows}:\n{plans}"
    for one in works:
        if one.scanned:
            yield f"{address.name} ({address.path}) scans {', '.join(one.scanned)}:\n{one}"
        if one.cuts_late:
            yield f"{address.name} ({address.path}) sorts all to give the first:\n{one}"


def _is_small_on_postgresql() -> bool:
    return connection.vendor == "postgresql" and PublishedSummary.objects.count() < LARGE
