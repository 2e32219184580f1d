"""`review`: the desk, a page on this machine where pictures are decided about; or a register of them to look at."""

from __future__ import annotations

from pathlib import Path

import click

from ..site.opened_site import open_site
from .answer import Answer, answering, config_option, json_option


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="The port on 127.0.0.1; any that is free without it."
)
@click.option("--no-open", is_flag=True, help="Open no browser.")
@click.option(
    "--static", "register", type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write one file to look at instead: the register of all pictures.",
)  # fmt: skip
@config_option
@json_option
def review(config_file: str | None, *, port: int, no_open: bool, register: Path | None, as_json: bool) -> None:
    """Decide about the pictures on a page: approve, choose, mend words, make anew. Ctrl-C ends it.

    Its first line is its address, with a token that lets one browser in.
    """
    opened = open_site(config_file, buys=True, planned=register is not None)
    with answering(as_json=as_json) as answer, opened as site:
        if register is not None:
            from ..desk.register import write_register  # noqa: PLC0415 - what it draws with is heavy

            count = write_register(site, register)
            answer.facts |= {"file": str(register), "figures": count}
            answer.say(f"{register}: {count} pictures")
            return
        from ..desk.serving import serve  # noqa: PLC0415 - a server, for this command only

        serve(site, lambda address: _say(answer, address), port=port, browser=not no_open)


def _say(answer: Answer, address: str) -> None:
    """The first line: an address for people, or the one object, which can't wait for the end."""
    answer.facts["address"] = address
    answer.say(address)
    answer.print()
    answer.as_json = False
