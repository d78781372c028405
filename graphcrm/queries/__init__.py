"""Every question and every write, as `<topic>/<name>.cypher` with a typed Python twin beside it."""
