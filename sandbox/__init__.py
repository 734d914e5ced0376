"""A Bot API server on this machine, with people on the other side.

Independent of the bot: it knows Telegram's public behaviour and nothing of ours.
"""

from sandbox.calls import CallLog, CallRecord
from sandbox.errors import SandboxError
from sandbox.faults import Fault
from sandbox.limits import NO_LIMITS, Limits
from sandbox.model import Event, Message
from sandbox.people import Group, Person
from sandbox.pressing import Press
from sandbox.state import Toast
from sandbox.transcript import transcript
from sandbox.world import Sandbox

__all__ = [
    "NO_LIMITS",
    "CallLog",
    "CallRecord",
    "Event",
    "Fault",
    "Group",
    "Limits",
    "Message",
    "Person",
    "Press",
    "Sandbox",
    "SandboxError",
    "Toast",
    "transcript",
]
