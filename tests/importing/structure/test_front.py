"""What stands above the text: headline, bylines, datelines, embargo lines, days."""

import pytest

from tests.importing.drafts import codes_of
from tests.importing.structure.line_roles import LONG, headings, markdown, printed, role_of, roles, shaped

HEADLINE = "Allies meet in Paris"


@pytest.mark.parametrize(
    ("lines", "is_sure"),
    [
        ((HEADLINE, LONG, LONG), False),
        ((HEADLINE.upper(), LONG, LONG), False),
        ((f"**{HEADLINE}**", "", LONG, "", LONG), False),
        ((f"# {HEADLINE}", "", LONG, "", LONG), True),
    ],
)
def test_a_headline_is_a_heading_at_the_top_or_a_lone_first_line(lines, is_sure):
    first = next(part for part in shaped(*lines).parts if part.role == "headline")
    assert (first.line.text.casefold(), first.is_sure) == (HEADLINE.casefold(), is_sure)


@pytest.mark.parametrize(
    "lines",
    [
        (LONG, LONG),
        ("The allies met in Paris.", LONG),
        ("What was said:", LONG, LONG),
        ("and they met in Paris", LONG, LONG),
        (HEADLINE,),
    ],
)
def test_a_headline_is_never_invented(lines):
    imported = shaped(*lines)
    assert imported.content.headline == ""
    assert "no-headline" in codes_of(imported)


def test_the_title_of_a_page_is_its_headline_whatever_stands_above():
    imported = shaped(markdown("Politics", f"# {HEADLINE}", LONG, "## What was said", LONG))
    assert (imported.content.headline, headings(imported)) == (HEADLINE, ["What was said"])
    assert role_of(imported, "Politics") == "unplaced"


def test_a_second_heading_of_the_first_level_is_no_headline():
    imported = shaped(markdown("# Allies", LONG, "# What was said", LONG))
    assert (imported.content.headline, headings(imported)) == ("Allies", ["What was said"])


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("BY ANN LEE", ["ANN LEE"]),
        ("By Ann Lee and Omar Diaz", ["Ann Lee", "Omar Diaz"]),
        ("By Ann Lee, Omar Diaz and Mary Smith", ["Ann Lee", "Omar Diaz", "Mary Smith"]),
        ("By Ann Lee, health correspondent", ["Ann Lee"]),
        ("By Ann Lee alongside the editors", ["Ann Lee"]),
        ("By J. D. Vance", ["J. D. Vance"]),
        ("By Ursula von der Leyen", ["Ursula von der Leyen"]),
        ("Von Anna Weber", ["Anna Weber"]),
        ("Von Anna Weber und Jan Vogel", ["Anna Weber", "Jan Vogel"]),
        ("Par Paul Durand et Claire Petit", ["Paul Durand", "Claire Petit"]),
        ("Por Ana García y Luis Pérez", ["Ana García", "Luis Pérez"]),
        ("Автор: Олена Коваль", ["Олена Коваль"]),
        ("بقلم ليلى حداد", ["ليلى حداد"]),
    ],
)
def test_a_byline_names_the_authors_in_six_languages(byline, names):
    object_ = printed(HEADLINE, byline, LONG, LONG)
    assert (object_["headline"], object_["byline"], object_["lede"]) == (HEADLINE, names, LONG)
    assert object_["labels"] == [byline]


def test_names_alone_below_the_headline_are_a_byline_and_a_guess():
    part = shaped(HEADLINE, "Ann Lee and Mary Smith", LONG, LONG).parts[1]
    assert (part.role, part.is_sure) == ("byline", False)


def test_an_author_is_never_public():
    (author,) = shaped(HEADLINE, "By Ann Lee", LONG).content.authors
    assert (author.id, author.kind) == (None, "private")


def test_a_byline_below_the_text_is_one_too():
    object_ = printed(HEADLINE, LONG, LONG, LONG, "By Ann Lee")
    assert object_["byline"] == ["Ann Lee"]


def test_a_sentence_that_begins_with_by_is_no_byline():
    sentence = "By Monday Ann Lee and all the others had left the town of Paris, and nobody was there to talk to them."
    assert role_of(shaped(HEADLINE, sentence, LONG), sentence) == "lede"


@pytest.mark.parametrize(
    ("language", "beginning", "dateline"),
    [
        ("en", "PARIS (AP) — ", "PARIS (AP)"),
        ("en", "WASHINGTON — ", "WASHINGTON"),
        ("en", "LONDON, March 3 (Reuters) - ", "LONDON, March 3 (Reuters)"),
        ("de", "Berlin, 3. März (dpa) – ", "Berlin, 3. März (dpa)"),
        ("de", "BERLIN (dpa) - ", "BERLIN (dpa)"),
        ("fr", "PARIS (AFP) — ", "PARIS (AFP)"),
        ("fr", "Paris, le 3 mars (AFP) – ", "Paris, le 3 mars (AFP)"),
        ("es", "MADRID (EFE) — ", "MADRID (EFE)"),
        ("es", "Madrid, 3 mar (EFE).- ", "Madrid, 3 mar (EFE)."),
        ("uk", "КИЇВ (Укрінформ) — ", "КИЇВ (Укрінформ)"),
        ("uk", "Київ. 24 листопада – ", "Київ. 24 листопада"),
        ("ar", "باريس (رويترز) - ", "باريس (رويترز)"),
    ],
)
def test_a_dateline_is_cut_from_the_lede_as_a_guess(language, beginning, dateline):
    imported = shaped(HEADLINE, beginning + LONG, LONG, language=language)
    assert (imported.content.dateline, imported.content.lede) == (dateline, LONG)
    assert [part.is_sure for part in imported.parts if part.role == "dateline"] == [False]


