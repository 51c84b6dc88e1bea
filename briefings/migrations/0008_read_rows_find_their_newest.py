import datetime
import uuid

from django.db import migrations, models

# Until the next migration fills them in.
MOMENT = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
NOBODY = uuid.UUID(int=0)
SUMMARY, LINKS, NAME = "publishedsummary", ("publishedauthor", "publishedquote", "publishedtopic"), "publishedname"


def added(model: str, name: str, field: models.Field) -> migrations.AddField:
    return migrations.AddField(model_name=model, name=name, field=field, preserve_default=field.null)


class Migration(migrations.Migration):

    dependencies = [
        ('briefings', '0007_standing_pages_and_site_identity'),
    ]

    operations = [
        migrations.CreateModel(
            name='PublicMoment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveBigIntegerField()),
                ('moment', models.DateTimeField(db_index=True)),
            ],
        ),
        *(added(model, 'briefing_uuid', models.UUIDField(default=NOBODY)) for model in LINKS),
        *(added(model, 'first_published', models.DateTimeField(default=MOMENT)) for model in LINKS),
        *(added(model, 'updated', models.DateTimeField(default=MOMENT)) for model in LINKS),
        added(SUMMARY, 'listed', models.BooleanField(default=False)),
        *(added(model, 'live_from', models.DateTimeField(default=MOMENT)) for model in (SUMMARY, *LINKS, NAME)),
        *(added(model, 'live_until', models.DateTimeField(null=True)) for model in (SUMMARY, *LINKS, NAME)),
        added(NAME, 'is_around', models.BooleanField(default=False)),
        added(SUMMARY, 'kind', models.CharField(default='', max_length=16)),
        added(SUMMARY, 'month', models.CharField(default='', max_length=7)),
        added(SUMMARY, 'put_right', models.BooleanField(default=False)),
        migrations.AlterField(
            model_name='publishedauthor',
            name='person',
            field=models.UUIDField(),
        ),
        migrations.AlterField(
            model_name='publishedname',
            name='slug',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AlterField(
            model_name='publishedquote',
            name='person',
            field=models.UUIDField(),
        ),
        migrations.AlterField(
            model_name='publishedsummary',
            name='updated',
            field=models.DateTimeField(),
        ),
        migrations.AlterField(
            model_name='publishedtopic',
            name='topic',
            field=models.UUIDField(),
        ),
        migrations.AddIndex(
            model_name='publishedauthor',
            index=models.Index(fields=['person', '-updated', '-briefing_uuid'], name='author_updated'),
        ),
        migrations.AddIndex(
            model_name='publishedauthor',
            index=models.Index(fields=['person', '-first_published', '-briefing_uuid'], name='author_published'),
        ),
        migrations.AddIndex(
            model_name='publishedname',
            index=models.Index(fields=['kind', 'slug'], name='name_by_slug'),
        ),
        migrations.AddIndex(
            model_name='publishedname',
            index=models.Index(condition=models.Q(('is_around', True)), fields=['live_from'], name='name_around'),
        ),
        migrations.AddIndex(
            model_name='publishedquote',
            index=models.Index(fields=['person', '-updated', '-briefing_uuid', 'position'], name='quote_updated'),
        ),
        migrations.AddIndex(
            model_name='publishedquote',
            index=models.Index(fields=['person', '-first_published', '-briefing_uuid', 'position'], name='quote_published'),
        ),
        migrations.AddIndex(
            model_name='publishedsummary',
            index=models.Index(condition=models.Q(('listed', True)), fields=['-updated', '-briefing_uuid'], name='summary_updated'),
        ),
        migrations.AddIndex(
            model_name='publishedsummary',
            index=models.Index(condition=models.Q(('listed', True)), fields=['-first_published', '-briefing_uuid'], name='summary_published'),
        ),
        migrations.AddIndex(
            model_name='publishedsummary',
            index=models.Index(condition=models.Q(('listed', False)), fields=['-updated', '-briefing_uuid'], name='summary_notices'),
        ),
        migrations.AddIndex(
            model_name='publishedsummary',
            index=models.Index(fields=['month', '-live_from'], name='summary_month_changed'),
        ),
        migrations.AddIndex(
            model_name='publishedsummary',
            index=models.Index(condition=models.Q(('put_right', True)), fields=['-live_from', '-briefing_uuid'], name='summary_put_right'),
        ),
        migrations.AddIndex(
            model_name='publishedtopic',
            index=models.Index(fields=['topic', '-updated', '-briefing_uuid'], name='topic_updated'),
        ),
        migrations.AddIndex(
            model_name='publishedtopic',
            index=models.Index(fields=['topic', '-first_published', '-briefing_uuid'], name='topic_published'),
        ),
        migrations.AddIndex(
            model_name='publishedtopic',
            index=models.Index(fields=['briefing_uuid', 'topic'], name='topic_of_briefing'),
        ),
        migrations.AddConstraint(
            model_name='publicmoment',
            constraint=models.UniqueConstraint(fields=('seq', 'moment'), name='public_moment_once_for_a_link'),
        ),
    ]
