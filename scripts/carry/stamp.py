"""Which state of the archive a copy is: its version, date and commit, and its address on the network."""

import os
import subprocess
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from scripts.model.release import UNRELEASED, Release
from scripts.problems import CorpusError
from scripts.write.words.addresses import site_root


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a copy says of itself."""

    version: str
    """Of the project, as `pyproject.toml` has it."""
    moment: datetime | None
    """Of the commit, in UTC: no clock is looked at, so that a state is always the same bytes; None if unknown."""
    commit: str
    """Its first twelve digits, with a + where files differ from it; empty where there is no history."""
    address: str
    """Of the archive, for citing; with a slash at its end."""

    @property
    def date(self) -> str:
        """The day, as 2026-11-29; empty where it is not known."""
        return self.moment.date().isoformat() if self.moment else ""


def read_stamp(root: Path) -> Stamp:
    """Return the stamp of the archive as it is; `SOURCE_DATE_EPOCH` has its moment, else its commit."""
    commit = git(root, "rev-parse", "--short=12", "HEAD")
    if commit and git(root, "status", "--porcelain", "--untracked-files=no"):
        commit += "+"
    return Stamp(read_version(root), read_moment(root), commit, site_root())


def read_release(root: Path) -> Release:
    """Return what data say of their state, with the text of the licence where there is one."""
    licence = root / "LICENSE"
    return Release(read_version(root), read_moment(root), licence.read_text("utf-8") if licence.is_file() else "")


def read_moment(root: Path) -> datetime | None:
    """Return the moment of `SOURCE_DATE_EPOCH`, else of the commit, else None; CorpusError where that is no number."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or git(root, "log", "-1", "--format=%ct")
    try:
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else None
    except (ValueError, OverflowError, OSError) as error:
        message = f"is {epoch!r}; it must be a number of seconds since 1970, or not be set"
        raise CorpusError("SOURCE_DATE_EPOCH", message, 0, "setting") from error


def read_version(root: Path) -> str:
    """Return the version of the project; that of none where nothing says it."""
    file = root / "pyproject.toml"
    if not file.is_file():
        return UNRELEASED.version
    version: str = tomllib.loads(file.read_text(encoding="utf-8"))["project"]["version"]
    return version


def git(root: Path, *arguments: str) -> str:
    """Return what git says of the project; nothing where it has no history, or nobody installed git."""
    command = ["git", "--no-optional-locks", *arguments]  # a killed run leaves no lock of git's either
    try:
        done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)  # noqa: S603
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
