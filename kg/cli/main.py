"""Entry point of the `kg` command."""
