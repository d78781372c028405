"""Links: of accounts with accounts, and of contacts with contacts."""
