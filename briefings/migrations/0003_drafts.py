import django.db.models.deletion
import taggit.managers
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('briefings', '0002_pictures'),
    ]

    operations = [
        migrations.CreateModel(
            name='Briefing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='Byline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ordering', models.PositiveIntegerField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='briefings.person')),
            ],
            options={
                'ordering': ['ordering'],
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('draft', 'draft'), ('in-review', 'in review'), ('changes-requested', 'changes requested'), ('approved', 'approved')], default='draft', max_length=20)),
                ('version', models.PositiveIntegerField(default=0)),
                ('headline', models.TextField(blank=True)),
                ('slug', models.CharField(blank=True, max_length=120)),
                ('lede', models.TextField(blank=True)),
                ('dateline', models.TextField(blank=True)),
                ('language', models.CharField(default='en', max_length=16)),
                ('planned_for', models.DateTimeField(blank=True, null=True)),
                ('saved_at', models.DateTimeField(auto_now=True)),
                ('review_note', models.TextField(blank=True)),
                ('scheduling_note', models.TextField(blank=True)),
                ('approved_version', models.PositiveIntegerField(blank=True, null=True)),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authors', models.ManyToManyField(related_name='+', through='briefings.Byline', to='briefings.person')),
                ('briefing', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='draft', to='briefings.briefing')),
                ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='briefings.briefing')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to=settings.AUTH_USER_MODEL)),
                ('saved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'briefing',
                'verbose_name_plural': 'briefings',
                'permissions': [('create', 'Begin a briefing'), ('read', 'Read every draft'), ('read_own', "Read drafts of one's own"), ('write', 'Write every draft'), ('write_own', "Write drafts of one's own"), ('submit', 'Submit every draft for review'), ('submit_own', "Submit drafts of one's own for review"), ('review', 'Approve drafts and ask for changes'), ('publish', 'Publish and schedule, and call off what is scheduled'), ('publish_alone', 'Publish without a second person'), ('withdraw', 'Withdraw what was published'), ('file', 'Change people, topics and pictures on file'), ('site', "Change the site's name, look and standing pages"), ('audit', 'Read the audit log'), ('staff', 'See who works here')],
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='byline',
            name='draft',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bylines', to='briefings.draft'),
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(default='body', editable=False, max_length=16)),
                ('ordering', models.PositiveIntegerField()),
                ('key', models.CharField(max_length=9)),
                ('alt', models.TextField(blank=True)),
                ('decorative', models.BooleanField(default=False)),
                ('caption', models.TextField(blank=True)),
                ('image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='briefings.image')),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='briefings.draft')),
            ],
            options={
                'ordering': ['ordering'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(default='body', editable=False, max_length=16)),
                ('ordering', models.PositiveIntegerField()),
                ('key', models.CharField(max_length=9)),
                ('heading', models.TextField(blank=True)),
                ('body', models.TextField(blank=True)),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='briefings.draft')),
            ],
            options={
                'ordering': ['ordering'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SlugReservation',
            fields=[
                ('slug', models.CharField(max_length=120, primary_key=True, serialize=False)),
                ('briefing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slugs', to='briefings.briefing')),
            ],
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('ordering', models.PositiveIntegerField()),
                ('title', models.TextField()),
                ('publisher', models.TextField(blank=True)),
                ('url', models.TextField(blank=True)),
                ('read_on', models.DateField(blank=True, null=True)),
                ('excerpt', models.TextField(blank=True)),
                ('excerpt_sha256', models.CharField(blank=True, max_length=64)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sources', to='briefings.draft')),
            ],
            options={
                'ordering': ['ordering'],
            },
        ),
        migrations.CreateModel(
            name='Quote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(default='body', editable=False, max_length=16)),
                ('ordering', models.PositiveIntegerField()),
                ('key', models.CharField(max_length=9)),
                ('spans', models.JSONField()),
                ('section_key', models.CharField(blank=True, max_length=9)),
                ('role', models.TextField(blank=True)),
                ('confirmed', models.BooleanField(default=False)),
                ('said_on', models.DateField(blank=True, null=True)),
                ('translated_from', models.CharField(blank=True, max_length=16)),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='briefings.draft')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='briefings.person')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='quotes', to='briefings.source')),
            ],
            options={
                'ordering': ['ordering'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TopicUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ordering', models.PositiveIntegerField(default=0)),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='topic_uses', to='briefings.draft')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='briefings.topic')),
            ],
            options={
                'ordering': ['ordering', 'id'],
            },
        ),
        migrations.AddField(
            model_name='draft',
            name='topics',
            field=taggit.managers.TaggableManager(blank=True, help_text='A comma-separated list of tags.', through='briefings.TopicUse', to='briefings.Topic', verbose_name='Tags'),
        ),
        migrations.AddConstraint(
            model_name='byline',
            constraint=models.UniqueConstraint(fields=('draft', 'person'), name='author_once_in_a_byline'),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.UniqueConstraint(fields=('parent', 'key'), name='figure_key_once_in_a_draft'),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.CheckConstraint(condition=models.Q(('region', 'body')), name='figure_in_the_body_region'),
        ),
        migrations.AddConstraint(
            model_name='section',
            constraint=models.UniqueConstraint(fields=('parent', 'key'), name='section_key_once_in_a_draft'),
        ),
        migrations.AddConstraint(
            model_name='section',
            constraint=models.CheckConstraint(condition=models.Q(('region', 'body')), name='section_in_the_body_region'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.UniqueConstraint(fields=('draft', 'uuid'), name='source_once_in_a_draft'),
        ),
        migrations.AddConstraint(
            model_name='quote',
            constraint=models.UniqueConstraint(fields=('parent', 'key'), name='quote_key_once_in_a_draft'),
        ),
        migrations.AddConstraint(
            model_name='quote',
            constraint=models.CheckConstraint(condition=models.Q(('region', 'body')), name='quote_in_the_body_region'),
        ),
        migrations.AddConstraint(
            model_name='topicuse',
            constraint=models.UniqueConstraint(fields=('content_object', 'tag'), name='topic_once_in_a_draft'),
        ),
        migrations.AddConstraint(
            model_name='draft',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'approved'), _negated=True), models.Q(('approved_version', models.F('version')), ('approved_version__isnull', False)), _connector='OR'), name='approved_is_this_version', violation_error_message='Only the version that somebody approved is approved.'),
        ),
    ]
