"""What we may sell: opportunities and their stages."""
