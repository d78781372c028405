"""How users sign in, and how often somebody tried in vain; beside the record, so that no revision or export has it."""

from __future__ import annotations

from neomodel import StructuredNode

from graphcrm.nodes.properties import Instant, Text, TextList, WholeNumber


class Credential(StructuredNode):
    """How one user signs in. Nothing in it opens anything by itself: digests, a hash, and a sealed secret."""

    uid = Text("that of the user; `first admin` for the one who is to be made", unique_index=True, required=True)
    password = Text("the password's argon2 hash, with its salt and what it cost; empty for none")
    password_at = Instant("when the password was set")
    sessions = WholeNumber("raised to end all sessions: those that were begun under another number are over")
    link = Text("SHA-256 of the one-time link that sets a password, hexadecimal", unique_index=True)
    link_until = Instant("when that link ends")
    identity = Text("who they are to a provider of OpenID Connect: issuer and subject", unique_index=True)
    totp = Text("the secret that their one-time codes follow from, sealed")
    totp_step = WholeNumber("the time step of the code that was used last: no code is taken twice")
    recovery = TextList("SHA-256 of each recovery code that is left, hexadecimal")


class Attempts(StructuredNode):
    """How often somebody failed to sign in: to one user, to an address that nobody has, or from one place."""

    uid = Text(
        "user and uid, address and a number of 0 to ffff, or client and IP address", unique_index=True, required=True
    )
    failures = WholeNumber("how many")
    at = Instant("when the first of them was", index=True)
    until = Instant("when the next attempt is taken")
