# Readings of figures that were taken back stay, but count no longer.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("spots", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="reading",
            name="a_mapping_is_read_for_white_spots_once",
        ),
        migrations.AddField(
            model_name="reading",
            name="edition",
            field=models.CharField(blank=True, max_length=32),
        ),
        migrations.AddField(
            model_name="reading",
            name="withdrawn_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on__isnull", True)),
                fields=("kind", "as_of"),
                name="a_mapping_is_read_for_white_spots_once",
            ),
        ),
    ]
