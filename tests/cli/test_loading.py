"""What a command loads: a list, a help text and an answer for programs have no use for what draws tables."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from mkdocs_illustrate.cli.main import COMMANDS
from tests.sites import CITIES, SiteMaker

LOADED = """
import json, sys
from mkdocs_illustrate.cli.main import main
try:
    main(sys.argv[1:], standalone_mode=False)
except SystemExit:
    pass
heavy = {"rich", "starlette", "uvicorn", "openai", "httpx", "PIL"}
print(json.dumps(sorted(heavy & {name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("plan", "--json"), ("models", "--json"), *((name, "--help") for name in sorted(COMMANDS))],
)
def test_nothing_that_draws_is_loaded(site: SiteMaker, arguments: tuple[str, ...]) -> None:
    """Nor anything that sends."""
    site.page("a.md", CITIES, illustrate=True)
    site.write_config()
    command = [sys.executable, "-c", LOADED, *arguments]
    done = subprocess.run(command, cwd=site.folder, env=os.environ, capture_output=True, text=True, check=True)
    assert json.loads(done.stderr.splitlines()[-1]) == []
