"""The block editor, django-content-editor: all that the desk uses of it beyond what its documentation promises.

Its modules are started by `desk/writing.js` and driven by `desk/blocks.js`, for its own start writes a style into the
page, which the policy bars, and offers to copy rows past the form. `SCRIPTS` names what these two call, as it stands
in the modules, and `announcement` is what the modules read from the page. Beside these, the templates and our styles
use the classes of its markup and its stylesheet. A test compares all of it with the package that is installed.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext
from js_asset import ImportMap

from briefings.admin.briefings.parts import PartKind
from briefings.models import Draft

SCRIPTS = {
    "context": (
        "export function initContext()",
        "declaredRegions: [",
        "pluginsByPrefix: Object",
        "addContent(prefix)",
        "addPluginButton()",
    ),
    "dragdrop": ("export class DragDrop", "constructor(ContentEditor, machine, sections)"),
    "machine": (
        "export class Machine",
        "constructor(ContentEditor)",
        "wire({ sections, regions, dragdrop })",
        "this.orderMachine = qs",
        "this.wrapper = qs",
        "CE._insertBefore = null",
        "findInlinesInOrder(region = null)",
        "insertAdjacent(row, inline, after = false)",
        "reorderInlines(roots)",
        "collapseInline(inline, collapsed = true)",
    ),
    "regions": (
        "export class Regions",
        "constructor(ContentEditor, machine)",
        "assignToInlines()",
        "initTabs()",
        "activateRegion(key)",
        "selectInitial(region)",
        "addPluginButton(prefix, iconHTML, initializing = false)",
    ),
    "sections": ("export class Sections", "constructor(ContentEditor, machine)"),
    "utils": ("export function qs(sel, ctx = document)", "export function qsa(sel, ctx = document)"),
}
STYLES = "content_editor/content_editor.css"
CONTEXT_ID = "content-editor-context"
"""Of the element in which `initContext` looks for the announcement."""

importmap = ImportMap({f"content-editor/{name}": f"content_editor/{name}.js" for name in SCRIPTS})


def announcement(kinds: Iterable[PartKind]) -> dict[str, Any]:
    """Kinds of parts, the regions that they stand in, and the words that the modules show."""
    return {
        "plugins": [
            {
                "title": capfirst(str(kind.name)),
                "regions": [kind.region],
                "prefix": kind.prefix,
                "button": f'<span class="sign" aria-hidden="true">{kind.sign}</span>',
            }
            for kind in kinds
        ],
        "regions": [{"key": region.key, "title": str(region.title)} for region in Draft.regions],
        "allowChange": True,
        "messages": {
            "empty": gettext("No items."),
            "noRegions": gettext("No regions available."),
            "noPlugins": gettext("No plugins allowed in this region."),
            "newItem": gettext("New item"),
            "unknownRegion": gettext("Unknown region"),
            "collapseAll": gettext("Collapse all items"),
            "uncollapseAll": gettext("Uncollapse all items"),
            "selectMultiple": gettext("Use Ctrl-Click to select and move multiple items."),
        },
    }
