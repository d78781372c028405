"""Values that are kept sealed: sealing them, opening them and sealing them anew, page by page."""
