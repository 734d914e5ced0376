"""The methods of the Bot API, by topic; importing this fills the registry."""

from sandbox.methods import (
    callbacks,
    chats,
    copying,
    deleting,
    editing,
    media,
    messages,
    profile,
    updating,
)

__all__ = [
    "callbacks",
    "chats",
    "copying",
    "deleting",
    "editing",
    "media",
    "messages",
    "profile",
    "updating",
]
