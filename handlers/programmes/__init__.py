"""A curator's programmes."""
