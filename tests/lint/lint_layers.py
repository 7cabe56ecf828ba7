#!/usr/bin/env python3
"""Includes point down the layers only: lint_layers.py SOURCE_ROOT.

Order that is kept by habit erodes; this keeps it by test.
"""

import re
import sys

from lintlib import Tap, line_at, sources

LAYERS = {
    "core": 0,
    "rates": 1,
    "model": 2,
    "costing": 3,
    "schedule": 3,
    "rules": 4,
    "compare": 4,
    "chain": 4,
    "batch": 5,
    "json": 5,
    "render": 5,
    "cli": 6,
}

# Rooms that see less than their layer would allow. `json` reads and writes what `model` and `rates`
# describe; `render` sees tables; the command is a client like any other.
NARROWER = {"json": {"core", "rates", "model"}, "render": {"core"}, "cli": set()}

C_HEADERS = set(
    "assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal "
    "stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string tgmath "
    "threads time uchar wchar wctype".split()
)

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)


def includes(text):
    """(line, quote, name) of each include."""
    for match in INCLUDE.finditer(text):
        yield line_at(text, match.start()), match.group(1), match.group(2)


def rooms_seen_by(room):
    """The rooms whose private headers a room may include, its own among them."""
    below = {other for other, layer in LAYERS.items() if layer < LAYERS[room]}
    return NARROWER.get(room, below) | {room}


def fault_in_src(room, quote, name):
    """What is wrong with one include of a file in src/ROOM, or None."""
    if name.split("/")[-1].lower() == "cjson.h":
        return None if room == "json" else "only json may see cJSON.h"
    if name.startswith("phb/"):
        if quote != "<":
            return "public headers are included as <phb/...>"
        if room == "cli" and name != "phb/phb.h":
            return "the command includes <phb/phb.h> and nothing else of the library"
        return None
    if quote == "<":
        return None
    other = name.split("/")[0]
    if name.count("/") != 1 or other not in LAYERS:
        return 'private headers are included as "room/file.h"'
    if other not in rooms_seen_by(room):
        return f"{room} (layer {LAYERS[room]}) must not see {other} (layer {LAYERS[other]})"
    return None


def faults_in_src(path, text):
    parts = path.split("/")
    if len(parts) < 3 or parts[1] not in LAYERS:
        return [f"{path}:1: is in no room that has a layer"]
    found = [(line, fault_in_src(parts[1], *include)) for line, *include in includes(text)]
    return [f"{path}:{line}: {fault}" for line, fault in found if fault]


def faults_in_include(path, text):
    return [
        f"{path}:{line}: a public header includes <phb/...> and C's own headers only"
        for line, quote, name in includes(text)
        if quote != "<"
        or not (re.fullmatch(r"phb/[a-z_]+\.h", name) or name.removesuffix(".h") in C_HEADERS)
    ]


def check_that_it_can_fail(tap):
    bad = {
        "src/core/a.c": '#include "rates/b.h"',  # upward
        "src/costing/a.c": '#include "schedule/b.h"',  # sideways
        "src/json/a.c": '#include "costing/b.h"',  # downward, yet not for json
        "src/render/a.c": '#include "model/b.h"',
        "src/cli/a.c": "#include <phb/rates.h>",
        "src/core/b.c": '#include "b.h"',  # its own room, but unnamed
        "src/core/c.c": "#include <cjson/cJSON.h>",
        "src/core/d.c": '#include "phb/money.h"',
        "src/a.c": "",  # in no room
    }
    for path, text in bad.items():
        what = text.removeprefix("#include ") or "the lack of a room"
        tap.check_equal(f"finds {what} in {path}", len(faults_in_src(path, text)), 1)
    good = '#include <stdlib.h>\n#include <phb/money.h>\n#include "core/x.h"\n#include "rates/x.h"\n'
    tap.check("lets includes downward and within a room pass", faults_in_src("src/rates/a.c", good))
    for text in ['#include "phb/a.h"', '#include "../src/core/x.h"', "#include <cjson/cJSON.h>"]:
        faults = faults_in_include("include/phb/a.h", text)
        tap.check_equal(f"finds {text.split()[1]} in a public header", len(faults), 1)


def main(root):
    tap = Tap()
    check_that_it_can_fail(tap)
    in_src = [
        fault
        for path, text in sources(root, ["src"], {".c", ".h"})
        for fault in faults_in_src(path, text)
    ]
    tap.check("src includes downward only", in_src)
    in_include = [
        fault
        for path, text in sources(root, ["include"], {".h", ".in"})
        for fault in faults_in_include(path, text)
    ]
    tap.check("public headers stand alone", in_include)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
