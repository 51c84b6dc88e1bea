"""Markdown: no word of any text is lost, and none is invented."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from briefings.importing import read_text
from tests.importing.drafts import texts_of, understood
from tests.importing.formats.readings import (
    WORDS,
    kept,
    numbered,
    words,
)

_INLINE = st.sampled_from(
    ["{}", "**{}**", "*{}*", "__{}__", "`{}`", "~~{}~~", "***{}***", "“{}”", "<!--{}-->", "%%{}%%", "=={}=="]
)

_FORMS = (
    """# {}|## {} ##|- {}|* {}|> {}|> > {}|  - {}|    {}|+ {}|{}|\t{}|<div>{}</div>|[^n]: {}|{}\n===|```\n{}\n```"""
)

_BLOCK = st.sampled_from(_FORMS.split("|"))

_TEXTS = st.lists(st.tuples(_INLINE, WORDS.map(" ".join)), min_size=1, max_size=4).map(
    lambda found: " ".join(form.format(text) for form, text in found)
)

_DOCUMENTS = st.lists(st.tuples(_BLOCK, _TEXTS).map(lambda found: found[0].format(found[1])), max_size=12)

_MARKS = """# |#|\n|\n\n| - |> |* |**|_|`|[|]|(|)|![|](|](http://a.b/|)|\n---\n|\n===\n||~~~\n|```|[^n]: |[n]: |1. |
|\\|    |\t| " | ' |: |\n- |\n> |\n# |!|~~|<!--|-->|%%|==|{{|}}|+++|"""

_PIECES = _MARKS.split("|")


@given(_DOCUMENTS, st.sampled_from(["\n", "\n\n"]))
def test_no_word_is_lost_and_none_is_invented(blocks, between):
    draft = between.join(blocks)
    found = "\n".join(f"{line.marker} {line.text}" for line in read_text(draft, format="markdown").lines)
    assert words(found.replace("_", " ")) == words(re.sub(r"</?div>", "", draft).replace("_", " "))


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map(numbered))
@example(numbered(["[#]: http://a.b/#"]))
@example(numbered(["---\n#: #\n---\n"]))
@example("> " * 300 + "w0x")
@example("> 1. <!--\n> ")
@example("so\\\\\\<!-- w0x -->")
@example("- " * 300 + "w0x")
@example("\n".join(" " * depth + "- w0x" for depth in range(0, 600, 2)))
def test_every_word_of_any_marks_is_kept_or_told(draft):
    found = kept(read_text(draft, format="markdown"))
    assert [word for word in re.findall(r"w\d+x", draft) if word not in found] == []


@given(st.text(st.characters(exclude_categories=[]), max_size=200) | st.lists(st.sampled_from(_PIECES)).map("".join))
def test_any_text_is_read(draft):
    for line in read_text(draft, format="markdown").lines:
        assert " ".join(line.text.split()) == line.text
        assert line.text or line.marker
        assert all(0 <= run.start < run.end <= len(line.text) for run in line.runs)


@given(_DOCUMENTS)
def test_every_word_is_in_the_briefing_left_out_or_unplaced(blocks):
    draft = "\n\n".join(blocks)
    found = words("\n".join(texts_of(understood(draft, format="markdown"))).replace("_", " "))
    assert not words(re.sub(r"</?div>|\[n\]", "", draft).replace("_", " ")) - found
