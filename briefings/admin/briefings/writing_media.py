"""The scripts and styles of the writing page."""

from django import forms
from django.http import HttpRequest
from django_prose_editor.widgets import prose_editor_presets
from js_asset import JSON, ImportMap, Media, Script

from briefings.admin.briefings import block_editor, parts
from briefings.admin.fields import OF_RICH_TEXT

_OF_PICTURES = ("chooser", "pictures", "proposals", "uploading")
_OF_QUOTES = ("carrying", "confirming", "finding", "quotations", "quoting")
_OF_THE_FORM = (
    "arranging",
    "chips",
    "clocks",
    "colour_scheme",
    "counting",
    "dialogs",
    "preview_pane",
    "shortcuts",
    "toolbars",
)
_OF_COMMENTS = ("comments", "mentions")
_OF_SAVING = ("fields", "keeping", "leaving", "saving")
_OURS = ImportMap(
    {
        f"desk/{name}": f"briefings/desk/{name}.js"
        for name in (
            *("blocks", "names", "panel", "style"),
            *_OF_SAVING,
            *_OF_THE_FORM,
            *_OF_COMMENTS,
            *OF_RICH_TEXT,
            *_OF_PICTURES,
            *_OF_QUOTES,
        )
    }
)

_STYLES = (
    "briefings/writing_fields.css",
    "briefings/writing_parts.css",
    "briefings/preview_pane.css",
    "briefings/comments.css",
)


def media_of(request: HttpRequest, forms_media: forms.Media) -> Media:
    """Those of the page, with those of its forms."""
    whole = Media(
        importmap=block_editor.importmap | _OURS,
        css={"all": [block_editor.STYLES]},
        js=[
            "admin/js/vendor/jquery/jquery.min.js",
            "admin/js/jquery.init.js",
            "admin/js/inlines.js",
            JSON(block_editor.announcement(parts.KINDS), id=block_editor.CONTEXT_ID),
            Script("briefings/desk/styles.js", type="module"),
            *prose_editor_presets()["configurable"],
            Script("briefings/desk/writing.js", type="module"),
        ],
    )
    styles = Media(css={"all": ["briefings/writing.css", "briefings/pictures.css", "briefings/quoting.css", *_STYLES]})
    return (whole + forms_media + styles).with_nonce(str(request.csp_nonce))
