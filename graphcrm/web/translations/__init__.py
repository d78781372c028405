"""The catalogues of the languages, and what gathers the texts for them (`make messages`, docs/languages.md)."""
