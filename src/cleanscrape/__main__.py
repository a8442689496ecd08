"""``python -m cleanscrape``: the command line, where the script is not on the path."""

from cleanscrape.cli import main

main()
