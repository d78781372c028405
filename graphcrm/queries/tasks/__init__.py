"""What is to be done: tasks."""
