"""What is held about a person: shown to them, wiped on demand, logged when it is touched."""
