"""An upload that is killed, or races another, or meets a database that refuses, leaves nothing half."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from io import StringIO
from threading import Barrier, Thread

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.utils import timezone

from briefings import picture_upload
from briefings.models import AuditEntry, Image
from briefings.pictures import rendition
from tests.desk.pictures.making import bytes_of

KILLED_BETWEEN_FILES_AND_ROW = """
import os, signal, sys
from pathlib import Path
import django
django.setup()
from django.conf import settings
from briefings import picture_upload

settings.MEDIA_ROOT = Path(sys.argv[1])
picture_upload.policy.may = lambda *_: True

class NoneOnFile:
    def filter(self, **_): return self
    def first(self): return None

picture_upload.Image.objects = NoneOnFile()
picture_upload._on_file = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
picture_upload.upload(sys.stdin.buffer.read(), by=None)
"""


def files(media):
    return [path for path in media.rglob("*") if path.is_file()]


WITH_HASHES = 11
"""Files of a picture of that size: the original, the master, their renditions, and the hashes of all."""


def swept():
    output = StringIO()
    call_command("sweep_pictures", stdout=output)
    return output.getvalue().strip()


def grown_old(media):
    """A day and a bit passes."""
    then = (timezone.now() - timedelta(days=1, minutes=1)).timestamp()
    for folder in [path for path in media.rglob("*") if path.is_dir()]:
        os.utime(folder, (then, then))


@pytest.mark.slow
@pytest.mark.django_db
def test_a_server_killed_between_files_and_row_leaves_an_orphan_that_is_swept_and_the_upload_works_again(mira, media):
    data = bytes_of(size=(700, 400))
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}

    ended = subprocess.run(
        [sys.executable, "-c", KILLED_BETWEEN_FILES_AND_ROW, str(media)],
        input=data,
        env=environment,
        capture_output=True,
        check=False,
    )

    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    assert len(files(media)) == WITH_HASHES  # all files are there, and no row
    assert not Image.objects.exists()

    image, is_new = picture_upload.upload(data, by=mira)
    assert is_new
    assert swept() == "There was nothing to sweep."  # the orphan is young: somebody might be at it still
    grown_old(media)
    assert swept() == "Folders of no picture, removed: 1."
    assert len(files(media)) == WITH_HASHES
    assert rendition(media, image.token, "320.webp")


@pytest.mark.django_db
def test_a_row_that_the_database_refuses_takes_its_files_along(mira, media, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise IntegrityError("refused")

    monkeypatch.setattr(picture_upload, "enter", refuse)

    with pytest.raises(IntegrityError):
        picture_upload.upload(bytes_of(), by=mira)

    assert files(media) == []
    assert not Image.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_uploads_of_the_same_bytes_at_once_make_one_picture(mira, media, monkeypatch):
    data, both, uploads = bytes_of(), Barrier(2), []
    on_file = picture_upload._on_file

    def together(*args, **kwargs):
        both.wait(20)  # both have kept their files, and neither has a row
        return on_file(*args, **kwargs)

    def upload():
        try:
            uploads.append(picture_upload.upload(data, by=mira))
        finally:
            connection.close()

    monkeypatch.setattr(picture_upload, "_on_file", together)
    threads = [Thread(target=upload) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    image = Image.objects.get()
    assert [one.pk for one, _is_new in uploads] == [image.pk, image.pk]
    assert sorted(is_new for _one, is_new in uploads) == [False, True]
    assert {path.parent.name for path in files(media)} == {image.token}
    assert AuditEntry.objects.filter(about=f"image:{image.uuid}").count() == 1


@pytest.mark.django_db
def test_the_files_of_an_erased_picture_that_the_disk_did_not_let_go_are_swept(mira, media):
    image, _ = picture_upload.upload(bytes_of(), by=mira)
    Image.objects.filter(pk=image.pk).update(erased_at=timezone.now())
    grown_old(media)

    assert swept() == "Folders of no picture, removed: 1."
    assert files(media) == []
