"""The audit log: one entry more, the entries there are, and what proves that they are all there."""
