"""Settings of a trial: those of the tests, on a database that was migrated once and is copied for each removal."""

from tests import settings as of_the_tests

vars().update({name: value for name, value in vars(of_the_tests).items() if name.isupper()})

DATABASE = of_the_tests.BASE_DIR / ".cache" / "removals" / "briefings.sqlite3"
DATABASES = of_the_tests.DATABASES
DATABASES["default"] |= {"NAME": DATABASE, "TEST": {"NAME": DATABASE}}
