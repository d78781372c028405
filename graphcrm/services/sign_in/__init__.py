"""How users sign in: passwords, attempts that fail, one-time links, codes, other providers (docs/sign-in.md)."""
