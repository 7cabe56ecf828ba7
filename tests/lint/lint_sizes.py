#!/usr/bin/env python3
"""Functions and files stay small enough to be read at once: lint_sizes.py SOURCE_ROOT."""

import ast
import re
import sys

from lintlib import Tap, code_of, line_at, sources, without_directives

FUNCTION_LINES = 70
FILE_LINES = 600
NESTING = 3

FOLDERS = ["src", "include", "tests", "bindings", "tools", "docs"]
SUFFIXES = {".c", ".h", ".py", ".java", ".i"}

CONTROL_WORDS = {"if", "for", "while", "switch", "catch", "synchronized", "try"}
NOT_NAMES = {"return", "sizeof", "new", "case"}


def word_before_parentheses(head):
    """In `... word (...)`, the word; None when the text does not end in parentheses."""
    depth = 0
    for offset in range(len(head) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(head[offset], 0)
        if depth == 0:
            word = re.search(r"(\w+)\s*$", head[:offset])
            return word.group(1) if word else ""
    return None


def without_throws(head):
    return re.sub(r"\)\s*throws\s[\w.,\s]+$", ")", head.strip())


def kind_of_block(head, inside_function):
    """Whether the brace after `head` opens a function, a controlled block or something else."""
    if re.search(r"\b(else|do|try|finally)$", head):
        return "control"
    if not head.endswith(")"):
        return "other"  # a struct, an initialiser, a label
    word = word_before_parentheses(head)
    if word in CONTROL_WORDS:
        return "control"
    if not word or word in NOT_NAMES or re.search(r"\bnew\s+[\w.<>]+\s*\([^()]*\)$", head):
        return "other"  # a compound literal, an anonymous class
    return "control" if inside_function else "function"  # inside: a macro that loops


def functions_of(text):
    """(name, line, lines, deepest nesting) of each function of a C or Java source."""
    code = without_directives(code_of(text))
    blocks = []  # of the braces open now: [kind, offset of its head, name, deepest nesting]
    start = 0  # of what will be the head of the next block
    for match in re.finditer(r"[{};]", code):
        offset = match.start()
        if match.group() == "{":
            head_offset = start + len(code[start:offset]) - len(code[start:offset].lstrip())
            head = without_throws(code[start:offset])
            inside = any(block[0] == "function" for block in blocks)
            kind = kind_of_block(head, inside)
            blocks.append([kind, head_offset, word_before_parentheses(head), 0])
            depth = 0
            for block in reversed(blocks):
                if block[0] == "function":
                    block[3] = max(block[3], depth)
                    break
                depth += block[0] == "control"
        elif match.group() == "}" and blocks:
            kind, head_offset, name, nesting = blocks.pop()
            if kind == "function":
                line = line_at(code, head_offset)
                yield name, line, line_at(code, offset) - line + 1, nesting
        # `for (a; b; c) {`: a semicolon in parentheses ends nothing.
        head = code[start:offset]
        if match.group() != ";" or head.count("(") <= head.count(")"):
            start = offset + 1


def python_functions_of(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, node.lineno, node.end_lineno - node.lineno + 1, 0


def faults_in(path, text):
    lines = text.count("\n")
    if lines > FILE_LINES:
        yield f"{path}:{FILE_LINES + 1}: the file has {lines} lines, more than {FILE_LINES}"
    functions = ()
    if path.endswith((".c", ".h", ".java")):
        functions = functions_of(text)
    elif path.endswith(".py"):
        try:
            functions = list(python_functions_of(text))
        except SyntaxError as error:
            yield f"{path}:{error.lineno}: is not Python"
    for name, line, length, nesting in functions:
        if length > FUNCTION_LINES:
            yield f"{path}:{line}: {name} has {length} lines, more than {FUNCTION_LINES}"
        if nesting > NESTING:
            yield f"{path}:{line}: {name} nests {nesting} levels, more than {NESTING}"


SAMPLE = """
static const struct row rows[] = {
    {"a", 1},
};

/* A brace in a comment { or in a "text {" counts for nothing. */
int
phb_sample(const char *text, int count)
{
    struct pair made = use((struct pair){.first = 1});
    for (int i = 0; i < count; i++) {
        if (text[i] == '{') {
            continue;
        } else {
            do {
                count--;
            } while (count);
        }
    }
    return 0;
}
"""

JAVA_SAMPLE = """
class A { int f(int x) throws IOException, E { if (x > 0) { run(() -> { g(); }); } return 1; } }
"""


def check_that_it_can_fail(tap):
    tap.check_equal("measures C", list(functions_of(SAMPLE)), [("phb_sample", 7, 15, 3)])
    tap.check_equal("measures Java", list(functions_of(JAVA_SAMPLE)), [("f", 2, 1, 1)])

    def count(path, text):
        return len(list(faults_in(path, text)))

    deep = "void f(void)\n{\n" + "if (a) {\n" * 4 + "}\n" * 4 + "}\n"
    long = "void\nf(void)\n{\n" + "    a();\n" * 67 + "}\n"
    tap.check_equal("finds deep nesting", count("a.c", deep), 1)
    tap.check_equal("finds a function of 71 lines", count("a.c", long), 1)
    tap.check_equal("lets one of 70 pass", count("a.c", long.replace("    a();\n", "", 1)), 0)
    tap.check_equal("finds a long function in Python", count("a.py", "def f():\n" + " a()\n" * 70), 1)
    tap.check_equal("finds what is not Python", count("a.py", "def f(:"), 1)
    tap.check_equal("finds a file of 601 lines", count("a.i", "\n" * 601), 1)
    tap.check_equal("lets one of 600 pass", count("a.i", "\n" * 600), 0)


def main(root):
    tap = Tap()
    check_that_it_can_fail(tap)
    for folder in FOLDERS:
        faults = [
            fault
            for path, text in sources(root, [folder], SUFFIXES)
            for fault in faults_in(path, text)
        ]
        tap.check(f"functions and files of {folder} are short", faults)
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
