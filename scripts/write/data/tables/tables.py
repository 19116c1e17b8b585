"""Every published table, in the order of the data page and of the workbook's sheets."""

from typing import Any

from scripts.write.data.tables.citations import CITATIONS
from scripts.write.data.tables.columns import Dataset
from scripts.write.data.tables.indicators import INDICATORS
from scripts.write.data.tables.organisations import ORGANISATIONS
from scripts.write.data.tables.targets import TARGETS
from scripts.write.data.tables.terms import OCCURRENCES, TERMS
from scripts.write.data.tables.topics import TOPICS

DATASETS: tuple[Dataset[Any], ...] = (TARGETS, INDICATORS, TERMS, OCCURRENCES, ORGANISATIONS, CITATIONS, TOPICS)
