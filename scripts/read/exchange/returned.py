"""A file that a translator's tool wrote, in whatever format of theirs → the units that came back."""

from scripts.model.exchange import ReturnedFile
from scripts.problems import CorpusError
from scripts.read.exchange.tmx import read_tmx
from scripts.read.exchange.xliff import read_xliff
from scripts.read.exchange.xml_file import RULE, local_name, read_tree


def read_returned(data: bytes, name: str, policy_id: str) -> ReturnedFile:
    """Return the units of a file that are, or may be, of a policy; raise CorpusError where it is no such file."""
    root = read_tree(data, name)
    kind = local_name(root)
    if kind == "xliff":
        return read_xliff(root, name)
    if kind == "tmx":
        return read_tmx(root, policy_id)
    raise CorpusError(name, f"begins with <{kind[:60]}>; give a file of XLIFF or TMX", 0, RULE)
