"""What users are told of that others did with what is theirs."""
