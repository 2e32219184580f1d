"""The door for the command line: `mkdocs-illustrate COMMAND [-f mkdocs.yml]`.

Exit 0: done. 1: something is missing or failed. 2: wrong usage or configuration. 3: nothing was bought, because
nobody agreed to it.
"""

from __future__ import annotations

from importlib import import_module

import click

from .. import __version__

COMMANDS = {
    "approve": "Sign off the pictures of these pages, in their recipes; a new picture is unapproved.",
    "candidates": "List the candidates of PAGE, and write their pictures where they can be looked at.",
    "check": "Exit 1 if a frozen build would fail, and say for each page why, and what to do.",
    "compare": "Make one candidate of PAGE for each style and each model, and a sheet that shows them side by side.",
    "doctor": "Say whether all is set up: configuration, keys, folders, versions.",
    "edit": "Change the picture of PAGE: what comes of it is a candidate.",
    "export": "Write the pictures of all pages below docs_dir, and a list of them for other builders; buys nothing.",
    "generate": "Make the pictures that are missing or changed: of the named pages, or all.",
    "import": "Take a picture made elsewhere for PAGE, instead of buying one.",
    "models": "List vendors and models: sizes, limits, price with its date, retirement.",
    "pick": "Let candidate NUMBER of PAGE be its picture, for free; the one that it replaces becomes a candidate.",
    "plan": "Show each figure: page, state, model, estimated price, and the total.",
    "prompt": "Write the brief of PAGE into its recipe and show it; its picture is made from exactly that.",
    "prune": "List what no page needs any more, and how much it is; `--yes` deletes it.",
    "review": "Decide about the pictures on a page: approve, choose, mend words, make anew.",
    "skill": "Instructions for coding agents: how to illustrate a site, and not to buy without a person's yes.",
    "vary": "Make candidates for PAGE by the prompt of its picture, each with another seed or throw of the dice.",
}
"""What each command does, in the words of its own help. Its room has its name, and is loaded when it is called."""


class Commands(click.Group):
    """Loads a command when it is called: the list of them needs neither MkDocs nor a vendor's file."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """All commands, by name."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """A command by its name; a room named `import` could not be imported, so it is `import_`."""
        if cmd_name not in COMMANDS:
            return None
        room = "import_" if cmd_name == "import" else cmd_name
        found: click.Command = getattr(import_module(f"{__package__}.{room}"), room)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list in `--help`."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mkdocs-illustrate")
def main() -> None:
    """Illustrations for MkDocs pages, kept like dependencies."""
