"""`python -m ecqlint` is the command `ecqlint`."""

from ecqlint.cli import main

main()
