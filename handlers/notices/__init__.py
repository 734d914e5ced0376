"""What a person is told by the bot itself: switches, leave, an organisation's rules."""
