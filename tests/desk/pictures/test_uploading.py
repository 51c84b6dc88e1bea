"""A file that is uploaded: taken once, or refused with a sentence, and nothing is left half."""

import io
import json
import os

import pytest
from django.test import Client
from PIL import Image as Pillow

from briefings.models import AuditEntry, Image
from briefings.picture_upload import NotTaken, upload
from briefings.pictures import MOST_BYTES
from tests.desk.pictures.making import JSON, UPLOAD, bytes_of, chosen
from tests.desk.sheets import messages
from tests.pictures.making import png

pytestmark = pytest.mark.django_db
POLYGLOT = b"<html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def uploaded(client, data, name="picture.jpg", kind="image/jpeg", **more):
    return client.post(UPLOAD, {"file": chosen(data, name, kind), **more}, headers=JSON)


def files(media):
    """Names of the files of pictures; their hashes beside them are none."""
    return sorted(path.name for path in media.rglob("*.*") if path.is_file()) if media.exists() else []


def test_a_file_becomes_a_picture_with_its_sizes_on_disk_and_an_entry_in_the_record(at_desk, media):
    answer = uploaded(at_desk("tom", "writer"), bytes_of(size=(700, 400)))

    image = Image.objects.get()
    assert (image.width, image.height, image.widths, image.fallback) == (700, 400, [320, 640, 700], "jpg")
    assert answer.json()["is_new"]
    told_of = answer.json()["picture"]
    assert (told_of["id"], told_of["credit"], told_of["version"]) == (str(image.uuid), "", 1)
    assert len(files(media)) == 10
    entry = AuditEntry.objects.get(about=f"image:{image.uuid}")
    assert (entry.action, entry.by.username) == ("uploaded", "tom")


def test_what_the_file_is_counts_and_not_what_it_is_called(desk):
    assert uploaded(desk, bytes_of("JPEG"), "evil.png", "image/png").status_code == 200
    assert uploaded(desk, bytes_of("WEBP"), "page.html", "text/html").status_code == 200
    assert set(Image.objects.values_list("fallback", flat=True)) == {"jpg"}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "this one is empty"),
        (SVG, "of the kind SVG"),
        (POLYGLOT, "none of the three"),
        (b"\xff\xd8\xff" + POLYGLOT, "damaged"),
        (b"GIF89a" + bytes(40), "of the kind GIF"),
        (png((8000, 5126), row=bytes(3)), "41.0 million"),
        (png((20_000, 20), row=bytes(3)), "16,000 pixels"),
        (bytes_of("JPEG", size=(400, 300))[:-2000], "damaged"),
        (bytes_of("PNG", size=(400, 300))[:500], "damaged"),
        (png((8, 8), row=bytes(24)), "at least 16 × 16"),
    ],
)
def test_whatever_is_no_picture_is_refused_with_a_sentence_and_leaves_nothing(desk, media, data, sentence):
    answer = uploaded(desk, data)

    assert answer.status_code == 400
    assert sentence in answer.json()["error"]
    assert not Image.objects.exists()
    assert files(media) == []


def test_a_picture_that_is_a_page_as_well_goes_out_without_the_page(desk, media):
    data = bytes_of("JPEG", comment=POLYGLOT) + POLYGLOT

    assert uploaded(desk, data, "page.html", "text/html").status_code == 200
    assert all(b"script" not in path.read_bytes() for path in media.rglob("*.*"))


def test_ten_million_bytes_are_taken_for_a_picture_and_one_more_is_not(desk, media):
    picture = bytes_of("JPEG")
    largest = picture + bytes(MOST_BYTES - len(picture))  # what follows a picture's end is not looked at

    assert uploaded(desk, largest).status_code == 200
    refused = uploaded(desk, largest + b"\0")
    assert refused.status_code == 413
    assert "at most 10 MB" in refused.json()["error"]
    page = desk.post(UPLOAD, {"file": chosen(largest + b"\0")})
    assert page.status_code == 413
    assert "10 MB" in page.content.decode()
    assert Image.objects.count() == 1


def test_files_of_one_request_count_as_one_and_are_refused_before_anybody_is_asked_who_they_are(media):
    half = bytes(6_000_000)

    answer = Client(enforce_csrf_checks=True).post(UPLOAD, {"file": chosen(half), "more": chosen(half)}, headers=JSON)

    assert answer.status_code == 413


@pytest.mark.parametrize("length", ["20000000", "9" * 5000])
def test_a_length_that_is_too_much_is_refused_before_a_byte_is_read(desk, length):
    class Unread(io.RawIOBase):
        def read(self, size=-1):
            raise AssertionError("read")

    answer = desk.generic(
        "POST",
        UPLOAD,
        CONTENT_TYPE="multipart/form-data; boundary=x",
        headers=JSON,
        **{"wsgi.input": Unread(), "CONTENT_LENGTH": length},
    )

    assert answer.status_code == 413


