#!/usr/bin/env python3
"""What the built library shows and needs: lint_symbols.py SOURCE_ROOT SHARED_LIBRARY STATIC_LIBRARY.

The shared library shows what src/libphb.map lists, and that is what the public headers declare. It
needs nothing that could end the host, print, or look at the world, and it holds no state.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from lintlib import Tap, code_of, line_at, sources, without_directives

STRIPPED_BYTES = 704 * 1024  # law, rules and field tables are most of it

# Everything the library may ask of the host. A compiler may check a copy's bounds (`_chk`), divide
# 128 bits, or register what it never uses.
MAY_NEED = re.compile(
    r"mem(cpy|move|set|cmp|chr)|str(len|nlen|cmp|ncmp|chr|rchr|str|spn|cspn|pbrk)|bsearch|qsort"
    r"|malloc|calloc|realloc|free|v?snprintf"
    r"|__(mem(cpy|move|set)|v?snprintf)_chk|__stack_chk_(fail|guard)|__u?(div|mod|mul)[a-z0-9]*"
    r"|__cxa_finalize|__gmon_start__|_ITM_\w+|_GLOBAL_OFFSET_TABLE_|cJSON_\w+|SHA256(Init|Update|Final)"
)
# Compiled tables of pointers need relocation, and are read-only after it.
WRITABLE = re.compile(r"\.(data|bss|tdata|tbss|sdata|sbss)(?!\.rel\.ro)\b.*|\*COM\*")


def nm(*arguments):
    """(name, class, section) of each symbol nm tells of; versions are cut off."""
    listing = subprocess.run(
        ["nm", "--format=sysv", *arguments], check=True, capture_output=True, text=True
    ).stdout
    return symbols_in(listing)


def symbols_in(listing):
    rows = [[field.strip() for field in line.split("|")] for line in listing.splitlines()]
    return [(row[0].split("@")[0], row[2], row[6]) for row in rows if len(row) == 7]


def names_in_map(text):
    """{name: line} of the global symbols of a version script."""
    code = code_of(text)
    shown = re.search(r"global:(.*?)(?:local:|\})", code, re.DOTALL)
    if not shown:
        return {}
    return {
        match.group(1): line_at(code, shown.start(1) + match.start())
        for match in re.finditer(r"([\w*?]+)\s*;", shown.group(1))
    }


def functions_declared(text):
    """{name: line} of the functions a header marks as the library's."""
    code = without_directives(code_of(text))
    return {
        match.group(1): line_at(code, match.start(1))
        for match in re.finditer(r"\bPHB_API\b[^;{}()]*?(\w+)\s*\(", code)
    }


def without_prefix(symbols):
    return [name for name, kind, _ in symbols if kind.isupper() and not name.startswith("phb_")]


def not_allowed(symbols):
    return [name for name, _, _ in symbols if not MAY_NEED.fullmatch(name)]


def writable(symbols):
    return [name for name, _, section in symbols if WRITABLE.fullmatch(section)]


def check_that_it_can_fail(tap):
    version_script = "LIBPHB_0 {\n  global: /* x; */\n    phb_a;\n    phb_b;\n  local: *;\n};\n"
    tap.check_equal("reads a map", names_in_map(version_script), {"phb_a": 3, "phb_b": 4})
    header = "#define PHB_API\n/** phb_x(1) */\nPHB_API const char *phb_a(int (*f)(void));\nint phb_b(void);\n"
    tap.check_equal("reads a header", functions_declared(header), {"phb_a": 3})
    listing = (
        "Symbols from a.o:\n\n"
        "counter  |0000|  b  |  OBJECT|0004|  |.bss\n"
        "table    |0000|  d  |  OBJECT|0004|  |.data.rel.ro.local\n"
        "helper   |0000|  T  |    FUNC|0004|  |.text\n"
        "abort@GLIBC_2.2.5|     |  U  |  NOTYPE|    |  |*UND*\n"
        "phb__a   |0000|  T  |    FUNC|0004|  |.text\n"
    )
    symbols = symbols_in(listing)
    tap.check_equal("finds a counter, not a table", writable(symbols), ["counter"])
    tap.check_equal("finds a name without prefix", without_prefix(symbols[1:3]), ["helper"])
    tap.check_equal("finds abort", not_allowed(symbols[3:4]), ["abort"])
    tap.check_equal("lets memcpy pass", not_allowed([("memcpy", "U", "*UND*")]), [])


def check_names(tap, root, shared):
    path_of_map = Path(root, "src/libphb.map")
    listed = names_in_map(path_of_map.read_text(encoding="utf-8")) if path_of_map.exists() else {}
    declared = {
        name: f"{path}:{line}"
        for path, text in sources(root, ["include"], {".h", ".in"})
        for name, line in functions_declared(text).items()
    }
    # The version of the symbols is itself an absolute symbol.
    shown = {
        name for name, _, section in nm("-D", "--defined-only", shared) if section != "*ABS*"
    }
    tap.check(
        "what the map lists is declared",
        [f"src/libphb.map:{listed[n]}: {n} is in no header" for n in sorted(set(listed) - set(declared))],
    )
    tap.check(
        "what the headers declare is listed",
        [f"{declared[n]}: {n} is not in src/libphb.map" for n in sorted(set(declared) - set(listed))],
    )
    tap.check(
        "what the map lists is shown",
        [f"src/libphb.map:{listed[n]}: {n} is not defined" for n in sorted(set(listed) - shown)],
    )
    tap.check(
        "nothing else is shown",
        [f"{shared}:1: shows {n}" for n in sorted(shown - set(listed))],
    )


def stripped_size(library):
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "stripped")
        subprocess.run(["strip", "-o", copy, library], check=True)
        return os.path.getsize(copy)


def main(root, shared, static):
    tap = Tap()
    check_that_it_can_fail(tap)
    check_names(tap, root, shared)

    defined = nm("--defined-only", static)
    bare = without_prefix(defined)
    tap.check("every global name has the prefix", [f"{static}:1: {n} lacks it" for n in bare])
    state = writable(defined)
    tap.check("there is no writable data", [f"{static}:1: {n} can be written" for n in state])
    needed = not_allowed(nm("-D", "--undefined-only", shared))
    tap.check("nothing is needed that may not be", [f"{shared}:1: needs {n}" for n in needed])

    size = stripped_size(shared)
    too_big = [f"{shared}:1: {size} bytes without symbols, more than {STRIPPED_BYTES}"]
    tap.check(f"the library is small: {size} bytes", too_big if size > STRIPPED_BYTES else [])
    tap.finish()


if __name__ == "__main__":
    main(*sys.argv[1:4])
