"""Pictures on the desk: uploaded, found, described, and shown to whoever may know of them."""

from briefings.admin.pictures.admin import ImageAdmin

__all__ = ["ImageAdmin"]
