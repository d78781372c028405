"""Questions about leads."""
