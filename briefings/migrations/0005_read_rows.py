import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('briefings', '0004_publish_log'),
    ]

    operations = [
        migrations.CreateModel(
            name='PublishedCorrection',
            fields=[
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='correction', serialize=False, to='briefings.edition')),
                ('key', models.CharField(max_length=9)),
                ('kind', models.CharField(max_length=16)),
                ('was_wrong', models.TextField(blank=True)),
                ('is_right', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='PublishedName',
            fields=[
                ('record', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='published_name', serialize=False, to='briefings.publicrecord')),
                ('kind', models.CharField(max_length=16)),
                ('subject_uuid', models.UUIDField(db_index=True)),
                ('name', models.TextField()),
                ('slug', models.CharField(blank=True, db_index=True, max_length=120)),
                ('person_kind', models.CharField(blank=True, max_length=16)),
                ('merged_into', models.UUIDField(db_index=True, null=True)),
                ('position', models.PositiveIntegerField(null=True)),
                ('token', models.CharField(blank=True, max_length=22)),
            ],
        ),
        migrations.CreateModel(
            name='PublishedSummary',
            fields=[
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='summary', serialize=False, to='briefings.edition')),
                ('briefing_uuid', models.UUIDField()),
                ('slug', models.CharField(db_index=True, max_length=120, null=True)),
                ('headline', models.TextField(blank=True)),
                ('lede', models.TextField(blank=True)),
                ('language', models.CharField(max_length=16)),
                ('note', models.TextField(blank=True)),
                ('first_published', models.DateTimeField()),
                ('updated', models.DateTimeField(db_index=True)),
                ('briefing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='briefings.briefing')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='briefings.edition')),
                ('merged_into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='briefings.briefing')),
            ],
        ),
        migrations.CreateModel(
            name='PublishedAuthor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('person', models.UUIDField(db_index=True)),
                ('name', models.TextField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='published_authors', to='briefings.edition')),
            ],
            options={
                'ordering': ['edition', 'position'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'person'), name='published_author_once_in_an_edition')],
            },
        ),
        migrations.CreateModel(
            name='PublishedImage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('token', models.CharField(db_index=True, max_length=22)),
                ('image', models.TextField()),
                ('usable_until', models.DateField(null=True)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='published_images', to='briefings.edition')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('edition', 'token'), name='published_image_once_in_an_edition')],
            },
        ),
        migrations.CreateModel(
            name='PublishedQuote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('key', models.CharField(max_length=9)),
                ('words', models.TextField()),
                ('person', models.UUIDField(db_index=True)),
                ('person_name', models.TextField()),
                ('person_kind', models.CharField(max_length=16)),
                ('role', models.TextField(blank=True)),
                ('said_on', models.DateField(null=True)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='published_quotes', to='briefings.edition')),
            ],
            options={
                'ordering': ['edition', 'position'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='published_quote_once_in_an_edition')],
            },
        ),
        migrations.CreateModel(
            name='PublishedTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('topic', models.UUIDField(db_index=True)),
                ('name', models.TextField()),
                ('slug', models.CharField(max_length=120)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='published_topics', to='briefings.edition')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('edition', 'topic'), name='published_topic_once_in_an_edition')],
            },
        ),
    ]
