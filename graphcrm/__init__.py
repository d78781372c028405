"""graphcrm: a relationship CRM whose memory is a graph with dates on its edges."""

__version__ = "0.1.0"
