"""`manage.py import_briefing`, on the sample as it is."""

import hashlib
import io
import json
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from briefings import working_copy
from briefings.content import from_canonical
from briefings.models import AuditEntry, Briefing, Draft, Edition, Person, Revision, Source
from tests.importing.formats import making_docx as word

SAMPLE = Path(__file__).parent.parent / "drafts" / "coalition.txt"
HEADLINE = "Allies pledge guarantees"

pytestmark = pytest.mark.django_db


def run(*args, **options):
    """What the command printed: (standard output, standard error)."""
    out, err = io.StringIO(), io.StringIO()
    call_command("import_briefing", *map(str, args), stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_the_sample_is_kept_byte_for_byte():
    digest = hashlib.sha256(SAMPLE.read_bytes()).hexdigest()
    assert digest == "2660fe4ec85e39965c0d02cead81a71548b65ebd31750abd8f7af52084da879d"


def test_the_sample_gives_its_sections_quotations_and_questions_as_json():
    report = json.loads(run(SAMPLE, dry_run=True, json=True)[0])
    assert report["headline"] is None
    assert report["lede"].startswith("A coalition of Ukraine’s allies")
    assert [section["heading"] for section in report["sections"]] == [
        "Coalition Advances Security Discussions",
        "What Could Happen Next",
    ]
    assert [len(section["paragraphs"]) for section in report["sections"]] == [4, 1]
    assert [(quote["speaker"], quote["role"]) for quote in report["quotes"]] == [
        ("Steve Witkoff", "US Special Envoy"),
        ("Steve Witkoff", "US Special Envoy"),
        ("Emmanuel Macron", "French President"),
    ]
    assert "binding commitments" in [term["text"] for term in report["terms"]]
    assert any("binding commitments" in warning for warning in report["warnings"])
    assert not any("Coalition of the Willing" in quote["text"] for quote in report["quotes"])
    assert [entry["answer"] is None for entry in report["faq"]] == [False, False, False, True]
    assert any("headline" in warning for warning in report["warnings"])


def test_a_dry_run_writes_nothing():
    run(SAMPLE, dry_run=True)
    assert not Briefing.objects.exists()
    assert not Person.objects.exists()


def test_json_without_a_dry_run_is_refused():
    with pytest.raises(CommandError, match="--json goes with --dry-run"):
        run(SAMPLE, json=True)


def test_guesses_block_publishing_and_the_draft_is_saved_all_the_same():
    with pytest.raises(CommandError) as refusal:
        run(SAMPLE, headline=HEADLINE, publish=True)
    sentences = str(refusal.value)
    assert f"Saved “{HEADLINE}” as a draft, but did not publish it" in sentences
    assert "Confirm that Steve Witkoff said “strongly stands behind security protocols”" in sentences
    assert "Name the speaker of" not in sentences  # “binding commitments” are words in marks, and block nothing
    assert "hold it back, or publish it as an open question" in sentences
    assert "Confirm that Emmanuel Macron said “fair, lasting and clear-eyed”" in sentences
    assert Draft.objects.get().headline == HEADLINE
    assert not Edition.objects.exists()


def test_without_a_headline_it_is_not_published():
    with pytest.raises(CommandError, match=r"Write a headline\."):
        run(SAMPLE, publish=True, accept_guesses=True)


def test_accepted_guesses_are_on_the_record_and_the_briefing_is_live(client):
    out, _ = run(SAMPLE, headline=HEADLINE, topics="Ukraine, Security", publish=True, accept_guesses=True)
    assert "Published “Allies pledge guarantees” at https://news.example/briefings/allies-pledge-guarantees/" in out
    page = client.get("/briefings/allies-pledge-guarantees/").content.decode()
    assert "US Special Envoy" in page
    assert "“Coalition of the Willing”" in page
    assert "“binding commitments”" in page
    as_imported, accepted = (from_canonical(kept.text.text) for kept in Revision.objects.order_by("version"))
    guessed = [quote.key for quote in as_imported.quotes if not quote.confirmed]
    record = AuditEntry.objects.get(detail__startswith="guesses accepted").detail
    assert len(guessed) == 3
    assert all(key in record for key in [*guessed, accepted.faq[3].key])


def test_the_audit_log_holds_no_word_of_the_text():
    run(SAMPLE, headline=HEADLINE, publish=True, accept_guesses=True)
    record = " ".join(AuditEntry.objects.values_list("detail", flat=True))
    assert not any(word in record for word in ("Witkoff", "commitments", "negotiations", HEADLINE))


def test_people_from_an_import_are_private_until_an_editor_says_otherwise():
    run(SAMPLE, headline=HEADLINE)
    assert set(Person.objects.values_list("name", "kind")) == {
        ("Steve Witkoff", "private"),
        ("Emmanuel Macron", "private"),
    }


def test_topics_and_slug_are_taken():
    run(SAMPLE, headline=HEADLINE, slug="paris-summit", topics="Україна,NATO,Україна")
    content = working_copy.read(Draft.objects.get())
    assert content.slug == "paris-summit"
    assert [(topic.name, topic.slug) for topic in content.topics] == [("Україна", "ukraina"), ("NATO", "nato")]


@pytest.mark.parametrize("slug", ["Über uns", "a/b", "UPPER"])
def test_a_slug_that_is_none_is_refused_in_a_sentence(slug):
    with pytest.raises(CommandError, match="small letters"):
        run(SAMPLE, headline=HEADLINE, slug=slug)
    assert not Briefing.objects.exists()


def test_a_file_that_is_not_there_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(CommandError, match=r"Cannot read .*No such file"):
        run(tmp_path / "gone.txt")


def test_a_file_that_is_no_text_is_refused_and_nothing_written(tmp_path):
    (tmp_path / "picture").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    with pytest.raises(CommandError, match="Cannot read"):
        run(tmp_path / "picture")
    assert not Briefing.objects.exists()


def test_an_empty_draft_is_an_empty_result_with_a_warning(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b" \n\n")
    report = json.loads(run(tmp_path / "empty.txt", dry_run=True, json=True)[0])
    assert (report["headline"], report["lede"], report["sections"], report["quotes"], report["faq"]) == (
        None,
        None,
        [],
        [],
        [],
    )
    assert report["warnings"]
    with pytest.raises(CommandError, match="empty"):
        run(tmp_path / "empty.txt")


def test_a_draft_comes_from_standard_input(monkeypatch):
    class Typed:
        buffer = io.BytesIO(b"Storm closes bridge\n\nThe bridge over the Elbe is closed, the city said.\n")

    monkeypatch.setattr(sys, "stdin", Typed)
    report = json.loads(run("-", dry_run=True, json=True)[0])
    assert report["headline"] == "Storm closes bridge"


TITLE = "Storm closes bridge"
FORMATS = {
    "draft.md": f"# {TITLE}\n\nThe bridge over the Elbe is closed.\n\n## What happened\n\nIt **rained** for a week.\n",
    "draft.html": f"<h1>{TITLE}</h1><p>The bridge over the Elbe is closed.</p>"
    "<h2>What happened</h2><p>It <b>rained</b> for a week.</p>",
    "draft.docx": word.docx(
        word.paragraph(word.run(TITLE), style="Titel"),
        word.paragraph(word.run("The bridge over the Elbe is closed.")),
        word.paragraph(word.run("What happened"), style="berschrift1"),
        word.paragraph(word.run("It "), word.run("rained", "<w:b/>"), word.run(" for a week.")),
    ),
}


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_of_each_format_becomes_the_same_briefing(name, tmp_path):
    data = FORMATS[name]
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    run(tmp_path / name)
    content = working_copy.read(Draft.objects.get())
    assert (content.headline, content.lede) == (TITLE, "The bridge over the Elbe is closed.")
    assert [(section.heading, section.body) for section in content.sections] == [
        ("What happened", "<p>It <strong>rained</strong> for a week.</p>")
    ]


def test_sources_bylines_and_somebody_unnamed_go_on_file_and_nobody_becomes_public(tmp_path):
    (tmp_path / "draft.txt").write_text(
        f"{TITLE}\n\nBy Ann Lee\n\nThe bridge over the Elbe is closed for the whole of the week.\n\n"
        "“We were never warned of it,” said a senior official.\n\n"
        "Sources\n\n- Water office, bulletin 14: https://example.org/14\n",
        encoding="utf-8",
    )
    run(tmp_path / "draft.txt")
    assert list(Source.objects.values_list("url", flat=True)) == ["https://example.org/14"]
    assert set(Person.objects.values_list("name", "kind")) == {("Ann Lee", "private"), ("a senior official", "unnamed")}


FRONT = "---\ntitle: Storm closes bridge\nslug: closed\ntags: [Roads]\ndraft: true\n---\n\n"
HIDES = f"{FRONT}The bridge ~~we all hated~~ is closed.\n\n<!-- Ask the mayor again -->\n"


def test_what_a_draft_hides_is_left_out_and_printed_and_a_draft_that_says_so_is_not_published(tmp_path):
    (tmp_path / "draft.md").write_text(HIDES, encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError) as refusal:
        call_command("import_briefing", str(tmp_path / "draft.md"), publish=True, stdout=out, stderr=err)
    assert str(refusal.value).startswith("Saved “Storm closes bridge” as a draft, but did not publish it:\nIts front")
    assert "Left out (struck, line 8): we all hated" in err.getvalue()
    assert "Left out (comment, line 10): Ask the mayor again" in err.getvalue()
    content = working_copy.read(Draft.objects.get())
    assert (content.lede, content.slug) == ("The bridge is closed.", "closed")
    assert not Edition.objects.exists()


def test_topics_and_an_address_that_are_given_go_before_those_of_front_matter(tmp_path):
    (tmp_path / "draft.md").write_text(HIDES, encoding="utf-8")
    run(tmp_path / "draft.md", topics="Weather", slug="storm")
    content = working_copy.read(Draft.objects.get())
    assert ([topic.name for topic in content.topics], content.slug) == (["Weather"], "storm")
    report = json.loads(run(tmp_path / "draft.md", dry_run=True, json=True)[0])
    assert (report["topics"], report["slug"]) == (["Roads"], "closed")
    assert report["left_out"] == ["we all hated", "Ask the mayor again"]
    assert "Left out (comment" in run(tmp_path / "draft.md", dry_run=True)[0]


def test_a_draft_that_names_an_embargo_is_kept_with_it_and_not_published(tmp_path):
    embargo = "EMBARGOED until 09:00 GMT on 3 March 2199"
    (tmp_path / "draft.txt").write_text(f"{embargo}\n\n{SAMPLE.read_text(encoding='utf-8')}", encoding="utf-8")
    with pytest.raises(CommandError, match=r"Embargoed until Sun 3 Mar 2199, 09:00"):
        run(tmp_path / "draft.txt", headline=HEADLINE, accept_guesses=True, publish=True)
    draft = Draft.objects.get()
    assert (draft.scheduling_note, str(draft.embargo_until)) == (embargo, "2199-03-03 09:00:00+00:00")
    assert not Edition.objects.exists()


def test_a_guessed_encoding_is_printed_and_another_can_be_chosen(tmp_path):
    (tmp_path / "draft.txt").write_bytes("The mayor of Львів said so.".encode("cp1251"))
    assert "It is read as Cyrillic (Windows-1251)" in run(tmp_path / "draft.txt", dry_run=True)[0]
    report = json.loads(run(tmp_path / "draft.txt", dry_run=True, json=True, encoding="cp1250")[0])
    assert report["lede"] == "The mayor of Ëüâłâ said so."
    with pytest.raises(CommandError, match="“latex” is no encoding"):
        run(tmp_path / "draft.txt", dry_run=True, encoding="latex")
