"""All seeds, in their order: 132 kinds that were told, 59 of the site and 73 of the corpus, and further ones."""

from tests.seeded import (
    corpus_english,
    corpus_glossary,
    corpus_policies,
    corpus_told,
    site_data,
    site_loads,
    site_pages,
    site_told,
)
from tests.seeded.seeds import Seed, make_seeds

TOLD, FURTHER = "told", "further"
SITE, CORPUS = "site", "corpus"
SEEDS: tuple[Seed, ...] = (
    *make_seeds(SITE, TOLD, site_told.FAMILIES),
    *make_seeds(CORPUS, TOLD, corpus_told.FAMILIES),
    *(seed for part in (site_data, site_pages, site_loads) for seed in make_seeds(SITE, FURTHER, part.FAMILIES)),
    *(
        seed
        for part in (corpus_english, corpus_policies, corpus_glossary)
        for seed in make_seeds(CORPUS, FURTHER, part.FAMILIES)
    ),
)
