"""What the network shows: records with the edges among them, around one, and the ways between two."""
