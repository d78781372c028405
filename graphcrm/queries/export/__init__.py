"""Export: pages of everything that a bundle holds, in an order that an import does not change."""
