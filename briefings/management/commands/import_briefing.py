import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.management.base import CommandError

from briefings import importing
from briefings.content import ContentRefused, TopicName
from briefings.content.slugs import ascii_slug
from briefings.imports import NotPublished, import_content
from briefings.management.english import EnglishCommand

SAYS_DRAFT = (
    "Its front matter says that it is a draft. Take that line out of the file and import it again, or publish it from "
    "the desk."
)


class Command(EnglishCommand):
    help = (
        "Read a draft (text, Markdown, HTML, Word, mail) into a new briefing; --publish publishes it where it is ready."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a .txt, .md, .html, .docx, .eml or .mht file, or - for standard input")
        parser.add_argument("--headline", help="the headline, where the draft has none or another is wanted")
        parser.add_argument("--slug", help="the address; made from the headline where it is not given")
        parser.add_argument(
            "--encoding", default="", help="how the letters of the file are written, where that was guessed"
        )
        parser.add_argument("--topics", default="", help="names of topics, with commas between them")
        parser.add_argument("--publish", action="store_true", help="publish at once, unless readiness blocks it")
        parser.add_argument(
            "--accept-guesses",
            action="store_true",
            help="confirm the speakers, and show open questions as open; this goes on the record",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what was understood and write nothing")
        parser.add_argument("--json", action="store_true", help="with --dry-run: print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["json"] and not options["dry_run"]:
            raise CommandError("--json goes with --dry-run.")
        reading = self._read(options)
        imported = self._understood(reading, options)
        if options["dry_run"]:
            self._print(imported, as_json=options["json"])
            return
        for finding in imported.findings:
            self.stderr.write(finding.sentence)
        for words in imported.unplaced:
            self.stderr.write(f"Not placed: {words}")
        for left_out in imported.left_out:
            self.stderr.write(_left_out_sentence(left_out))
        content = imported.content
        if not (content.lede or content.blocks or content.faq):
            raise CommandError("The draft is empty: nothing was imported.")
        holds = [SAYS_DRAFT] if reading.metadata.is_draft else []
        try:
            draft, edition, accepted = import_content(
                content,
                origin=options["file"],
                accept_guesses=options["accept_guesses"],
                publish=options["publish"] and not holds,
                scheduling_note=imported.embargo,
            )
        except NotPublished as refusal:
            raise CommandError(f"Saved “{refusal.draft}” as a draft, but did not publish it:\n{refusal}") from refusal
        except ContentRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        for sentence in accepted:
            self.stdout.write(sentence)
        if edition:
            address = f"{settings.SITE_URL.rstrip('/')}/briefings/{edition.summary.slug}/"
            self.stdout.write(f"Published “{draft}” at {address}")
        elif options["publish"]:
            raise CommandError(f"Saved “{draft}” as a draft, but did not publish it:\n{' '.join(holds)}")
        else:
            self.stdout.write(f"Saved “{draft}” as a draft.")

    def _read(self, options: dict[str, Any]) -> importing.Reading:
        name = options["file"]
        try:
            data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
            return importing.read(data, name=name, encoding=options["encoding"])
        except OSError as error:
            raise CommandError(f"Cannot read {name}: {error.strerror}.") from error
        except importing.Unreadable as refusal:
            raise CommandError(f"Cannot read {name}: {refusal}") from refusal

    def _understood(self, reading: importing.Reading, options: dict[str, Any]) -> importing.Imported:
        names = list(dict.fromkeys(name.strip() for name in options["topics"].split(",") if name.strip()))
        try:
            return importing.understand(
                reading,
                briefing_id=str(uuid4()),
                headline=options["headline"],
                slug=options["slug"] or None,
                otherwise=settings.SITE_LANGUAGE,
                topics=tuple(TopicName(name=name, slug=ascii_slug(name, otherwise="topic")) for name in names),
            )
        except ContentRefused as refusal:
            raise CommandError(str(refusal)) from refusal

    def _print(self, imported: importing.Imported, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(importing.as_json(imported), ensure_ascii=False))
            return
        report = importing.as_json(imported)
        self.stdout.write(f"Headline: {report['headline'] or '(none)'}\nLede: {report['lede'] or '(none)'}")
        for section in report["sections"]:
            self.stdout.write(f"Section: {section['heading'] or '(no heading)'}")
        for quote in report["quotes"]:
            self.stdout.write(f"Quote: “{quote['text']}” — {quote['speaker'] or '(no speaker)'}")
        for entry in report["faq"]:
            self.stdout.write(f"Question: {entry['question']}{'' if entry['answer'] else ' (open)'}")
        for warning in report["warnings"]:
            self.stdout.write(f"Warning: {warning}")
        for left_out in imported.left_out:
            self.stdout.write(_left_out_sentence(left_out))


def _left_out_sentence(left_out: importing.LeftOut) -> str:
    return f"Left out ({left_out.hiding.kind}, line {left_out.line}): {left_out.words}"
