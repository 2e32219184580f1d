"""What git knows: the project as it was at some commit, and which of its files are others by now."""

from __future__ import annotations

import functools
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from ..errors import ConfigError
from .git import git

# git@github.com:owner/name.git, https://github.com/owner/name
_GITHUB = re.compile(r"(?:https://|ssh://git@|git@)github\.com[:/]([\w.-]+/[\w.-]+?)(?:\.git)?/?")


@dataclass(frozen=True)
class GitChanges:
    """The folder of mkdocs.yml, against a commit."""

    base: Path
    commit: str

    @classmethod
    def since(cls, base: Path, ref: str | None, env: Mapping[str, str] = os.environ) -> GitChanges:
        """Since a commit, or since the branch that a pull request goes to; ConfigError if there is none."""
        target = env.get("GITHUB_BASE_REF", "")
        asked = ref or (f"origin/{target}" if target else "HEAD")
        found = _git(base, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{asked}^{{commit}}")
        if not found:
            raise ConfigError(f"git knows no commit '{asked}' here; fetch it, or name another with --base")
        return cls(base, found.decode().strip())

    @functools.cached_property
    def paths(self) -> frozenset[str]:
        """Files that are others than they were, new or gone, below the folder."""
        return self._against(self.commit)

    @functools.cached_property
    def uncommitted(self) -> frozenset[str]:
        """Those that nobody else can see yet."""
        return self._against("HEAD")

    def _against(self, commit: str) -> frozenset[str]:
        changed = _git(self.base, "diff", "--name-only", "--no-renames", "--relative", "-z", commit, "--", ".")
        new = _git(self.base, "ls-files", "--others", "--exclude-standard", "-z")
        return frozenset(filter(None, (changed + new).decode("utf-8", "surrogateescape").split("\0")))

    def old(self, path: str) -> bytes | None:
        """A file as it was; None if there was none."""
        tree = _git(self.base, "ls-tree", "-z", self.commit, "--", path)
        return _git(self.base, "show", f"{self.commit}:./{path}") if b" blob " in tree else None

    def address(self, path: str, *, old: bool, env: Mapping[str, str] = os.environ) -> str:
        """Where a browser finds a picture, as it was or as it is; empty where it finds none."""
        repository, commit = _repository(self.base, env), self.commit
        if not old:
            if path in self.uncommitted:
                return ""
            repository, commit = _head(self.base, repository, env)
        server = env.get("GITHUB_SERVER_URL", "https://github.com")
        prefix = _git(self.base, "rev-parse", "--show-prefix").decode().strip()
        return f"{server}/{repository}/raw/{commit}/{quote(prefix + path)}" if repository else ""


def _repository(base: Path, env: Mapping[str, str]) -> str:
    remote = _GITHUB.fullmatch(_git(base, "remote", "get-url", "origin").decode().strip())
    return env.get("GITHUB_REPOSITORY", "") or (remote[1] if remote else "")


def _head(base: Path, repository: str, env: Mapping[str, str]) -> tuple[str, str]:
    """Where a pull request comes from, which may be a fork; else what is checked out."""
    try:
        head = json.loads(Path(env["GITHUB_EVENT_PATH"]).read_text("utf-8"))["pull_request"]["head"]
        return str(head["repo"]["full_name"]), str(head["sha"])
    except (KeyError, TypeError, ValueError, OSError):
        return repository, _git(base, "rev-parse", "HEAD").decode().strip()


def _git(base: Path, *arguments: str) -> bytes:
    """What git says; nothing where it has nothing to say, or is not there."""
    try:
        return git(base, *arguments) or b""
    except OSError:
        raise ConfigError("git is needed for this, and can't be started") from None
