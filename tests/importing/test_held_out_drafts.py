"""Files and sentences of somebody who never saw the importer: nothing hidden is public, nobody is wrongly confirmed."""

import json
import re
import uuid
from pathlib import Path

import pytest

from briefings.importing import as_json, read, understand
from tests.importing.drafts import understood

HERE = Path(__file__).parent / "unread"
FILES = [json.loads(line) for line in (HERE / "files" / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
READ = [one for one in FILES if not (one.get("asked") or one.get("refused"))]
CLEAN = sorted(path for path in (HERE / "clean").iterdir() if path.suffix not in {".json", ".jsonl"})
SENTENCES = [line.split("\t") for line in (HERE / "sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]]
TOP = {
    "en": "Council opens bridge\n\nThe council opened the new bridge on Monday, after long talks.\n\nWhat was said",
    "de": "Rat öffnet Brücke\n\nDer Rat hat die neue Brücke am Montag eröffnet.\n\nWas gesagt wurde",
    "fr": "Le conseil ouvre le pont\n\nLe conseil a ouvert le nouveau pont lundi.\n\nCe qui a été dit",
    "es": "El consejo abre el puente\n\nEl consejo abrió el nuevo puente el lunes.\n\nLo que se dijo",
    "uk": "Рада відкрила міст\n\nРада відкрила новий міст у понеділок після розмов.\n\nЩо було сказано",
    "ar": "المجلس يفتح الجسر\n\nافتتح المجلس الجسر الجديد يوم الاثنين بعد محادثات.\n\nما قيل",
}


def flat(text):
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def imported(path):
    return understand(read(path.read_bytes(), name=path.name), briefing_id=str(uuid.uuid4()))


@pytest.mark.parametrize("expected", READ, ids=lambda one: one["file"])
def test_what_a_file_hides_is_left_out_and_what_it_says_is_in_the_text(expected):
    given = as_json(imported(HERE / "files" / expected["file"]))
    texts = [given["headline"] or "", given["lede"] or ""]
    texts += [text for section in given["sections"] for text in (section["heading"] or "", *section["paragraphs"])]
    texts += [text for entry in given["faq"] for text in (entry["question"], entry["answer"] or "")]
    public, left_out = flat(" ¶ ".join(texts)), flat(" ¶ ".join(given["left_out"]))
    assert [words for words in expected["must_have"] if flat(words) not in public] == []
    assert [words for words in expected["must_not_have"] if flat(words) in public] == []
    assert [words for words in expected["left_out"] if flat(words) not in left_out] == []


def test_at_most_one_of_fifty_clean_files_asks_anybody_to_look():
    asking = [path.name for path in CLEAN if any(one.hiding.asks for one in imported(path).left_out)]
    assert len(CLEAN) == 50
    assert len(asking) <= 1, asking


@pytest.mark.parametrize("line", SENTENCES, ids=lambda line: line[2][:40])
def test_nobody_is_confirmed_who_did_not_say_it(line):
    language, speaker, sentence = line[:3]
    quotes = as_json(understood(f"{TOP[language]}\n\n{sentence}\n"))["quotes"]
    allowed = {re.sub(r"\(.*?\)|\?", "", name).strip() for name in speaker.split("/")}
    assert {quote["speaker"] for quote in quotes if quote["confirmed"]} <= allowed
