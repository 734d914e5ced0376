"""The banks: the curator's people, everybody's own entry, lists of people, what waits for a yes."""
