"""Who may see and do what: what is asked of the graph before everything else."""
