"""What deserves a look and stops nothing."""

import pytest

from briefings import readiness
from briefings.content import FigureBlock, ImageName, SectionBlock, new_key
from briefings.readiness import Level
from briefings.readiness.warnings import unbalanced
from tests.readiness.test_findings import quote, section
from tests.workflow.making import SECTION, make_content

IMAGE = ImageName(
    id="11111111-1111-4111-8111-111111111111",
    token="a" * 22,
    width=800,
    height=600,
    widths=(400, 800),
    fallback="jpg",
    credit="Ada",
)


def warnings(**differences: object) -> list[str]:
    findings = readiness.findings(make_content(**differences))
    assert readiness.blocking(make_content(**differences)) == ()
    assert all(finding.level is Level.WARN for finding in findings)
    return [finding.sentence for finding in findings]


@pytest.mark.parametrize("alt", ["IMG_2041.jpg", "harbour-final.png", "DSC01234", "Screenshot 2026-11-29", "image1"])
def test_a_files_name_is_no_description_of_a_picture(alt):
    figure = FigureBlock(key=new_key("p"), image=IMAGE, alt=alt)

    assert warnings(blocks=(figure,)) == [f"“{alt}” is a file’s name. Say what the picture shows."]


@pytest.mark.parametrize("alt", ["Dockers at gate 4", "Image of the harbour", "The report.", "Photo: two ships"])
def test_a_description_is_one(alt):
    assert warnings(blocks=(FigureBlock(key=new_key("p"), image=IMAGE, alt=alt),)) == []


def test_a_heading_wants_something_under_it():
    alone = SectionBlock(key=new_key("s"), heading="Later")

    assert warnings(blocks=(alone, section("<p>Words.</p>"))) == ["Nothing stands under the heading “Later”."]
    assert warnings(blocks=(section("<p>Words.</p>"), alone)) == ["Nothing stands under the heading “Later”."]
    assert warnings(blocks=(alone, quote("so it is", section=None))) == []


@pytest.mark.parametrize(
    "text",
    ["He said “no.", "He said no”.", 'He said "no.', "A bracket (opened", "closed) twice) here", "Er sagte „nein."],
)
def test_a_mark_without_its_counterpart_is_found(text):
    assert unbalanced(text) == text
    assert warnings(lede=text) == [f"A quotation mark or a bracket has no counterpart: “{text}”."]


@pytest.mark.parametrize(
    "text",
    [
        "He said “no”, and 'yes'.",
        "Er sagte „nein“ und »ja«.",
        "Il dit « non ».",
        "The dockers’ strike (its third [sic]) went on.",
        "a) first, b) second",
        "“The first paragraph.\n“The second.”",
        "",
    ],
)
def test_marks_in_pairs_are_none(text):
    assert unbalanced(text) == ""


def test_a_warning_stands_at_its_part():
    findings = readiness.findings(make_content(blocks=(section("<p>Well (not quite.</p>"),)))

    assert [finding.key for finding in findings] == [SECTION]