@pytest.mark.parametrize("length", ["", "-1", "abc", "0"])
def test_a_length_that_says_nothing_is_no_way_in(desk, length):
    answer = desk.generic(
        "POST", UPLOAD, CONTENT_TYPE="multipart/form-data; boundary=x", headers=JSON, CONTENT_LENGTH=length
    )

    assert answer.status_code in (400, 403)
    assert not Image.objects.exists()


def test_the_same_bytes_again_find_the_first_and_double_nothing(desk, media):
    data = bytes_of()
    first = uploaded(desk, data).json()
    before = files(media)

    again = uploaded(desk, data, "another-name.jpg").json()

    assert (first["is_new"], again["is_new"]) == (True, False)
    assert first["picture"] == again["picture"]
    assert files(media) == before
    assert AuditEntry.objects.filter(about__startswith="image:").count() == 1


def test_whoever_has_the_file_of_a_hidden_picture_comes_to_know_it_by_uploading_it(at_desk):
    mira, tom, data = at_desk("mira", "editor"), at_desk("tom", "writer"), bytes_of()
    uploaded(mira, data)
    image = Image.objects.get()
    page = f"/admin/briefings/image/{image.pk}/change/"
    assert tom.get(page).status_code == 302

    answer = uploaded(tom, data).json()

    assert not answer["is_new"]
    assert tom.get(page).status_code == 200


def test_whoever_uploads_a_hidden_picture_again_neither_sees_its_rights_nor_changes_what_stands_with_it(at_desk):
    mira, tom, data = at_desk("mira", "editor"), at_desk("tom", "writer"), bytes_of()
    uploaded(mira, data)
    Image.objects.update(rights="Agency Quokka, one year", credit="Ada Byron")
    page = f"/admin/briefings/image/{Image.objects.get().pk}/change/"
    uploaded(tom, data)

    assert tom.post(page, {"version": "1", "credit": "Tom"}).status_code == 403
    shown = tom.get(page).content.decode()
    assert ("Ada Byron" in shown, "Agency Quokka" in shown) == (True, False)
    assert Image.objects.get().credit == "Ada Byron"
    assert "Agency Quokka" in mira.get(page).content.decode()


def test_a_picture_erased_by_order_is_not_taken_again(desk):
    data = bytes_of()
    uploaded(desk, data)
    Image.objects.update(erased_at="2026-01-01T00:00:00Z")

    answer = uploaded(desk, data)

    assert (answer.status_code, "erased by order" in answer.json()["error"]) == (400, True)


def test_without_javascript_the_picture_has_its_page_and_a_refusal_its_place(desk):
    page = desk.get(UPLOAD).content.decode()
    assert 'type="file"' in page
    assert 'enctype="multipart/form-data"' in page

    answer = desk.post(UPLOAD, {"file": chosen(bytes_of())}, follow=True)
    assert messages(answer) == ["The picture is on file. Write its credit line."]
    assert answer.redirect_chain[-1][0] == f"/admin/briefings/image/{Image.objects.get().pk}/change/"

    refused = desk.post(UPLOAD, {"file": chosen(SVG)})
    assert "of the kind SVG" in refused.content.decode()
    assert "Choose a file first." in desk.post(UPLOAD, {}).content.decode()


@pytest.mark.parametrize(("role", "status"), [("writer", 200), ("editor", 200), ("chief", 200), ("admin", 403)])
def test_whoever_may_begin_a_briefing_may_upload(at_desk, role, status):
    assert uploaded(at_desk("tom", role), bytes_of()).status_code == status


def test_the_upload_itself_asks_who_may_whichever_door_calls_it(staff, media):
    with pytest.raises(NotTaken, match="You may not upload pictures"):
        upload(bytes_of(), by=staff("olga", "admin"))

    assert files(media) == []


def test_strangers_and_pages_from_elsewhere_upload_nothing(desk, staff, media):
    assert uploaded(Client(), bytes_of()).status_code == 302
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(staff("tom", "writer"))
    assert uploaded(strict, bytes_of()).status_code == 403
    assert files(media) == []


def test_to_ask_by_get_uploads_nothing(desk):
    answer = desk.get(UPLOAD, headers=JSON)

    assert (answer.status_code, answer.json()) == (400, {"error": "Choose a file first."})


def test_what_the_camera_wrote_goes_no_further(desk, media):
    exif = Pillow.Exif()
    exif[0x010E] = "Secret place"

    uploaded(desk, bytes_of("JPEG", exif=exif.tobytes()))

    assert all(b"Secret" not in path.read_bytes() for path in media.rglob("*.*"))


def test_a_disk_that_is_full_is_told_and_leaves_nothing(desk, media, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    answer = uploaded(desk, bytes_of())

    assert answer.status_code == 400
    assert "disk is full" in json.loads(answer.content)["error"]
    assert (files(media), Image.objects.count()) == ([], 0)
