"""The network: records, and the edges of each kind among and around them."""
