"""`emendations.yml` → the editors' judgements on damaged and doubtful spots."""

from pathlib import Path

from scripts.model.policy import Emendation
from scripts.model.vocabulary import Certainty, EmendationKind
from scripts.read.corpus.yaml_file import YamlFile, read_yaml, records


def read_emendations(path: Path, name: str) -> tuple[tuple[Emendation, ...], YamlFile]:
    """Return the editor's emendations in the order of the file; those that are malformed are left out and reported."""
    file = read_yaml(path, name)
    emendations = []
    for record in records(file):
        emendation = Emendation(
            record.integer("line"),
            record.text("before"),
            str(record.get("after") or ""),
            record.choice("kind", EmendationKind),
            record.choice("certainty", Certainty),
            record.bilingual("reason"),
            record.bilingual("evidence"),
        )
        if emendation.before == emendation.after:
            record.report("after", "emendation", "`before` and `after` are the same; drop this entry or mend it")
        record.close()
        emendations.append(emendation)
    return tuple(emendations), file
