"""`python -m mkdocs_illustrate.testing`: a model server on this machine that `mkdocs build` can be pointed at."""

from __future__ import annotations

import time
from importlib.resources import files
from typing import Any

import click
import yaml

from ..models.templates import places
from ..models.vendor_files import vendor
from ..models.vendor_records import Role, Vendor
from .server import ModelServer

_PLAYED = sorted(f.name.removesuffix(".yml") for f in files(__package__).joinpath("limits").iterdir())


@click.command()
@click.option("--vendor", "name", default="openai", type=click.Choice([*_PLAYED, "comfyui"]), help="Whom it plays.")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Its port; any free one if not given.")
def main(name: str, port: int) -> None:
    """Serve briefs and pictures on loopback until Ctrl-C; any key is taken, nothing is charged."""
    server = ModelServer.of(name, key=None, port=port)
    try:
        with server:
            click.echo(_told(vendor(name), server.url))
            _show_calls(server)
    except OSError as error:
        raise click.ClickException(f"port {port} can't be served ({error.strerror})") from None
    except KeyboardInterrupt:
        click.echo(f"{len(server.calls)} requests were answered")


def _show_calls(server: ModelServer) -> None:
    """A line for each request that comes, for ever."""
    shown = 0
    while True:
        for call in server.calls[shown:]:
            click.echo(f"{call.method} {call.path}")
            shown += 1
        time.sleep(0.1)


def _told(played: Vendor, url: str) -> str:
    """Where the server is, and what to write into mkdocs.yml."""
    options = {"chat": _asked(played, played.chat, url), "image": _asked(played, played.image, url)}
    lines = yaml.safe_dump({"plugins": [{"illustrate": options}]}, sort_keys=False, width=200)
    key = f"\nexport {played.api_key_env}=test-key\n" if played.needs_key else ""
    return f"{url} plays {played.title or played.name}; Ctrl-C ends it\n\n{lines}{key}"


def _asked(played: Vendor, role: Role | None, url: str) -> dict[str, Any]:
    """The settings of one model; a vendor that writes no briefs leaves them to the built-in writer."""
    if role is None:
        return {"provider": "offline"}
    asked: dict[str, Any] = {"provider": played.name, "base_url": url}
    if not role.default:
        asked["model"] = "test"
    wanted = sorted(places(role.path) - {"model"})
    return {**asked, "options": dict.fromkeys(wanted, "test")} if wanted else asked


if __name__ == "__main__":
    main()
