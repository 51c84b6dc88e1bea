import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('briefings', '0006_originals'),
    ]

    operations = [
        migrations.CreateModel(
            name='SiteIdentity',
            fields=[
            ],
            options={
                'verbose_name': 'site identity',
                'verbose_name_plural': 'site identity',
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('briefings.subject',),
        ),
        migrations.CreateModel(
            name='StandingPage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('slug', models.CharField(max_length=120, unique=True, verbose_name='address')),
                ('heading', models.TextField(verbose_name='heading')),
                ('body', models.TextField(blank=True, verbose_name='text')),
                ('language', models.CharField(default='en', max_length=16, verbose_name='language')),
                ('in_footer', models.BooleanField(default=True, verbose_name='in the footer')),
                ('position', models.PositiveIntegerField(default=0, editable=False)),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('saved_at', models.DateTimeField(auto_now=True)),
                ('saved_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'standing page',
                'verbose_name_plural': 'standing pages',
                'ordering': ['position', 'pk'],
                'default_permissions': (),
            },
        ),
    ]
