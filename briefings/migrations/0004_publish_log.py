import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('briefings', '0003_drafts'),
    ]

    operations = [
        migrations.CreateModel(
            name='StoredText',
            fields=[
                ('hash', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('text', models.TextField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('action', models.CharField(max_length=32)),
                ('about', models.CharField(blank=True, max_length=64)),
                ('detail', models.TextField(blank=True)),
                ('head_seq', models.PositiveBigIntegerField(null=True)),
                ('head_hash', models.CharField(blank=True, max_length=64)),
                ('briefing', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='audit_entries', to='briefings.briefing')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'audit entries',
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('seq', models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField()),
                ('row_hash', models.CharField(max_length=64, unique=True)),
                ('kind', models.CharField(choices=[('first', 'first'), ('imported', 'imported'), ('minor', 'minor change'), ('major', 'major change'), ('correction', 'correction'), ('withdrawn', 'withdrawn'), ('removed', 'removed'), ('merged', 'merged')], max_length=16)),
                ('live_from', models.DateTimeField()),
                ('live_until', models.DateTimeField(null=True)),
                ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('briefing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='briefings.briefing')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['live_from'],
            },
        ),
        migrations.CreateModel(
            name='CallOff',
            fields=[
                ('seq', models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField()),
                ('row_hash', models.CharField(max_length=64, unique=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='call_off', to='briefings.edition')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LogHead',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('seq', models.PositiveBigIntegerField(default=0)),
                ('hash', models.CharField(default='0000000000000000000000000000000000000000000000000000000000000000', max_length=64)),
                ('site_version', models.PositiveBigIntegerField(default=0)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='log_has_one_head')],
            },
        ),
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField()),
                ('saved_at', models.DateTimeField()),
                ('name', models.TextField(blank=True)),
                ('save_id', models.UUIDField(editable=False, null=True)),
                ('briefing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='briefings.briefing')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='briefings.storedtext')),
            ],
            options={
                'ordering': ['briefing', 'version'],
            },
        ),
        migrations.AddField(
            model_name='edition',
            name='revision',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='briefings.revision'),
        ),
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('seq', models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField()),
                ('row_hash', models.CharField(max_length=64, unique=True)),
                ('reason', models.TextField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='erasures', to='briefings.edition')),
                ('text', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='erasure', to='briefings.storedtext')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='edition',
            name='text',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='briefings.storedtext'),
        ),
        migrations.CreateModel(
            name='Subject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('site', 'site'), ('topic', 'topic'), ('person', 'person'), ('page', 'standing page')], max_length=16)),
                ('uuid', models.UUIDField(default=uuid.uuid4)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'uuid'), name='subject_once')],
            },
        ),
        migrations.CreateModel(
            name='PublicRecord',
            fields=[
                ('seq', models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField()),
                ('row_hash', models.CharField(max_length=64, unique=True)),
                ('live_from', models.DateTimeField()),
                ('live_until', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='public_records', to='briefings.storedtext')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='records', to='briefings.subject')),
            ],
            options={
                'ordering': ['live_from'],
            },
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('briefing', 'version'), name='revision_version_once'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('briefing', 'save_id'), name='revision_save_once'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['briefing', 'live_from'], name='edition_by_briefing'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('live_until__isnull', True), ('live_until__gte', models.F('live_from')), _connector='OR'), name='edition_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='publicrecord',
            constraint=models.CheckConstraint(condition=models.Q(('live_until__isnull', True), ('live_until__gte', models.F('live_from')), _connector='OR'), name='public_record_ends_after_it_begins'),
        ),
    ]
