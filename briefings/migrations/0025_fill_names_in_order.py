from django.db import migrations

from briefings.content import from_canonical
from briefings.content.name_order import filed


def fill(apps, schema_editor):
    """Where names stand in an index, and what quotations were translated from, as `rebuild` writes them."""
    names = apps.get_model("briefings", "PublishedName").objects
    for row in names.filter(kind__in=("topic", "person")).exclude(name="").iterator():
        row.letter, row.sort_key = filed(row.name, is_public_figure=row.person_kind == "public")
        row.save(update_fields=["letter", "sort_key"])
    quotes = apps.get_model("briefings", "PublishedQuote").objects
    editions = apps.get_model("briefings", "Edition").objects.filter(text__text__contains='"translated_from":"')
    for seq, text in editions.values_list("seq", "text__text").iterator():
        for quote in from_canonical(text).quotes:
            if quote.translated_from:
                quotes.filter(edition=seq, key=quote.key).update(translated_from=quote.translated_from)


class Migration(migrations.Migration):
    dependencies = [("briefings", "0024_quotations_and_names_in_order")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
