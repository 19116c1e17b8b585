"""A policy's status → what readers see of it: the line at the top of its page, and its years in lists.

The line says what is known, and no more. Whether its years are over depends on the reader's day, so the words for that
are given along, and a script shows them (docs/assets/javascripts/page/status.js); without it the years speak for
themselves.
"""

from collections.abc import Iterator

from scripts.model.languages import LANGUAGES
from scripts.model.policy import Metadata
from scripts.model.status import Force, Ground, Status, Successor
from scripts.model.vocabulary import Ending, Language
from scripts.write.markup import markdown as md
from scripts.write.words.dates import say_date
from scripts.write.words.place_labels import place_label
from scripts.write.words.strings import pick, say

ENDINGS = {Ending.EXPIRED: "status-expired", Ending.REPEALED: "status-repealed"}
"""The words for how a policy ceased to be in force."""


def status_line(metadata: Metadata, language: Language) -> dict[str, str]:
    """Return the line for the front matter: what is known as HTML, the last year, and what to say once it is over."""
    status = metadata.status
    space = LANGUAGES[language].word_space
    years = planned(status, language)
    line = {"planned": years, "known": space.join([*([""] if years else []), *known(status, language)])}
    if status.until:
        key = "status-period-over" if status.period else "status-goals-over"
        line |= {"until": str(status.until), "over": say(key, language)}
    return {key: words for key, words in line.items() if words}


def planned(status: Status, language: Language) -> str:
    """Return what years a policy plans for, and where it says so."""
    grounds = [status.period.ground] if status.period else [goal.ground for goal in status.goals]
    if not grounds:
        return ""
    places = dict.fromkeys(say_ground(ground, language) for ground in grounds)
    key = "status-period" if status.period else "status-goals"
    return say(key, language, years=say_years(status, language), place=LANGUAGES[language].join(places))


def known(status: Status, language: Language) -> Iterator[str]:
    """Yield what is known of a policy's force and of its successor, or that it is not known."""
    force = status.force
    if force:
        yield from say_force(force, language)
    if status.successor:
        yield say_successor(status.successor, language)
    if not (force and (force.last or force.ground.url)) and not status.successor:
        yield say("status-unknown", language)


def say_force(force: Force, language: Language) -> Iterator[str]:
    """Yield from when, and until when and why no longer, a policy is in force."""
    ground = say_ground(force.ground, language)
    if force.first:
        yield say("status-in-force", language, date=say_date(force.first, language), ground=ground)
    if force.last and force.ending:
        yield say(ENDINGS[force.ending], language, date=say_date(force.last, language), ground=ground)


def say_successor(successor: Successor, language: Language) -> str:
    """Return what took a policy's place."""
    words = md.escape_html(pick(successor.title, language))
    target = f"../{successor.id}/" if successor.id else successor.url
    linked = f'<a href="{md.escape_html(target)}">{words}</a>' if target else words
    return say("status-replaced", language, title=linked, ground=say_ground(successor.ground, language))


def say_ground(ground: Ground, language: Language) -> str:
    """Return where something is said, as a link."""
    if ground.anchor:
        return f'<a href="#{ground.anchor}">{place_label(ground.anchor, language)}</a>'
    page = f'<a href="{md.escape_html(ground.url or "")}">{say("status-page", language)}</a>'
    return say("status-source", language, page=page, date=say_date(ground.retrieved or "", language))


def say_years(status: Status, language: Language) -> str:
    """Return the years that a policy plans for; nothing where its text names none."""
    if status.period:
        return say("period-years", language, first=status.period.first, last=status.period.last)
    years = [say_date(str(goal.year), language) for goal in status.goals]
    if len(years) < 2:
        return "".join(years)
    return say("and-year", language, years=LANGUAGES[language].join(years[:-1]), last=years[-1])
