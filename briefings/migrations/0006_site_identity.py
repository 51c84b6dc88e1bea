# The site's identity on the desk: a proxy, no table.

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('briefings', '0005_pictures_names_pages_endings'),
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
    ]
