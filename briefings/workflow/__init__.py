"""The only code that changes a state or writes the log. Each act has its file: it locks, checks, changes, records."""

from briefings.workflow.beginnings import continue_story, copy
from briefings.workflow.deliveries import see, send_again, stop_sending
from briefings.workflow.desk_moments import DeskMoments, set_moments, take_embargo
from briefings.workflow.desk_work import plan, retopic
from briefings.workflow.draft_links import count_opening, end_all_links, end_link, show_draft
from briefings.workflow.embargo import Embargo, findings_of_embargo, refusals_of_unread_embargo
from briefings.workflow.endings import merge_into, remove, withdraw
from briefings.workflow.erasure.erase import erase
from briefings.workflow.erasure.repetition import erase_again
from briefings.workflow.flash import FlashRule, flash, flash_rule
from briefings.workflow.names.record_merging import unite_people, unite_topics
from briefings.workflow.names.reference_names import file_person, rename_topic
from briefings.workflow.names.telling_apart import tell_apart, untell_apart
from briefings.workflow.pages.front_page import Lead, lead_with, set_front
from briefings.workflow.pages.house_style import delete_rule, set_rule
from briefings.workflow.pages.site import set_site
from briefings.workflow.pages.standing_pages import order_pages, publish_page, save_page, take_down_page
from briefings.workflow.publishing.call_off import call_off
from briefings.workflow.publishing.publish import publish
from briefings.workflow.publishing.read_row_check import stale_read_rows
from briefings.workflow.publishing.rebuild import make_missing_rows, rebuild
from briefings.workflow.publishing.reschedule import reschedule
from briefings.workflow.publishing.scheduled import Scheduled
from briefings.workflow.refusals import NotReady, Refused
from briefings.workflow.review.commenting import about, comment, reopen, resolve
from briefings.workflow.review.corrections import (
    correct_and_approve,
    correct_and_hand_on,
    is_corrected,
    refusals_of_correction,
    refusals_of_handing_on,
    who_approves_for,
)
from briefings.workflow.review.handing_over import hand_over, loses_sight
from briefings.workflow.review.own_work import own_work
from briefings.workflow.review.second_look import look_at
from briefings.workflow.review.steps import approve, request_changes, submit, who_waits
from briefings.workflow.review.vouching import vouch
from briefings.workflow.staff_acts import activate, add_colleague, change_colleague, deactivate
from briefings.workflow.staff_links import make_password_link, set_password
from briefings.workflow.trash import (
    bring_back,
    bring_back_filed,
    is_unpublished,
    refusals_of_trashing,
    trash,
    trash_filed,
    uses_in_drafts,
)
from briefings.workflow.trash_emptying import deletable, empty_trash

__all__ = [
    "DeskMoments",
    "Embargo",
    "FlashRule",
    "Lead",
    "NotReady",
    "Refused",
    "Scheduled",
    "about",
    "activate",
    "add_colleague",
    "approve",
    "bring_back",
    "bring_back_filed",
    "call_off",
    "change_colleague",
    "comment",
    "continue_story",
    "copy",
    "correct_and_approve",
    "correct_and_hand_on",
    "count_opening",
    "deactivate",
    "deletable",
    "delete_rule",
    "empty_trash",
    "end_all_links",
    "end_link",
    "erase",
    "erase_again",
    "file_person",
    "findings_of_embargo",
    "flash",
    "flash_rule",
    "hand_over",
    "is_corrected",
    "is_unpublished",
    "lead_with",
    "look_at",
    "loses_sight",
    "make_missing_rows",
    "make_password_link",
    "merge_into",
    "order_pages",
    "own_work",
    "plan",
    "publish",
    "publish_page",
    "rebuild",
    "refusals_of_correction",
    "refusals_of_handing_on",
    "refusals_of_trashing",
    "refusals_of_unread_embargo",
    "remove",
    "rename_topic",
    "reopen",
    "request_changes",
    "reschedule",
    "resolve",
    "retopic",
    "save_page",
    "see",
    "send_again",
    "set_front",
    "set_moments",
    "set_password",
    "set_rule",
    "set_site",
    "show_draft",
    "stale_read_rows",
    "stop_sending",
    "submit",
    "take_down_page",
    "take_embargo",
    "tell_apart",
    "trash",
    "trash_filed",
    "unite_people",
    "unite_topics",
    "untell_apart",
    "uses_in_drafts",
    "vouch",
    "who_approves_for",
    "who_waits",
    "withdraw",
]
