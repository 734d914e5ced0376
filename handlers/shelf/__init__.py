"""Documents that everybody of an organisation may read."""
