"""Permanent online addresses: the ones that the site gives out for citing, also from an offline copy."""

import os

from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language

DEFAULT_ROOT = "https://policy-archive.example/"
"""A reserved name: the archive's address until a release sets `SITE_URL`."""


def site_root() -> str:
    """Return the online address of the archive, with a slash at its end."""
    return os.environ.get("SITE_URL", DEFAULT_ROOT).rstrip("/") + "/"


def page_address(path: str, language: Language = Language.ZH) -> str:
    """Return the address of a page, by its path below the root of its language."""
    return site_root() + LANGUAGES[language].folder + path


def policy_address(policy_id: str, language: Language = Language.ZH, anchor: str = "") -> str:
    """Return the address of a policy, a section or a block."""
    return page_address(f"policies/{policy_id}/", language) + (f"#{anchor}" if anchor else "")


def permanent_address(policy_id: str, anchor: str = "") -> str:
    """Return the address of a policy or of a place of it that belongs to no language: it leads to the reader's."""
    return f"{site_root()}id/{policy_id}/" + (f"#{anchor}" if anchor else "")
