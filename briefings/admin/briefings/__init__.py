"""The writing page: a form of many parts, read whole into content, saved by the working copy, published from there."""

from briefings.admin.briefings.admin import DraftAdmin

__all__ = ["DraftAdmin"]
