"""Many briefings for load tests: invented texts with their histories, written in bulk. The same seed gives the same."""

from briefings.demo.load.site import HoldsRealBriefings, make

__all__ = ["HoldsRealBriefings", "make"]
