#!/usr/bin/env python3
"""The examples in the documentation work: run_examples.py SOURCE PHB NAME=PROGRAM...

In fenced `console` blocks of the pages below, a line that begins with `$ ` is run from the top of
the source tree, with the built phb first in PATH, and what follows it is what it prints; `…` on a
line of its own stands for any lines. `$ ./NAME` of an example in C runs the program that the build
made of it. A command that ends with `  # not run here` is shown only.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

PAGES = (
    "README.md",
    "docs/getting-started.md",
    "docs/command-line.md",
    "docs/c-api.md",
    "docs/batch.md",
    "docs/reviews.md",
    "docs/localisation.md",
)
BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
NOT_RUN = "  # not run here"


def examples_in(text):
    """Pairs of a command and the lines shown below it."""
    for block in BLOCK.findall(text):
        command, shown = None, []
        for line in block.splitlines():
            if line.startswith("$ "):
                if command is not None:
                    yield command, shown
                command, shown = line[2:], []
            elif command is not None and command.endswith("\\"):
                command = command[:-1] + line.strip()
            else:
                shown.append(line)
        if command is not None:
            yield command, shown


def matches(shown, printed):
    """Are these the lines, where … is any number of them?"""
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip()) + r"[ ]*\n" for line in shown)
    return re.fullmatch(pattern, "".join(line.rstrip() + "\n" for line in printed)) is not None


def problem_with(command, shown, source, environment):
    run = subprocess.run(["bash", "-c", command], cwd=source, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    printed = (run.stdout + run.stderr).splitlines()
    if run.returncode not in (0, 1, 2):
        return f"status {run.returncode}: {' / '.join(printed)}"
    if not matches(shown, printed):
        return "it printed:\n" + "\n".join(printed)
    return None


def main(source, phb, *programs):
    with tempfile.TemporaryDirectory() as folder:
        shims = pathlib.Path(folder)
        (shims / "phb").symlink_to(os.path.abspath(phb))
        for program in programs:
            name, path = program.split("=", 1)
            (shims / name).symlink_to(os.path.abspath(path))
        environment = {**os.environ, "PATH": f"{shims}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
        results = []
        for page in PAGES:
            examples = list(examples_in((pathlib.Path(source) / page).read_text(encoding="utf-8")))
            results.append((f"{page} has examples", None if examples else "it has none"))
            for command, shown in examples:
                if command.endswith(NOT_RUN):
                    continue
                name = f"{page}: {command}".replace("#", "")
                results.append((name, problem_with(re.sub(r"^\./(?!dev\b)", "", command), shown, source, environment)))
    results.append(("output that differs is noticed", "it is not" if matches(["a", "…"], ["b", "c"]) or not matches(["a", "…", "c"], ["a", "b", "c"]) else None))
    print(f"1..{len(results)}")
    for number, (name, problem) in enumerate(results, 1):
        print(f"{'not ok' if problem else 'ok'} {number} - {name}")
        for line in (problem or "").splitlines():
            print(f"# {line}")


if __name__ == "__main__":
    main(*sys.argv[1:])
