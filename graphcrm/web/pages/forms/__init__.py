"""What forms are made of: fields, what is typed into them, and what becomes of it."""
