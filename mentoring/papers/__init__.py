"""Papers filled from the data: templates in papers/, or in the operator's own folder."""
