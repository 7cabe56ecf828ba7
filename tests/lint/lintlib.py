"""What the lint programs share: TAP, and reading C-like sources."""

import re
import sys
from pathlib import Path

# A comment, or a literal; whichever begins first wins, so that "/*" in a text begins nothing.
COMMENT_OR_LITERAL = re.compile(
    r'//(?:[^\n\\]|\\.)*|/\*.*?\*/|"""(?:\\.|.)*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'',
    re.DOTALL,
)
# A line for the preprocessor, with the lines it continues on.
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n\\]|\\.)*", re.MULTILINE | re.DOTALL)


class Tap:
    """Prints one line a check, its faults before it, and the plan at the end."""

    def __init__(self):
        self.checks = 0
        self.failed = 0

    def check(self, name, faults):
        """Passes when `faults`, a list of sentences, is empty."""
        self.checks += 1
        for fault in faults:
            print(f"# {fault}")
        if faults:
            self.failed += 1
        print(f"{'not ok' if faults else 'ok'} {self.checks} - {name}")

    def check_equal(self, name, value, expected):
        self.check(name, [] if value == expected else [f"is {value!r}", f"not {expected!r}"])

    def finish(self):
        print(f"1..{self.checks}")
        sys.exit(1 if self.failed else 0)


def blank(text):
    """Spaces for everything but the ends of lines, so that line numbers stay."""
    return re.sub(r"[^\n]", " ", text)


def code_of(text):
    """A C or Java source without comments, and with its literals emptied."""

    def replace(match):
        found = match.group()
        if found.startswith("/"):
            return blank(found)
        quote = found[0]
        return quote + blank(found[1:-1]) + quote

    return COMMENT_OR_LITERAL.sub(replace, text)


def without_directives(code):
    return DIRECTIVE.sub(lambda match: blank(match.group()), code)


def line_at(text, offset):
    return text.count("\n", 0, offset) + 1


def sources(root, folders, suffixes):
    """(path from the root, text) of each source, sorted. A folder that is missing has none."""
    for folder in folders:
        for path in sorted(Path(root, folder).rglob("*")):
            if path.is_file() and path.suffix in suffixes and "__pycache__" not in path.parts:
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
