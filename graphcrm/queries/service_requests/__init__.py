"""Service requests: what is asked of us, and by when it is due."""
