import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('briefings', '0005_read_rows'),
    ]

    operations = [
        migrations.CreateModel(
            name='FAQItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(default='faq', editable=False, max_length=16)),
                ('ordering', models.PositiveIntegerField()),
                ('key', models.CharField(max_length=9)),
                ('question', models.TextField()),
                ('answer', models.TextField(blank=True)),
                ('open', models.CharField(choices=[('undecided', 'undecided'), ('shown', 'shown as open'), ('held', 'held back')], default='undecided', max_length=16)),
                ('open_wording', models.TextField(blank=True)),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='faq_items', to='briefings.draft')),
            ],
            options={
                'verbose_name': 'FAQ item',
                'verbose_name_plural': 'FAQ items',
                'ordering': ['ordering'],
                'constraints': [models.UniqueConstraint(fields=('parent', 'key'), name='faq_item_key_once_in_a_draft'), models.CheckConstraint(condition=models.Q(('region', 'faq')), name='faq_item_in_the_faq_region')],
            },
        ),
        migrations.CreateModel(
            name='PublishedQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('key', models.CharField(max_length=9)),
                ('question', models.TextField()),
                ('is_open', models.BooleanField()),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='published_questions', to='briefings.edition')),
            ],
            options={
                'ordering': ['edition', 'position'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='published_question_once_in_an_edition')],
            },
        ),
    ]
