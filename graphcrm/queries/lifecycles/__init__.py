"""How far accounts and contacts are with us: the facts, and what they suggest."""
