"""What lists tell of the records on a page beside their own fields."""
