from django.db import migrations, models

PERMISSIONS = [('create', 'Begin a briefing'), ('read', 'Read every draft'), ('read_own', "Read drafts of one's own"), ('write', 'Write every draft'), ('write_own', "Write drafts of one's own"), ('submit', 'Submit every draft for review'), ('submit_own', "Submit drafts of one's own for review"), ('review', 'Approve drafts and ask for changes'), ('publish', 'Publish and schedule, and call off what is scheduled'), ('publish_alone', 'Publish without a second person'), ('override_embargo', 'Publish before an embargo ends, or end it early, with a reason'), ('vouch', "Stand by a quotation that its source's kept words do not hold"), ('withdraw', 'Withdraw what was published'), ('file', 'Change people, topics and pictures on file'), ('front', 'Say what the front page puts first'), ('site', "Change the site's name, look and standing pages"), ('audit', 'Read the audit log'), ('staff', 'See who works here')]


class Migration(migrations.Migration):
    dependencies = [("briefings", "0030_comments")]
    operations = [
        migrations.AddField("draft", "embargo_until", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("draft", "embargo_source", models.TextField(blank=True, db_default="", default="")),
        migrations.AlterModelOptions(
            "draft",
            {
                "default_permissions": (),
                "permissions": PERMISSIONS,
                "verbose_name": "briefing",
                "verbose_name_plural": "briefings",
            },
        ),
    ]
