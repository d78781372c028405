"""What the API answers with: pydantic models, and the one function of each that makes it from rows."""
