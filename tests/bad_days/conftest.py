from tests.desk.conftest import at_desk, staff

__all__ = ["at_desk", "staff"]
