"""Who fits an account, and which account fits somebody: what is offered, with the reasons."""
