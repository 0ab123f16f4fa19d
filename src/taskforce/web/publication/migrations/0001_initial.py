# The questions of programs, counted for the whole site.

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Asked",
            fields=[
                ("asker", models.BigIntegerField(primary_key=True, serialize=False)),
                ("until", models.FloatField()),
                ("times", models.PositiveIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["until"], name="publication_until_1ebe86_idx")],
            },
        ),
    ]
