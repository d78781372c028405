"""Who worked with whom."""
