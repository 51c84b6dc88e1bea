"""A site that holds everything, and places for restored ones."""

from pathlib import Path

import pytest

from tests.backup.sites import Site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Briefings in every state, with histories and pictures, a login, and a draft that was pasted."""
    site = Site(tmp_path_factory.mktemp("backup") / "site")
    site.fill(16)
    return site


@pytest.fixture(scope="module")
def backup(site: Site) -> Path:
    """A backup of it."""
    site.done("backup")
    return next(site.backups.glob("*.tar"))


@pytest.fixture
def empty(tmp_path: Path) -> Site:
    """Where a site can be restored."""
    return Site(tmp_path / "restored")
