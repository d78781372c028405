"""Campaigns: meetings, trainings, exhibitions, who is asked to them, who comes, and what follows."""
