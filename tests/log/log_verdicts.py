"""What `verify_log` says."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command


def verify(**options: str) -> str:
    out = StringIO()
    call_command("verify_log", stdout=out, **options)
    return out.getvalue()


def problems() -> str:
    with pytest.raises(CommandError) as refusal:
        verify()
    assert refusal.value.returncode == 1
    return str(refusal.value)
