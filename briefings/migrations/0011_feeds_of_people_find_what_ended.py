from django.db import migrations, models


def of_briefing(model: str, name: str) -> migrations.AddIndex:
    return migrations.AddIndex(model, models.Index(fields=["briefing_uuid", "person"], name=name))


class Migration(migrations.Migration):
    dependencies = [("briefings", "0010_front_page")]
    operations = [of_briefing("publishedauthor", "author_of_briefing"), of_briefing("publishedquote", "quote_of_briefing")]
