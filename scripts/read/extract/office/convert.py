"""A file that only an office program opens → the same in a format that we read, converted by LibreOffice.

LibreOffice runs alone, for this one file: with a profile and a folder of its own that are gone afterwards, without
macros, without a way to the network, and only so long. Whatever it has begun ends with it.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from scripts.model.vocabulary import Format
from scripts.problems import CorpusError

PROGRAMS = ("soffice", "libreoffice")
TIME_LIMIT = 180
"""Seconds that a conversion may take."""
MOST_BYTES = 100_000_000
"""So many bytes it may yield."""
BOUNDED = ("/bin/sh", "-c", 'ulimit -v 8000000; ulimit -f 4000000; exec "$@"', "sh")
"""What runs a program with at most so many kilobytes of memory, and blocks of 512 bytes in a file."""
TEXT_FILTER, SHEET_FILTER = "docx:MS Word 2007 XML", "html:HTML (StarCalc)"
SAVE_AGAIN = "open it in the program that made it and save it as DOCX"
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
SETTING = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "1"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Setup/L10N", "ooSetupSystemLocale", "zh-CN"),
)
"""What its profile says: no macros, no links that load anything, nobody at the end of the network, Chinese dates."""


class Kind(NamedTuple):
    """How a kind of file is converted."""

    name: str
    """For people."""
    ending: str
    filter: str
    package: str
    """Of Debian and Ubuntu, that brings what opens it."""


WRITER, CALC = "libreoffice-writer-nogui", "libreoffice-calc-nogui"
KINDS = {
    Format.DOC: Kind("a Word file of before 2007 (DOC)", "doc", TEXT_FILTER, WRITER),
    Format.RTF: Kind("an RTF file", "rtf", TEXT_FILTER, WRITER),
    Format.ODT: Kind("an OpenDocument text (ODT)", "odt", TEXT_FILTER, WRITER),
    Format.XLS: Kind("an Excel file of before 2007 (XLS)", "xls", SHEET_FILTER, CALC),
    Format.XLSX: Kind("an Excel file (XLSX)", "xlsx", SHEET_FILTER, CALC),
}


def convert(data: bytes, path: str, kind: Kind) -> bytes:
    """Return a file as its kind's filter yields it; raise CorpusError, with what to do, where that cannot be."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        message = (
            f"is {kind.name}, which LibreOffice opens, and that is not installed; "
            f"type: sudo apt-get install {kind.package}, or {SAVE_AGAIN}"
        )
        raise CorpusError(path, message, 0, "file")
    with TemporaryDirectory(prefix="office-", ignore_cleanup_errors=True) as folder:
        place = Path(folder).resolve()
        write_profile(place / "profile" / "user")
        source = place / f"source.{kind.ending}"
        source.write_bytes(data)
        run_program(arguments(program, place, source, kind), place, path)
        return read_result(place / "out", path, kind)


def write_profile(folder: Path) -> None:
    """Write the settings of a profile."""
    folder.mkdir(parents=True)
    items = "\n".join(SETTING.format(path=path, name=name, value=value) for path, name, value in SETTINGS)
    (folder / "registrymodifications.xcu").write_text(PROFILE.format(items=items), "utf-8")


def arguments(program: str, place: Path, source: Path, kind: Kind) -> list[str]:
    """Return how LibreOffice is called."""
    options = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"]
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    return [program, profile, *options, "--convert-to", kind.filter, "--outdir", str(place / "out"), str(source)]


def run_program(command: list[str], place: Path, path: str) -> None:
    """Run LibreOffice to its end; raise CorpusError where that does not come in time. Nothing of it runs on."""
    quiet = subprocess.DEVNULL
    running = subprocess.Popen(  # noqa: S603
        [*BOUNDED, *command],
        cwd=place,
        env=environment(place),
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        start_new_session=True,
    )
    try:
        running.wait(TIME_LIMIT)
    except subprocess.TimeoutExpired as error:
        message = f"takes LibreOffice longer than {TIME_LIMIT} seconds to open; {SAVE_AGAIN}"
        raise CorpusError(path, message, 0, "file") from error
    finally:
        end_session(running)


def end_session(running: "subprocess.Popen[bytes]") -> None:
    """End a program and all that it has begun."""
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def environment(place: Path) -> Mapping[str, str]:
    """Return the variables that LibreOffice needs, none of ours."""
    return {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(place), "TMPDIR": str(place), "LANG": "C.UTF-8"}


def read_result(folder: Path, path: str, kind: Kind) -> bytes:
    """Return the one file that a conversion has yielded."""
    results = sorted(folder.iterdir()) if folder.is_dir() else []
    if not results:
        message = (
            f"is {kind.name} that LibreOffice cannot open: it is damaged, has a password, or a part of LibreOffice is "
            f"missing; type: sudo apt-get install {kind.package}, or {SAVE_AGAIN}"
        )
        raise CorpusError(path, message, 0, "file")
    with results[0].open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise CorpusError(path, f"becomes larger than {MOST_BYTES:,} bytes; {SAVE_AGAIN}", 0, "file")
    return data
