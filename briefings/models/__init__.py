"""The rows. Editors' tables hold the draft, the log holds what is public, read rows are derived from the log."""

from briefings.models.comments import ActNote, Comment
from briefings.models.deliveries import Delivery, TellingChoice, WorkerTask
from briefings.models.draft import Briefing, Byline, Draft, SlugReservation
from briefings.models.draft_links import DraftLink, DraftLinkOpening
from briefings.models.draft_words import DraftWords
from briefings.models.edit_buffers import EditBuffer
from briefings.models.history import AuditEntry, Revision
from briefings.models.house_style import StyleRule
from briefings.models.listed_drafts import ListedDraft
from briefings.models.log import CallOff, Edition, Erasure, LogHead, PublicRecord, StoredText, Subject
from briefings.models.logins import DeskSession, Login, PasswordLink
from briefings.models.originals import Original
from briefings.models.pages import StandingPage
from briefings.models.parts import Quote, Section, Source
from briefings.models.people import Person, ToldApart, User
from briefings.models.pictures import Figure, Image
from briefings.models.published_words import PublishedWords
from briefings.models.read_rows import (
    PublicMoment,
    PublishedAuthor,
    PublishedCorrection,
    PublishedImage,
    PublishedName,
    PublishedQuote,
    PublishedSummary,
    PublishedTopic,
)
from briefings.models.site import FrontPage, SiteIdentity
from briefings.models.topics import Topic, TopicUse

__all__ = [
    "ActNote",
    "AuditEntry",
    "Briefing",
    "Byline",
    "CallOff",
    "Comment",
    "Delivery",
    "DeskSession",
    "Draft",
    "DraftLink",
    "DraftLinkOpening",
    "DraftWords",
    "EditBuffer",
    "Edition",
    "Erasure",
    "Figure",
    "FrontPage",
    "Image",
    "ListedDraft",
    "LogHead",
    "Login",
    "Original",
    "PasswordLink",
    "Person",
    "PublicMoment",
    "PublicRecord",
    "PublishedAuthor",
    "PublishedCorrection",
    "PublishedImage",
    "PublishedName",
    "PublishedQuote",
    "PublishedSummary",
    "PublishedTopic",
    "PublishedWords",
    "Quote",
    "Revision",
    "Section",
    "SiteIdentity",
    "SlugReservation",
    "Source",
    "StandingPage",
    "StoredText",
    "StyleRule",
    "Subject",
    "TellingChoice",
    "ToldApart",
    "Topic",
    "TopicUse",
    "User",
    "WorkerTask",
]
