import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('briefings', '0005_read_rows'),
    ]

    operations = [
        migrations.CreateModel(
            name='Original',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('data', models.BinaryField(null=True)),
                ('name', models.TextField(blank=True)),
                ('beginning', models.TextField(blank=True)),
                ('format', models.CharField(max_length=8)),
                ('sha256', models.CharField(blank=True, db_index=True, max_length=64)),
                ('sketch', models.TextField(blank=True)),
                ('decisions', models.TextField(default='{}')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('briefing', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='originals', to='briefings.briefing')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('revision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='originals', to='briefings.revision')),
            ],
            options={
                'verbose_name': 'pasted draft',
                'verbose_name_plural': 'pasted drafts',
                'ordering': ['-at', '-id'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('revision__isnull', True), ('briefing__isnull', False), _connector='OR'), name='original_became_a_revision_of_its_briefing', violation_error_message='What a pasted draft became is a revision of a briefing.')],
            },
        ),
    ]
