"""Import: one file per source format. Parsing is pure, loading goes through queries/load."""
