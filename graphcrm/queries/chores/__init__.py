"""What is done by itself, and when it was."""
