"""What keeps finished public answers ahead of Django."""

from briefings.front_door.door import FrontDoor

__all__ = ["FrontDoor"]
