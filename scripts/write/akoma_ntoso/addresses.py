"""A policy → its address as a work, an expression and a manifestation (Akoma Ntoso Naming Convention 1.0, 4).

    /akn/cn/doc/policy/2018/jinan-2018                  the work
    /akn/cn/doc/policy/2018/jinan-2018/zho@             its Chinese text in the first edition
    /akn/cn/doc/policy/2018/jinan-2018/zho@/!main.xml   the file

The year and the name come from the policy's id, so that the address stays when the day or the document number becomes
known. The name is that of the archive: a document number is not always known, and is at times inferred.
"""

from collections.abc import Sequence

from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language

COUNTRY, TYPE, SUBTYPE = "cn", "doc", "policy"
SEVERAL = "mul"
"""The code of ISO 639-2 for a text in several languages."""
MAIN = "!main"


def work_address(policy_id: str) -> str:
    """Return the address of a policy as a work, whatever its language and edition."""
    year = policy_id.rpartition("-")[2]
    return f"/akn/{COUNTRY}/{TYPE}/{SUBTYPE}/{year}/{policy_id}"


def expression_address(policy_id: str, languages: Sequence[Language], date: str = "") -> str:
    """Return the address of a policy in a language, or in several side by side, as of the edition of a day."""
    code = LANGUAGES[languages[0]].code if len(languages) == 1 else SEVERAL
    return f"{work_address(policy_id)}/{code}@{date}"
