from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from briefings import cards, pictures
from briefings.management.english import EnglishCommand
from briefings.models import Image


class Command(EnglishCommand):
    help = (
        "Remove the files of uploads that were stopped half-way, once they are a day old, of erased pictures, and all "
        "share cards."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        def is_on_file(token: str) -> bool:
            return Image.objects.filter(token=token, erased_at=None).exists()

        count = pictures.sweep(settings.MEDIA_ROOT, known=is_on_file, older_than=timedelta(days=1), now=timezone.now())
        for token in Image.objects.filter(erased_at=None).values_list("token", flat=True).iterator():
            pictures.note_sums(settings.MEDIA_ROOT, token)
        if drawn := cards.sweep(settings.MEDIA_ROOT):
            self.stdout.write(f"Share cards, removed (the next that is asked for is drawn again): {drawn}.")
        self.stdout.write(f"Folders of no picture, removed: {count}." if count else "There was nothing to sweep.")
