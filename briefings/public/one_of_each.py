"""One row for each value of a column, found from value to value by an index, however many rows have one."""

from django.db.models import BigIntegerField, Func, Model


class OneOfEach(Func):
    """For `pk__in`: the keys of rows of `model`, one for each value of the `column`, live or not. The rows are those of
    a condition in SQL, as its index has it.
    """

    template = """(
        WITH RECURSIVE each(value) AS (
            SELECT MIN(%(column)s) FROM %(table)s WHERE %(where)s
            UNION ALL
            SELECT (
                SELECT MIN(further.%(column)s) FROM %(table)s AS further
                WHERE %(where)s AND further.%(column)s > each.value
            )
            FROM each WHERE each.value IS NOT NULL
        )
        SELECT (SELECT one.%(key)s FROM %(table)s AS one WHERE %(where)s AND one.%(column)s = each.value LIMIT 1)
        FROM each WHERE each.value IS NOT NULL
    )"""
    output_field = BigIntegerField()

    def __init__(self, model: type[Model], column: str, *, where: str = "TRUE") -> None:
        of_model = {"table": model._meta.db_table, "key": model._meta.pk.column}
        super().__init__(column=column, where=where, **of_model)
