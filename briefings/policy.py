"""Who may do what. Every view, action, preview and autocomplete of the desk asks this module, and every act."""

from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from briefings.models import Briefing, Comment, Draft, Figure, Image, Original, Person, PublishedImage, Topic, User

Anyone = User | AnonymousUser

OF_THEIR_OWN = frozenset({"read", "write", "submit"})
"""Actions that a role may have for the user's own drafts alone."""


def may(user: Anyone, action: str, briefing: Briefing | None = None) -> bool:
    """Whether `user` may do `action` (a codename of `Draft.Meta.permissions`), to `briefing` if one is given.

    Without one it says whether they may do it to any. Two queries on the first call for a user, then none.
    """
    if may_to_all(user, action):
        return True
    if not _may_to_own(user, action):
        return False
    return briefing is None or Draft.objects.filter(briefing=briefing, owner=user).exists()


def may_to_all(user: Anyone, action: str) -> bool:
    """Whether `user` may do `action` to every briefing, and not only to their own."""
    return _works_here(user) and user.has_perm(f"briefings.{action}")


def drafts(user: Anyone, action: str) -> QuerySet[Draft]:
    """The drafts to which `user` may do `action`, but for those in the trash."""
    return all_drafts(user, action).filter(trashed_at=None)


def trashed_drafts(user: Anyone) -> QuerySet[Draft]:
    """The drafts in the trash that `user` may bring back: those that they may write."""
    return all_drafts(user, "write").filter(trashed_at__isnull=False)


def all_drafts(user: Anyone, action: str) -> QuerySet[Draft]:
    """The drafts to which `user` may do `action`, those in the trash too: for whoever has the address of one."""
    if may_to_all(user, action):
        return Draft.objects.all()
    return Draft.objects.filter(owner=user) if _may_to_own(user, action) else Draft.objects.none()


def who_may(action: str, briefing: Briefing) -> QuerySet[User]:
    """The staff who may do `action` to `briefing`, by name, as `may` says of each: in one query for all of them."""
    who = _with_permission(action)
    if action in OF_THEIR_OWN:
        owner = Draft.objects.filter(briefing=briefing).values("owner")
        who |= _with_permission(f"{action}_own").filter(pk__in=owner)
    return who.order_by("username")


def who_may_own() -> QuerySet[User]:
    """The staff who may write a briefing that is theirs, by name."""
    return (_with_permission("write") | _with_permission("write_own")).order_by("username")


def who_may_to_all(action: str) -> QuerySet[User]:
    """The active staff who may do `action` to everything."""
    return _with_permission(action)


def open_comments_for(user: Anyone) -> QuerySet[Comment]:
    """The open comments that name `user`, oldest first, on briefings that they may read and that are not in the trash.

    Each with its `briefing.draft`.
    """
    readable = drafts(user, "read").values("briefing")
    comments = Comment.objects.open().filter(addressees=user.pk, briefing__in=readable)
    return comments.select_related("by", "briefing__draft").order_by("at", "id")


def originals(user: Anyone, action: str) -> QuerySet[Original]:
    """The pasted drafts to which `user` may do `action`, `read` or `write`, but for those in the trash."""
    return _all_originals(user, action).filter(trashed_at=None)


def trashed_originals(user: Anyone) -> QuerySet[Original]:
    """The pasted drafts in the trash that `user` may bring back."""
    return _all_originals(user, "write").filter(trashed_at__isnull=False)


def trashed_filed(user: Anyone, model: type[Topic] | type[Person]) -> QuerySet:
    """The topics, or the people, in the trash that `user` may bring back."""
    return model.objects.filter(trashed_at__isnull=False) if may(user, "file") else model.objects.none()


def _all_originals(user: Anyone, action: str) -> QuerySet[Original]:
    """The pasted drafts to which `user` may do `action`.

    For one that became a text of a briefing, or is meant for one, this depends on the briefing. Any other is open to
    whoever pasted it, and to those who may do `action` to all.
    """
    if may_to_all(user, action):
        return Original.objects.all()
    if not _may_to_own(user, action):
        return Original.objects.none()
    pasted = Q(by=user, revision=None)
    return Original.objects.filter(Q(briefing__draft__owner=user) | (pasted & Q(briefing=None)))


def images(user: Anyone) -> QuerySet[Image]:
    """The pictures that `user` may see: all; or their own uploads, those of their own drafts, and public ones."""
    on_file = Image.objects.filter(erased_at=None)
    if may_to_all(user, "read"):
        return on_file
    if not may(user, "create"):
        return on_file.none()
    of_their_own = Figure.objects.filter(parent__in=all_drafts(user, "read")).values("image")
    public = PublishedImage.objects.live().values("token")
    uploaded = Q(uploaded_by=user) | Q(pk__in=Image.uploaded_again_by.through.objects.filter(user=user).values("image"))
    return on_file.filter(uploaded | Q(pk__in=of_their_own) | Q(token__in=public))


def may_describe(user: Anyone, image: Image) -> bool:
    """Whether `user` may see the picture's rights and change its details: those who may `file`, and its uploader."""
    return bool(described_by(user, [image]))


def described_by(user: Anyone, images: Iterable[Image]) -> set[Image]:
    """Those of `images` that `user` may describe."""
    if may(user, "file"):
        return set(images)
    if not may(user, "create"):
        return set()
    return {image for image in images if image.uploaded_by_id == user.pk}


def _with_permission(codename: str) -> QuerySet[User]:
    # Our backends give permissions as Django's own does, which alone can be asked for everybody at once.
    backend = "django.contrib.auth.backends.ModelBackend"
    return User.objects.with_perm(f"briefings.{codename}", backend=backend).filter(is_staff=True)


def _may_to_own(user: Anyone, action: str) -> bool:
    return _works_here(user) and action in OF_THEIR_OWN and user.has_perm(f"briefings.{action}_own")


def _works_here(user: Anyone) -> bool:
    return user.is_active and user.is_staff
