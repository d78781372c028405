"""Mail templates of users."""
