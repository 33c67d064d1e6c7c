"""Entry point of ``cablepress``."""

import click


@click.group()
@click.version_option(package_name="cablepress")
def main() -> None:
    """Turn a folder of diplomatic telegrams into a searchable site."""
