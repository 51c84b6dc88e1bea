"""What somebody typed and has not saved: kept for them, shown to nobody else."""

from django.conf import settings
from django.db import models


class EditBuffer(models.Model):
    """The raw fields of one showing of the writing page (`form`), as its browser last sent them; empty once saved.

    `version` is the draft's when the form was opened or last saved; `counter` rises with each change in the browser, so
    that what arrives late is known for it. `briefing_uuid` names the briefing, which may never have been saved.
    `typed_at` is when the fields last came, and `seen_at` when the page last said that it is open.
    """

    form = models.UUIDField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    briefing_uuid = models.UUIDField()
    version = models.PositiveIntegerField()
    counter = models.PositiveIntegerField(default=0)
    fields = models.TextField(blank=True)
    typed_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["briefing_uuid", "seen_at"], name="buffers_of_a_briefing"),
            models.Index(fields=["user", "typed_at"], name="buffers_that_hold_words", condition=~models.Q(fields="")),
        ]

    def __str__(self) -> str:
        return str(self.form)
