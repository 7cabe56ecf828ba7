#!/usr/bin/env python3
"""What the sources must not say: lint_forbidden.py SOURCE_ROOT."""

import re
import sys

from lintlib import Tap, code_of, line_at, sources

FOLDERS = ["src", "include", "tests", "bindings", "tools", "docs"]
TEXTS = {".c", ".h", ".in", ".py", ".java", ".i", ".build", ".map", ".md", ".sh"}


def calls(*names):
    """A call of one of these names, not of a member of that name."""
    return re.compile(rf"(?<![\w.>])(?:{'|'.join(names)})\s*\(")


ABORTS = calls("abort", "exit", "_Exit", "quick_exit", "assert")
PRINTS = calls("v?f?printf", "puts", "fputs", "putchar", "perror")
WORLD = calls("getenv", "fopen", "time", "clock", "gmtime", "localtime", "clock_gettime", "system")
LOCALE = calls("setlocale", "localeconv", r"strto[a-z]+", "ato[a-z]+", r"is(?:alpha|digit|space|upper)")
MEMORY = calls("malloc", "calloc", "realloc", "free", "strdup")
# A private copy of cJSON may be linked, and a host may set cJSON's hooks: the library only builds
# nodes with it and looks names up with case.
CJSON = calls(r"cJSON_Parse\w*", r"cJSON_Print\w*", "cJSON_InitHooks", "cJSON_(?:Get|Has)ObjectItem")
FLOAT = re.compile(r"\b(?:float|double)\b|\b\d+\.\d")
# Java's own: `a.pence() + b`, `-grossPence`.
PENCE = re.compile(r"[pP]ence\b(?:\(\))?\s*[-+*/%]|[-+*/%]=?\s*(?:\w+(?:\(\))?\.)*\w*[pP]ence\b")


def everywhere(path):
    return True


def outside_cli(path):
    return not path.startswith("src/cli/")


def outside_alloc(path):
    return outside_cli(path) and path != "src/core/alloc.c"


# Rules for the code of src: (name, where, pattern, why).
CODE_RULES = [
    ("no floating point", everywhere, FLOAT, "money is whole pence: no floating point"),
    ("no way to end the host", outside_cli, ABORTS, "a library never ends its host"),
    ("no printing", outside_cli, PRINTS, "a library prints nothing"),
    ("no files, clock or environment", outside_cli, WORLD, "only the command looks at the world"),
    ("no locale", outside_cli, LOCALE, "depends on the locale, or on C's leniency with numbers"),
    ("memory from the context", outside_alloc, MEMORY, "memory comes from the context's allocator"),
    ("cJSON builds nodes only", everywhere, CJSON, "cJSON's parser, printer and hooks are not used"),
]

# Spelt in halves, or this file would be the first to break the rule.
REMINDER = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX)\b")
UNTIDY = re.compile(r"\t|[ \t\r]+$", re.MULTILINE)


def matches(path, text, pattern, why):
    return [f"{path}:{line_at(text, match.start())}: {why}" for match in pattern.finditer(text)]


def check_that_it_can_fail(tap):
    for name, where, pattern, sample, hits in [
        ("a float", everywhere, FLOAT, "float a; double b = 1.5;", 3),
        ("an assert", outside_cli, ABORTS, "assert(a); static_assert(b); x->abort(c); exit (1);", 2),
        ("a print", outside_cli, PRINTS, 'printf("a"); vfprintf(f); snprintf(b); phb_printf(c);', 2),
        ("a clock", outside_cli, WORLD, "time(NULL); phb_time(1); a.time(2); /* time(3) */", 1),
        ("a locale", outside_cli, LOCALE, 'strtod(a, b); setlocale(c); "strtol(d)"; isdigit(e);', 3),
        ("a free", outside_alloc, MEMORY, "free(a); cJSON_free(b); user.free(c); malloc(d);", 2),
        (
            "a lookup that ignores case",
            everywhere,
            CJSON,
            "cJSON_GetObjectItem(a, b); cJSON_GetObjectItemCaseSensitive(a, b); cJSON_ParseWithOpts(c);",
            2,
        ),
    ]:
        found = matches("src/core/a.c", code_of(sample), pattern, "") if where("src/core/a.c") else []
        tap.check_equal(f"finds {name}", len(found), hits)
    sums = "a.pence() + 1; b = -grossPence; c += pence; long d = e.pence(); f(pence, 2); g.pence - 3;"
    tap.check_equal("finds sums of money", len(matches("a", code_of(sums), PENCE, "")), 4)
    tap.check_equal("allocates in one file", outside_alloc("src/core/alloc.c"), False)
    tap.check_equal("leaves the command alone", outside_cli("src/cli/main.c"), False)
    tap.check_equal("finds a reminder", len(matches("a", "/* TO" "DO: x */", REMINDER, "")), 1)
    tap.check_equal("finds tabs, trailing space", len(matches("a", "\ta\nb \nc\n", UNTIDY, "")), 2)


def main(root):
    tap = Tap()
    check_that_it_can_fail(tap)
    code = [(path, code_of(text)) for path, text in sources(root, ["src"], {".c", ".h"})]
    for name, where, pattern, why in CODE_RULES:
        faults = [f for path, text in code if where(path) for f in matches(path, text, pattern, why)]
        tap.check(name, faults)

    java = [(path, code_of(text)) for path, text in sources(root, ["bindings/java"], {".java"})]
    faults = [f for path, text in java for f in matches(path, text, PENCE, "sums are the library's")]
    tap.check("no sums of money in Java", faults)

    texts = list(sources(root, FOLDERS, TEXTS)) + list(sources(root, ["tools"], {""}))
    for name, pattern, why in [
        ("no reminders", REMINDER, "do it, or write it down where others can see it"),
        ("no tabs or trailing space", UNTIDY, "a tab or a space at the end of a line"),
    ]:
        tap.check(name, [f for path, text in texts for f in matches(path, text, pattern, why)])
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
