"""Measure how an archive grows and what a visitor waits for: `python -m benchmarks.scaling {growth,stages,page}`."""

import argparse

from benchmarks.scaling import growth, page, stages


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scaling", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="WHAT")
    for name, module in (("growth", growth), ("stages", stages), ("page", page)):
        about = module.__doc__ or ""
        command = commands.add_parser(
            name,
            help=about.splitlines()[0],
            description=about,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.add_arguments(command)
        command.set_defaults(run=module.main)
    given = parser.parse_args()
    given.run(given)


if __name__ == "__main__":
    main()
