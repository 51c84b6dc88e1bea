"""The only code that changes a state or writes the log. Each act has its file: it locks, checks, changes, records."""

from briefings.workflow.beginnings import continue_story, copy
from briefings.workflow.endings import merge_into, remove, withdraw
from briefings.workflow.erasure.erase import erase
from briefings.workflow.erasure.repetition import erase_again
from briefings.workflow.names.record_merging import unite_people, unite_topics
from briefings.workflow.names.reference_names import file_person, rename_topic
from briefings.workflow.pages.front_page import set_front
from briefings.workflow.pages.house_style import delete_rule, set_rule
from briefings.workflow.pages.site import set_site
from briefings.workflow.pages.standing_pages import order_pages, publish_page, save_page, take_down_page
from briefings.workflow.publishing.call_off import call_off
from briefings.workflow.publishing.publish import publish
from briefings.workflow.publishing.read_row_check import stale_read_rows
from briefings.workflow.publishing.rebuild import make_missing_rows, rebuild
from briefings.workflow.publishing.scheduled import Scheduled
from briefings.workflow.refusals import NotReady, Refused
from briefings.workflow.review.steps import approve, own_work, request_changes, submit
from briefings.workflow.review.vouching import vouch
from briefings.workflow.trash import (
    bring_back,
    bring_back_filed,
    is_unpublished,
    refusals_of_trashing,
    trash,
    trash_filed,
    uses_in_drafts,
)

__all__ = [
    "NotReady",
    "Refused",
    "Scheduled",
    "approve",
    "bring_back",
    "bring_back_filed",
    "call_off",
    "continue_story",
    "copy",
    "delete_rule",
    "erase",
    "erase_again",
    "file_person",
    "is_unpublished",
    "make_missing_rows",
    "merge_into",
    "order_pages",
    "own_work",
    "publish",
    "publish_page",
    "rebuild",
    "refusals_of_trashing",
    "remove",
    "rename_topic",
    "request_changes",
    "save_page",
    "set_front",
    "set_rule",
    "set_site",
    "stale_read_rows",
    "submit",
    "take_down_page",
    "trash",
    "trash_filed",
    "unite_people",
    "unite_topics",
    "uses_in_drafts",
    "vouch",
    "withdraw",
]
