"""`python -m graphcrm.cli`."""

from graphcrm.cli import main

main()
