"""The word lists of the demo world. Everybody and every company in it is invented."""
