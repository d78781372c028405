"""What the rows of each file come to: compared with what the graph has, they are created, changed or refused."""
