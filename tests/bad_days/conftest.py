"""Sites that are run for real, and disks that can be filled."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.bad_days.sites import Site
from tests.desk.conftest import at_desk, staff

__all__ = ["at_desk", "staff"]


@pytest.fixture
def open_site() -> Iterator[Callable[..., Site]]:
    """Makes sites, which are stopped after the test."""
    opened: list[Site] = []

    def open_one(data: Path, database: str = "") -> Site:
        site = Site(data, database)
        opened.append(site)
        site.make()
        site.start()
        return site

    yield open_one
    for site in opened:
        site.stop()


class Disk:
    """A disk of 60 MB in memory, mounted for one test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self) -> None:
        """To the last byte."""
        with (self.folder / "filling").open("wb", buffering=0) as file:
            for size in (65_536, 512, 1):
                try:
                    while file.write(bytes(size)):
                        pass
                except OSError:
                    continue

    def free(self) -> None:
        (self.folder / "filling").unlink()

    def remount(self, mode: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{mode}", self.folder], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", folder], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"A disk can be mounted by root alone: {mounted.stderr.strip()}")
    yield Disk(folder)
    subprocess.run(["umount", "--lazy", folder], check=True)
