"""The words that the search's program shows, from the catalogue, in both languages: a part of the head."""

from scripts.model.languages import LANGUAGES
from scripts.model.vocabulary import Language
from scripts.write.words.strings import pick
from scripts.write.words.strings_search import PROGRAM_STRINGS


def program_words(language: Language) -> dict[str, str]:
    """Return the words in a language by their keys, and the signs that the program writes with."""
    writing = LANGUAGES[language]
    signs = {"tag": writing.tag, "enumeration": writing.enumeration, "stop": writing.stop, "space": writing.word_space}
    return signs | {key: pick(text, language) for key, text in PROGRAM_STRINGS.items()}
