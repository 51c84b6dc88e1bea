"""The only code that changes a state or writes the log. One act a file: lock, check, change, record."""

from briefings.workflow.call_off import call_off
from briefings.workflow.erase import erase
from briefings.workflow.publish import publish
from briefings.workflow.read_rows import rebuild
from briefings.workflow.refusals import NotReady, Refused
from briefings.workflow.review import approve, request_changes, submit
from briefings.workflow.scheduled import Scheduled
from briefings.workflow.verify import verify_log
from briefings.workflow.withdraw import withdraw

__all__ = [
    "NotReady",
    "Refused",
    "Scheduled",
    "approve",
    "call_off",
    "erase",
    "publish",
    "rebuild",
    "request_changes",
    "submit",
    "verify_log",
    "withdraw",
]
