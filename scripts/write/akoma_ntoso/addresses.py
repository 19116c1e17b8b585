"""A policy → its address as a work, an expression and a manifestation (Akoma Ntoso Naming Convention 1.0, 4).

    /akn/cn/doc/policy/2018/jinan-2018                            the work
    /akn/cn/doc/policy/2018/jinan-2018/zho@2026-11-29             its Chinese text in the edition of that day
    /akn/cn/doc/policy/2018/jinan-2018/zho@2026-11-29/!main.xml   the file

The year and the name come from the policy's id, so that the address stays when the day or the document number becomes
known. The name is that of the archive: a document number is not always known, and is at times inferred.
"""

from collections.abc import Sequence

from scripts.model.languages import LANGUAGES, ORIGINAL
from scripts.model.policy import Metadata
from scripts.model.vocabulary import Language

COUNTRY, TYPE, SUBTYPE = "cn", "doc", "policy"
SEVERAL = "mul"
"""The code of ISO 639-2 for a text in several languages."""
MAIN = "!main"


def work_address(policy_id: str) -> str:
    """Return the address of a policy as a work, whatever its language and edition."""
    year = policy_id.rpartition("-")[2]
    return f"/akn/{COUNTRY}/{TYPE}/{SUBTYPE}/{year}/{policy_id}"


def expression_address(metadata: Metadata, languages: Sequence[Language]) -> str:
    """Return the address of a policy's latest edition in a language, or in several side by side.

    Before the first edition nothing stands behind `@`: the text as it first was.
    """
    code = LANGUAGES[languages[0]].code if len(languages) == 1 else SEVERAL
    day = metadata.editions[-1].date if metadata.editions else ""
    return f"{work_address(metadata.id)}/{code}@{day}"


def original_address(policy_id: str) -> str:
    """Return the address of a policy's text as it was issued."""
    return f"{work_address(policy_id)}/{LANGUAGES[ORIGINAL].code}@"
