"""The table of headers → a file for nginx, to be included in the `server` block that says name, certificate and folder.

Every header stands once, for the whole server, its value in a variable where it does not hold for all files: a location
of nginx that adds one header loses all others. An empty value is not sent.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from scripts.model.languages import LANGUAGES
from scripts.site.host.headers import ASK, CACHE, FOREVER, HASHED_PATTERN, TRANSPORT, header_rows
from scripts.site.host.types import DOUBLE, LINKSET, LINKSETS, SOURCES, TYPES, text_types

TEMPLATE = """\
# Made by the build; include it in a server block of nginx, which says listen, server_name, certificate and root.
index index.html;
autoindex off;
server_tokens off;
absolute_redirect off;
charset utf-8;
charset_types {texts};
default_type application/octet-stream;
types {{
{types}
}}
gzip on;
gzip_vary on;
gzip_min_length 1000;
gzip_types {texts};

{variables}

{headers}

error_page 403 404 =404 {base}404.html;
{locations}
"""
LANGUAGE_LOCATION = "location {base}{folder} {{ error_page 403 404 =404 {base}{folder}404.html; }}"
HIDDEN_LOCATION = "location ~ (?:^|/)(?:_(?:headers|redirects)$|\\.(?!well-known/)) {{ return 404; }}"
DOUBLE_LOCATION = "location ~ \\.{ending}$ {{ types {{ }} default_type {type}; }}"
LINKSET_LOCATION = "location ~ ^{pattern}$ {{ types {{ }} default_type {type}; }}"
PERMANENT_LOCATION = """\
location ~ ^{base}id/(?<archive_id>[^/]+)/$ {{
{steps}
    if ($args ~ "(?:^|&)list(?:=|&|$)") {{ set $archive_to ""; }}
    if ($archive_to) {{ return 302 $archive_to$is_args$args; }}
}}"""
"""A permanent address leads readers on in their language, which this page would do by itself with a script.

The first of a reader's languages that there is counts, for all others the last one, English, does; without any named,
and with `list` in the query, the page itself is sent. The place behind `#` stays, for the browser keeps it.
"""
MOVED_LOCATION = "location = {old} {{ return 301 {new}$is_args$args; }}"
NOTHING_MOVED: Mapping[str, str] = MappingProxyType({})
SOURCE_LOCATION = "location ~ ^{pattern}$ {{ charset off; }}"


def render_nginx(policy: str, base: str = "/", moves: Mapping[str, str] = NOTHING_MOVED) -> str:
    """Return the file for a site whose address ends in `base`; `policy` holds for all its pages.

    `moves` has, for each page and file that is gone, where it stands now, both from the root of the site.
    """
    variables, headers = Variables(base), []
    headers.append(variables.header(CACHE, ASK, [(HASHED_PATTERN.pattern, FOREVER)]))
    for name, values in gather(policy).items():
        in_all = values.pop("/*", "")
        if name == TRANSPORT:
            headers.append(variables.header_of_https(name, in_all))
        else:
            headers.append(variables.header(name, in_all, [(variables.within(p), v) for p, v in values.items()]))
    return TEMPLATE.format(
        texts=" ".join(name for name in text_types() if name != "text/html"),
        types="\n".join(f"    {name} {' '.join(ends)};" for name, ends in endings()),
        variables="\n".join(variables.lines),
        headers="\n".join(headers),
        base=base,
        locations="\n".join([*locations(base), *moved_locations(base, moves)]),
    )


class Variables:
    """The values that do not hold for all files, each in a variable of its own."""

    def __init__(self, base: str) -> None:
        self.base, self.lines = base, list[str]()

    def within(self, pattern: str) -> str:
        """Return the expression for a pattern of the table."""
        return "^" + re.escape(self.base.rstrip("/") + pattern).replace(r"\*", ".*").removesuffix(".*")

    def header(self, name: str, in_all: str, others: Iterable[tuple[str, str]]) -> str:
        """Return the line that sends a header; `others` are values for the files that an expression finds."""
        conditions = [(f'$uri ~ "{expression}"', value) for expression, value in others]
        return self.render(name, in_all, conditions)

    def header_of_https(self, name: str, value: str) -> str:
        """Return the line that sends a header where the connection is encrypted: browsers forbid it elsewhere."""
        return self.render(name, "", [("$scheme = https", value)])

    def render(self, name: str, value: str, conditions: list[tuple[str, str]]) -> str:
        """Return the line that sends a header."""
        if not conditions:
            return f'add_header {name} "{value}" always;'
        variable = f"$archive_{name.lower().replace('-', '_')}"
        self.lines.append(f'set {variable} "{value}";')
        self.lines += [f'if ({condition}) {{ set {variable} "{other}"; }}' for condition, other in conditions]
        return f"add_header {name} {variable} always;"


def gather(policy: str) -> dict[str, dict[str, str]]:
    """Return the table by header: for each, its value by pattern."""
    found: dict[str, dict[str, str]] = {}
    for row in header_rows(policy):
        for name, value in row.headers:
            found.setdefault(name, {})[row.pattern] = value
    return found


def endings() -> Iterator[tuple[str, list[str]]]:
    """Yield each type with the endings of its files."""
    for name in sorted(set(TYPES.values())):
        yield name, [ending for ending, own in TYPES.items() if own == name]


def locations(base: str) -> Iterator[str]:
    """Yield what holds for some places alone; nginx takes the first expression that fits before any folder."""
    yield HIDDEN_LOCATION.format()
    for ending, name in DOUBLE.items():
        yield DOUBLE_LOCATION.format(ending=re.escape(ending), type=name)
    yield LINKSET_LOCATION.format(pattern=within(base, LINKSETS), type=LINKSET)
    yield SOURCE_LOCATION.format(pattern=within(base, SOURCES))
    yield PERMANENT_LOCATION.format(base=re.escape(base), steps="\n".join(language_steps(base)))
    for writing in LANGUAGES.values():
        if writing.folder:
            yield LANGUAGE_LOCATION.format(base=base, folder=writing.folder)


def moved_locations(base: str, moves: Mapping[str, str]) -> Iterator[str]:
    """Yield what leads on from what is gone; such a place comes before all others."""
    for old, new in moves.items():
        yield MOVED_LOCATION.format(old=base.rstrip("/") + old, new=base.rstrip("/") + new)


def within(base: str, pattern: str) -> str:
    """Return the expression for a path of which * stands for one folder."""
    return re.escape(base.rstrip("/") + pattern).replace(r"\*", "[^/]+")


def language_steps(base: str) -> Iterator[str]:
    """Yield the lines that choose the page of a reader's language."""
    *others, last = LANGUAGES.items()
    names = "|".join(LANGUAGES)
    yield '    set $archive_to "";'
    yield f"    if ($http_accept_language) {{ set $archive_to {base}{last[1].folder}policies/$archive_id/; }}"
    for language, writing in others:
        # fr, zh-CN;q=0.9, en: the first that is one of ours
        first = rf"^(?:(?!(?:{names})\b)[^,]*,\s*)*{language}\b"
        condition = f'$http_accept_language ~* "{first}"'
        yield f"    if ({condition}) {{ set $archive_to {base}{writing.folder}policies/$archive_id/; }}"
