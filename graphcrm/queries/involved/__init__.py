"""What opportunities, contracts, orders and service requests are tied to: an account, contacts, and each other."""
