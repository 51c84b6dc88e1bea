"""What the desk uses of the block editor beyond its documentation is there, in the version that is installed."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from briefings.admin.briefings import block_editor, parts

OURS = Path(finders.find("briefings/desk/writing.js")).parent
# Of what the page may leave out of a kind of part.
OPTIONAL = {"color", "sections"}


def module(name: str) -> str:
    return Path(finders.find(f"content_editor/{name}.js")).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", block_editor.SCRIPTS)
def test_its_modules_hold_what_our_scripts_call_with_the_same_arguments(name):
    missing = [line for line in block_editor.SCRIPTS[name] if line not in module(name)]

    assert missing == []


def test_our_scripts_call_nothing_of_it_that_is_not_named():
    texts = [file.read_text(encoding="utf-8") for file in OURS.glob("*.js")]
    text = "\n".join(text for text in texts if 'from "content-editor/' in text)
    imported = re.findall(r'import \{ ([^}]+) \} from "content-editor/(\w+)"', text)
    called = {member for _its, member in re.findall(r"(?<![.\w])(editor|machine|regions)\.(\w+)", text)}
    named = " ".join(line for lines in block_editor.SCRIPTS.values() for line in lines)
    announced = block_editor.announcement(parts.KINDS)

    assert text.count('from "content-editor/') == len(imported) > 5
    for names, its in imported:
        for name in names.split(", "):
            assert any(re.search(rf"export \w+ {name}\b", line) for line in block_editor.SCRIPTS[its]), name
    assert [one for one in called if one not in announced and not re.search(rf"\b{one}\b", named)] == []


def test_its_modules_import_no_other_module_of_it():
    for name in block_editor.SCRIPTS:
        assert set(re.findall(r'from "content-editor/(\w+)"', module(name))) <= set(block_editor.SCRIPTS), name


def test_the_page_announces_all_that_its_modules_read():
    text = "\n".join(module(name) for name in block_editor.SCRIPTS)
    announced = block_editor.announcement(parts.KINDS)

    assert set(re.findall(r"\bmessages\.(\w+)", text)) <= set(announced["messages"])
    for kind in announced["plugins"]:
        assert set(re.findall(r"\bplugin\.(\w+)", text)) <= set(kind) | OPTIONAL
    assert f'getElementById("{block_editor.CONTEXT_ID}")' in text
    assert finders.find(block_editor.STYLES)
