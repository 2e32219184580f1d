"""What all tests share: a clean environment, real builds, a model server on loopback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from mkdocs_illustrate.testing.server import ModelServer

from .sites import Build, SiteMaker

# The same examples each time, whatever the machine is busy with; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, max_examples=500, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

_OURS = (
    "CI",
    "GITHUB_",
    "TF_BUILD",
    "JENKINS_URL",
    "READTHEDOCS",
    "NETLIFY",
    "CF_PAGES",
    "VERCEL",
    "ILLUSTRATE",
    "OPENAI_",
    "AIMLAPI_",
    "PICTORY_",
    "STABILITY_",
    "GEMINI_",
)


_SLOW = {"builds", "cli", "desk", "neighbours"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A process of its own for each build and command takes seconds: whoever is in a hurry leaves these out."""
    for item in items:
        if _SLOW & set(item.path.relative_to(Path(__file__).parent).parts):
            item.add_marker("slow")


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No key, no CI and no proxy of the machine leaks into a test."""
    for name in list(os.environ):
        if name.startswith(_OURS) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    """A model server that charges nothing."""
    with ModelServer() as running:
        yield running


@pytest.fixture
def site(tmp_path: Path) -> SiteMaker:
    """A site to write and to build for real."""
    return SiteMaker(tmp_path / "site-under-test")


@pytest.fixture(scope="session")
def run_python() -> object:
    """Run Python code in a process of its own, to see what it loads; a measurement would load things too."""

    def run(code: str, **env: str) -> str:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", code],
            env={name: value for name, value in {**os.environ, **env}.items() if not name.startswith("COVERAGE_")},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    return run


__all__ = ["Build"]
