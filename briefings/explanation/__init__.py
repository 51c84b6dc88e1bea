"""Why readers get what they get at an address: the gate's answer in sentences, for editors and operators."""

from briefings.explanation.explain import explain, explain_briefing
from briefings.explanation.sentences import Explanation

__all__ = ["Explanation", "explain", "explain_briefing"]
