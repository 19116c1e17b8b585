"""`translate-template`, `translate-export` and `translate-import`: from the command line to their work and back."""

import argparse
from pathlib import Path

from scripts.commands.exchange import export_translation, given_grade, import_translation
from scripts.commands.said import Said
from scripts.commands.translations import update_translations

OUTPUTS = ("xliff", "tmx")
"""The options that name a file to be written."""


def update_all(options: argparse.Namespace, root: Path) -> Said:
    """Bring the en.po of the policies that are named up to date, of all where none is."""
    changed, problems = update_translations(root, options.ids)
    return Said([f"{changed} files changed"], problems)


def send(options: argparse.Namespace, root: Path) -> Said:
    """Write a policy's English for translators' tools."""
    files = export_translation(options.id, {name: getattr(options, name) for name in OUTPUTS}, root)
    return Said([f"{file}: {file.stat().st_size:,} bytes" for file in files])


def take_back(options: argparse.Namespace, root: Path) -> Said:
    """Take a policy's English from a translator's tool."""
    imported = import_translation(options.id, options.file, given_grade(options), root)
    left = f"; of other texts: {imported.left}" if imported.left else ""
    counts = f"taken: {imported.taken}; unchanged: {imported.same}; not taken: {len(imported.problems)}{left}"
    return Said([counts], imported.problems)
