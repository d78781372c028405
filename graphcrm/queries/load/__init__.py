"""What an import asks and writes, a batch at a time."""
