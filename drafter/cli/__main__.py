"""`python -m drafter.cli`"""

from drafter.cli.main import main

main(prog_name="drafter")
