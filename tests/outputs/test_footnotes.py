"""Marks of footnotes lead to their source, and the source leads back to the first of its marks."""

from datetime import date

from briefings.content import FAQEntry, SourceNote
from briefings.content.richtext import SOURCE
from briefings.outputs.page import parts
from briefings.outputs.printable import printable
from tests.outputs.makers import make_content, section

DAY = date(2026, 11, 24)
MINUTES, REPORT, GONE = (f"{digit * 8}-{digit * 4}-4{digit * 3}-8{digit * 3}-{digit * 12}" for digit in "123")


def mark(source, words):
    return f'<a href="{SOURCE}{source}">{words}</a>'


def page(*bodies, answer=""):
    return parts(
        make_content(
            blocks=tuple(section(f"<p>{body}</p>", key=f"saaaaaaa{at}") for at, body in enumerate(bodies, start=2)),
            faq=(FAQEntry(key="faaaaaaaa", question="Why?", answer=f"<p>{answer}</p>"),),
            sources=(SourceNote(id=REPORT, title="Report"), SourceNote(id=MINUTES, title="Minutes")),
        ),
        as_of=DAY,
    )


def test_the_first_mark_of_a_source_is_where_the_source_leads_back_to():
    shown = page(f"Costs 14 million.{mark(MINUTES, '[1]')}", f"Again.{mark(MINUTES, '[1]')}")
    first, second = (block.body for block in shown.blocks)
    assert f'<a href="#source-{MINUTES}" id="from-{MINUTES}" rel="noopener">[1]</a>' in first
    assert f'<a href="#source-{MINUTES}" rel="noopener">[1]</a>' in second
    cited = shown.sources[1]
    assert (cited.id, cited.mark, cited.back) == (f"source-{MINUTES}", "[1]", f"#from-{MINUTES}")


def test_a_mark_in_an_answer_leads_to_its_source_too():
    shown = page("No mark.", answer=f"For stone.{mark(REPORT, '[2]')}")
    assert f'id="from-{REPORT}"' in shown.questions[0].answer
    assert shown.sources[0].mark == "[2]"


def test_a_source_that_is_not_cited_has_no_mark_and_leads_nowhere():
    assert [(source.id, source.mark, source.back) for source in page("No mark.").sources] == [("", "", "")] * 2


def test_a_mark_whose_source_was_taken_out_stays_as_words():
    (block,) = page(f"Costs 14 million.{mark(GONE, '[3]')}").blocks
    assert block.body == "<p>Costs 14 million.[3]</p>"


def test_elsewhere_than_on_the_page_a_mark_leads_to_the_page():
    html = printable(
        f"<p>Stone.{mark(MINUTES, '[1]')}</p>", base="https://news.example/briefings/x/", sources=[MINUTES]
    )
    assert f'href="https://news.example/briefings/x/#source-{MINUTES}"' in html


def test_no_other_id_passes():
    assert "id=" not in printable(f'<p><a href="{SOURCE}{MINUTES}" id="evil">[1]</a></p>', sources=[MINUTES])
