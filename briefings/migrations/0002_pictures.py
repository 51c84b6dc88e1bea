import django.core.validators
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('briefings', '0001_people_and_topics'),
    ]

    operations = [
        migrations.CreateModel(
            name='Image',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('token', models.CharField(editable=False, max_length=22, unique=True)),
                ('sha256', models.CharField(editable=False, max_length=64, unique=True)),
                ('width', models.PositiveIntegerField(editable=False)),
                ('height', models.PositiveIntegerField(editable=False)),
                ('widths', models.JSONField(editable=False)),
                ('fallback', models.CharField(choices=[('jpg', 'JPEG'), ('png', 'PNG')], editable=False, max_length=4)),
                ('credit', models.TextField(blank=True, verbose_name='credit line')),
                ('caption', models.TextField(blank=True, verbose_name='caption')),
                ('people', models.TextField(blank=True, verbose_name='who is in it')),
                ('rights', models.TextField(blank=True, verbose_name='rights')),
                ('usable_until', models.DateField(blank=True, null=True, verbose_name='usable until')),
                ('focal_x', models.PositiveSmallIntegerField(default=50, validators=[django.core.validators.MaxValueValidator(100)])),
                ('focal_y', models.PositiveSmallIntegerField(default=50, validators=[django.core.validators.MaxValueValidator(100)])),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('uploaded_at', models.DateTimeField(auto_now_add=True)),
                ('erased_at', models.DateTimeField(editable=False, null=True)),
                ('uploaded_again_by', models.ManyToManyField(editable=False, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('uploaded_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='images', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'picture',
                'verbose_name_plural': 'pictures',
                'ordering': ['-uploaded_at', '-pk'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('focal_x__lte', 100), ('focal_y__lte', 100)), name='focal_point_in_the_picture')],
            },
        ),
    ]
