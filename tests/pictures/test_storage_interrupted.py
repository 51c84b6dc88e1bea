"""A process that is killed, and a disk that is full: nobody ever finds half a picture."""

import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefings.pictures import damaged, rendition, sweep

TOKEN = "abcdefghijklmnopqrst-_"
NAMES = ["master.jpg", "640.avif", "640.webp", "640.jpg"]

KILLED_AFTER = """
import os, signal, sys
from pathlib import Path
from briefings.pictures import keep

root, token, after, *names = sys.argv[1:]

def files():
    for number, name in enumerate(names):
        if number == int(after):
            os.kill(os.getpid(), signal.SIGKILL)
        yield name, name.encode() * 9000
    if int(after) == len(names):
        os.kill(os.getpid(), signal.SIGKILL)

keep(Path(root), token, files())
"""

KEEPS_ON = """
import sys
from pathlib import Path
from briefings.pictures import keep, new_token

root, *names = sys.argv[1:]
print("ready", flush=True)
while True:
    keep(Path(root), new_token(), [(name, name.encode() * 9000) for name in names])
"""

DISK_OF_A_THOUSAND_BYTES = """
import resource, signal, sys
from pathlib import Path
from briefings.pictures import NotKept, keep

root, token = sys.argv[1:]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    keep(Path(root), token, [("640.avif", bytes(900)), ("640.jpg", bytes(1100)), ("640.webp", bytes(900))])
except NotKept as refusal:
    print(refusal)
"""


def started(code: str, *words: object, **options: object) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-c", code, *map(str, words)], text=True, **options)


def pictures(root: Path) -> list[Path]:
    return list(root.glob("pictures/*/*"))


@pytest.mark.parametrize(
    "after", [pytest.param(after, marks=[] if after == 2 else pytest.mark.slow) for after in range(len(NAMES) + 1)]
)
def test_an_upload_killed_between_any_two_files_leaves_nothing_at_its_place_and_the_sweep_takes_the_rest(
    tmp_path, after
):
    child = started(KILLED_AFTER, tmp_path, TOKEN, after, *NAMES)

    assert child.wait(30) == -signal.SIGKILL
    assert pictures(tmp_path) == []
    assert rendition(tmp_path, TOKEN, "640.avif") is None
    (left,) = (tmp_path / "incoming").iterdir()
    assert [path.name for path in sorted(left.iterdir())] == sorted(NAMES[:after])
    assert sweep(tmp_path, lambda _: False, timedelta(hours=1), datetime.now(UTC)) == 0
    assert sweep(tmp_path, lambda _: False, timedelta(hours=1), datetime.now(UTC) + timedelta(hours=2)) == 1
    assert list((tmp_path / "incoming").iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("milliseconds", [3, 20, 55, 110])
def test_whatever_moment_a_process_is_killed_at_every_picture_at_its_place_is_whole(tmp_path, milliseconds):
    child = started(KEEPS_ON, tmp_path, *NAMES, stdout=subprocess.PIPE)
    with child:
        assert child.stdout.readline() == "ready\n"
        time.sleep(milliseconds / 1000)
        child.kill()

    whole = {name: name.encode() * 9000 for name in NAMES}
    for picture in pictures(tmp_path):
        assert {path.name: path.read_bytes() for path in picture.iterdir() if path.name != "SHA256SUMS"} == whole
        assert damaged(tmp_path, picture.name, NAMES) == []
    kept = len(pictures(tmp_path))
    left = len(list(tmp_path.glob("incoming/*")))
    assert left <= 1
    assert sweep(tmp_path, lambda _: False, timedelta(0), datetime.now(UTC) + timedelta(hours=1)) == kept + left


def test_a_full_disk_keeps_nothing_of_the_picture_and_says_so(tmp_path):
    child = started(DISK_OF_A_THOUSAND_BYTES, tmp_path, TOKEN, stdout=subprocess.PIPE)
    output, _errors = child.communicate(timeout=30)

    assert output == (
        "Tell whoever runs the site that its disk is full. The picture was not kept. Nothing else was lost.\n"
    )
    assert child.returncode == 0
    assert list(tmp_path.rglob("*")) == [tmp_path / "incoming"]
