"""Every published table, in the order of the data page and of the workbook's sheets."""

from typing import Any

from scripts.write.data.tables.citations import CITATIONS
from scripts.write.data.tables.columns import Dataset
from scripts.write.data.tables.dictionary import make_dictionary
from scripts.write.data.tables.editions import EDITIONS
from scripts.write.data.tables.indicators import INDICATORS
from scripts.write.data.tables.lists import DOCUMENT_LIST, ORGANISATION_LIST, PLACES, POLICIES, TOPIC_LIST
from scripts.write.data.tables.organisations import ORGANISATIONS
from scripts.write.data.tables.targets import TARGETS
from scripts.write.data.tables.terms import OCCURRENCES, TERMS
from scripts.write.data.tables.texts import TEXTS
from scripts.write.data.tables.topics import TOPICS

DATASETS: tuple[Dataset[Any], ...] = (
    TARGETS,
    INDICATORS,
    TERMS,
    OCCURRENCES,
    ORGANISATIONS,
    CITATIONS,
    TOPICS,
    POLICIES,
    PLACES,
    ORGANISATION_LIST,
    DOCUMENT_LIST,
    TOPIC_LIST,
    EDITIONS,
)
DICTIONARY = make_dictionary((*DATASETS, *TEXTS))
TABLES: tuple[Dataset[Any], ...] = (*DATASETS, *TEXTS, DICTIONARY)
"""What databases have besides: the texts themselves, and what every column holds."""