@pytest.mark.parametrize(
    "lede",
    [
        "The plan — a long one — was kept by all of them on Monday, and they talked about it for a long time.",
        "Nobody knew (or said) who had come to Paris - that was the plan of all the allies from the beginning on.",
        f"On Monday, {LONG} - and more",
    ],
)
def test_a_dash_inside_a_sentence_makes_no_dateline(lede):
    imported = shaped(HEADLINE, lede, LONG)
    assert (imported.content.dateline, imported.content.lede) == ("", lede)


@pytest.mark.parametrize("verdict", ["NOT TRUE", "FAKE", "False", "NICHT WAHR", "FAUX", "FALSO", "ФЕЙК", "HOAX (AP)"])
def test_a_verdict_before_the_lede_is_no_dateline(verdict):
    imported = shaped(HEADLINE, f"{verdict} — {LONG}", LONG)
    assert (imported.content.dateline, imported.content.lede) == ("", f"{verdict} — {LONG}")


def test_only_the_lede_has_a_dateline():
    imported = shaped(HEADLINE, LONG, LONG, LONG, f"PARIS (AP) — {LONG}")
    assert imported.content.dateline == ""
    assert "<p>PARIS (AP)" in imported.content.sections[0].body


@pytest.mark.parametrize(
    "line",
    [
        "EMBARGOED until 6 March, 10:00",
        "Under embargo until Monday",
        "Sperrfrist: 6. März, 10 Uhr",
        "Sous embargo jusqu’au 6 mars",
        "Embargado hasta el 6 de marzo",
        "Ембарго до 6 березня",
        "محظور النشر حتى 6 مارس",
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_an_embargo_line_is_kept_apart_and_said_at_its_place(line, is_first):
    imported = shaped(*([line, HEADLINE] if is_first else [HEADLINE, line]), LONG, LONG)
    assert (imported.content.headline, imported.content.lede, imported.unplaced) == (HEADLINE, LONG, (line,))
    (finding,) = [finding for finding in imported.findings if finding.code == "embargo"]
    assert finding.line == (1 if is_first else 2)
    assert finding.sentence == (
        f"The draft names an embargo: “{line}”. Where its moment can be read it holds from the first save "
        "on; look at it on the writing page."
    )


@pytest.mark.parametrize(
    "line",
    [
        "3 March 2026",
        "2026-03-03",
        "Tuesday, 3 March 2026, 10:30",
        "Published 3 March 2026",
        "5 min read",
        "Veröffentlicht am 3. März 2026",
        "Publié le 3 mars 2026",
        "Publicado el 3 de marzo de 2026",
        "Опубліковано 3 березня 2026",
        "نشر في 3 مارس 2026",
    ],
)
def test_a_line_that_only_says_when_is_no_text(line):
    imported = shaped(HEADLINE, line, LONG, LONG)
    assert roles(imported)[:3] == [("headline", HEADLINE), ("unplaced", line), ("lede", LONG)]


def test_a_headline_with_a_year_in_it_is_no_day():
    assert shaped("What the allies want in 2026", LONG, LONG).content.headline == "What the allies want in 2026"


def test_the_lede_is_the_first_paragraph_and_no_point_of_a_list():
    imported = shaped(HEADLINE, "- Money for arms", "- More talks", LONG)
    assert imported.content.lede == LONG


@pytest.mark.parametrize(
    "embargo",
    [
        "EMBARGOED until 09:00 on Tuesday",
        "Strictly under embargo until 3 March",
        "Not for publication before 09:00 on Tuesday",
        "This release is embargoed until 3 March",
        "Sperrfrist: Dienstag, 9 Uhr",
        "Frei ab Dienstag, 9 Uhr",
        "Sous embargo jusqu’au 3 mars à 9 h",
        "Ne pas diffuser avant le 3 mars",
        "Bajo embargo hasta el 3 de marzo",
        "No publicar antes del 3 de marzo",
        "ПІД ЕМБАРГО до 9:00 вівторка",
        "محظور النشر حتى الثلاثاء",
        "لا ينشر قبل الثلاثاء",
    ],
)
def test_until_when_nothing_may_be_published_is_kept_in_the_words_of_the_draft(embargo):
    for lines in ((embargo, HEADLINE, LONG, LONG), (HEADLINE, embargo, LONG, LONG)):
        imported = shaped(markdown(*lines))
        assert (imported.embargo, imported.unplaced) == (embargo, (embargo,))
        assert imported.content.headline == HEADLINE
        assert "embargo" in codes_of(imported)


def test_an_embargo_that_the_news_is_about_is_text():
    about = "The arms embargo was lifted on Monday, and both sides say that they will keep to it."
    imported = shaped(markdown(HEADLINE, LONG, about, LONG))
    assert (imported.embargo, role_of(imported, about)) == ("", "text")


def test_a_byline_may_name_an_office_before_the_name():
    imported = shaped(markdown(HEADLINE, "By Chief Brian Bennett", LONG, LONG))
    assert [author.name for author in imported.content.authors] == ["Brian Bennett"]
