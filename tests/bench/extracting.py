"""Files of each kind made from one text → what taking the text out of them costs, as it was and as it is, turn by turn.

A PDF that WeasyPrint prints, an OFD of lines, a web page. Each is read by a process of its own, without the start of the
program. Its memory is the most that a process held, less what it holds for a file of one word, over the bytes of the
file. Where others use the machine too, the seconds of the processors tell more than those of the clock. The last row is
what PDFium takes by itself to open the pages and to give their text in its own order: no reader built on it takes less.
"""

import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.bench.documents import Dice, make_document
from tests.bench.rounds import SETTINGS
from tests.bench.trees import FOLDER, Tree
from tests.extract.ofd_files import lines, ofd, page

STYLE = (
    "@page { size: A4; margin: 3cm 2.6cm } body { font: 16pt/28pt 'Noto Serif CJK SC', serif } p { text-indent: 2em }"
)
WIDTH, HEIGHT = 30, 28
"""So many characters a line of the OFD has, and so many lines a page."""
# loads the reader with a small file; then prints of another one the bytes of its text, the seconds of the clock and of
# processors, and the kilobytes that a process held at most
PROGRAM = """
import os, pathlib, resource, sys, time
from scripts.read.extract.door import open_file
small, data = (pathlib.Path(file).read_bytes() for file in sys.argv[1:])
open_file(small, sys.argv[1])
start, before = time.perf_counter(), sum(os.times()[:4])
text = open_file(data, sys.argv[2]).text
seconds = time.perf_counter() - start
own = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
processors = sum(os.times()[:4]) - before
print(len(text), seconds, processors, max(int(own), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""
PDFIUM = """
import ctypes, pathlib, sys, time
import pypdfium2.raw as pdfium
data = pathlib.Path(sys.argv[-1]).read_bytes()
start, before, size = time.perf_counter(), time.process_time(), 0
document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
for number in range(pdfium.FPDF_GetPageCount(document)):
    page = pdfium.FPDF_LoadPage(document, number)
    text_page = pdfium.FPDFText_LoadPage(page)
    count = pdfium.FPDFText_CountChars(text_page)
    text = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(text_page, 0, count, text)
    size += len(bytes(text)[:-2].decode("utf-16-le", "replace").encode())
    pdfium.FPDFText_ClosePage(text_page)
    pdfium.FPDF_ClosePage(page)
print(size, time.perf_counter() - start, time.process_time() - before, 0)
"""
HEAD = (
    f"{'file':12} {'tree':6} {'MB':>6} {'MB text':>8} {'seconds':>8} {'processor':>9} {'MB text/s':>9} {'x bytes':>8}"
)


class Taken(NamedTuple):
    """What a process took."""

    text: float
    """In bytes."""
    seconds: float
    processor: float
    """Seconds of processors, of all its processes."""
    memory: float
    """In bytes."""


def main(trees: tuple[Tree, Tree], size: int, rounds: int) -> None:
    """Print what each kind of file costs in both trees, and what PDFium takes by itself."""
    print(f"the middle of {rounds} rounds, old and new in turns\n{HEAD}", flush=True)
    for small, file in zip(make_files(1), make_files(size), strict=True):
        bare = [take(PROGRAM, tree, small, small).memory for tree in trees]
        taken = [[take(PROGRAM, tree, small, file) for tree in trees] for _ in range(rounds)]
        old, new = (middle([pair[place] for pair in taken]) for place in range(2))
        show(file, trees[0].name, old, bare[0])
        show(file, trees[1].name, new, bare[1])
        ratios = old.seconds / new.seconds, old.processor / new.processor
        print(f"{'':12} 1/{ratios[0]:.1f} of the seconds, 1/{ratios[1]:.1f} of the processors'")
    pdf = FOLDER / f"extract-{size}.pdf"
    show(pdf, "pdfium", middle([take(PDFIUM, trees[1], pdf) for _ in range(rounds)]), 0)


def make_files(size: int) -> Iterator[Path]:
    """Yield a file of each kind with a text of about so many bytes, made once."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    text = make_document("law", size, Dice("extract"))
    for kind, make in (("html", make_page), ("ofd", make_ofd), ("pdf", make_pdf)):
        file = FOLDER / f"extract-{size}.{kind}"
        if not file.exists():
            file.write_bytes(make(text))
        yield file


def make_page(text: str) -> bytes:
    """Return a text as a web page, a paragraph a line."""
    body = "\n".join(f"<p>{line}</p>" for line in text.split("\n") if line)
    return f"<!doctype html><html lang=zh-CN><meta charset=utf-8><style>{STYLE}</style><body>{body}</html>".encode()


def make_pdf(text: str) -> bytes:
    """Return a text as WeasyPrint prints it."""
    from weasyprint import HTML

    printed = HTML(string=make_page(text).decode()).write_pdf()
    assert isinstance(printed, bytes)
    return printed


def make_ofd(text: str) -> bytes:
    """Return a text as an OFD, its lines cut where they are full."""
    paragraphs = [f"　　{line}" for line in text.split("\n") if line]
    cut = [line[start : start + WIDTH] for line in paragraphs for start in range(0, len(line), WIDTH)]
    return ofd(*(page(lines(cut[start : start + HEIGHT])) for start in range(0, len(cut), HEIGHT)))


def take(program: str, tree: Tree, *files: Path) -> Taken:
    """Return what a program takes for the last of these files in a tree."""
    command = [sys.executable, "-c", program, *map(str, files)]
    printed = subprocess.run(command, cwd=tree.folder, env=SETTINGS, check=True, stdout=subprocess.PIPE, text=True)
    text, seconds, processor, kilobytes = map(float, printed.stdout.split())
    return Taken(text, seconds, processor, kilobytes * 1024)


def middle(taken: list[Taken]) -> Taken:
    """Return the median of each figure by itself."""
    return Taken(*map(statistics.median, zip(*taken, strict=True)))


def show(file: Path, tree: str, taken: Taken, bare: float) -> None:
    """Print a row of the table."""
    size = file.stat().st_size
    memory = f"{(taken.memory - bare) / size:.1f}" if taken.memory else ""
    row = f"{file.suffix[1:]:12} {tree:6} {size / 10**6:>6.2f} {taken.text / 10**6:>8.2f} {taken.seconds:>8.2f}"
    speed = taken.text / 10**6 / taken.seconds
    print(f"{row} {taken.processor:>9.2f} {speed:>9.2f} {memory:>8}".rstrip(), flush=True)
