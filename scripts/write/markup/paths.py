"""Where the links of a page lead: MkDocs works out each of them anew; here each path of a page is worked out once."""

import re
from posixpath import dirname, join, normpath
from typing import Any

# ../../policies/jinan-2018/index.md#s2-1, #s2-1; not a?b, https://a.b, a%20b.md
PLAIN_PATTERN = re.compile(r"(?P<path>[\w./-]+\.md)?(?:#(?P<anchor>[\w-]+))?", re.ASCII)


def remember_paths(links: Any) -> None:
    """Let the processor of MkDocs for links remember what it found; as before, it notes the anchors that are led to.

    Relied upon: `path_to_url` is asked of each link, `links_to_anchors` holds the first link to each anchor of a file.
    """
    work_out = links.path_to_url
    known: dict[str, tuple[Any, str]] = {"": (links.file, "")}

    def path_to_url(url: str) -> str:
        match = PLAIN_PATTERN.fullmatch(url)
        if not match:
            return str(work_out(url))
        path, anchor = match["path"] or "", match["anchor"]
        if path not in known:
            found = str(work_out(url))
            file = links.files.get_file_from_path(normpath(join(dirname(links.file.src_uri), path)))
            if file is not None and file.inclusion.is_included():
                known[path] = file, found.partition("#")[0]
            return found
        file, address = known[path]
        if not anchor:
            return address
        links.links_to_anchors.setdefault(file, {}).setdefault(anchor, url)
        return f"{address}#{anchor}"

    links.path_to_url = path_to_url
