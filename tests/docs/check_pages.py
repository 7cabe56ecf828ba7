#!/usr/bin/env python3
"""The pages and the library say the same: check_pages.py SOURCE PRINT_SCHEMA PRINT_FIELDS PRINT_FACTS

Generated pages are as they would be printed now (`./dev docs` writes them). Tables of facts are kept
by hand between `<!-- facts NAME -->` and `<!-- end of facts -->`: their rows are those the library
has, each of them once and in order, with more columns to the right where people need words. Links
between pages lead somewhere.
"""

import pathlib
import re
import subprocess
import sys

GENERATED = {
    "docs/rules.md": ("print_rules",),
    "docs/schema/phb-budget-1.json": ("print_schema", "phb-budget/1"),
    "docs/schema/phb-budget-1.md": ("print_fields", "phb-budget/1"),
    "docs/schema/phb-plan-1.json": ("print_schema", "phb-plan/1"),
    "docs/schema/phb-plan-1.md": ("print_fields", "phb-plan/1"),
    "docs/schema/phb-policy-1.json": ("print_schema", "phb-policy/1"),
    "docs/schema/phb-policy-1.md": ("print_fields", "phb-policy/1"),
    "docs/schema/rates-1.json": ("print_schema", "rates"),
    "docs/schema/rates-1.md": ("print_fields", "rates"),
}
FACTS = re.compile(r"<!-- facts (\w+) -->\n(.*?)<!-- end of facts -->", re.DOTALL)
LINK = re.compile(r"\[[^\]]+\]\(([^)#\s]+)(#[^)]*)?\)")
# Severities and statuses that are classes too.
STATES = ["breach", "gap", "warning", "note", "accepted", "overdue", "due", "due-soon", "upcoming", "done"]
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def facts_of(program, budget):
    """Rows by table, as the library has them."""
    facts = {}
    for line in output_of(program, str(budget)).splitlines():
        table, row = line.split(" ", 1)
        facts.setdefault(table, []).append(row)
    return facts


def pages_of(source):
    return sorted(source.glob("docs/**/*.md")) + [source / "README.md", source / "CHANGELOG.md"]


def table_problem(rows, block):
    """What is wrong with a table in a page, or None."""
    lines = [line for line in block.splitlines() if line.startswith("|")]
    shown = lines[2:]  # below the heading and its rule
    for row, line in zip(rows, shown):
        if not line.startswith(row):
            return f"expected a row that begins with '{row}', found '{line}'"
    if len(rows) != len(shown):
        return f"expected {len(rows)} rows, found {len(shown)}"
    return None


def link_problem(page):
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for target, _ in LINK.findall(text):
        if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists():
            return f"leads nowhere: {target}"
    return None


def class_problem(source):
    """What the page of HTML says of classes that are not there, or does not say of those that are."""
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(source.glob("src/render/html*.c")))
    there = set(re.findall(r"phb-[a-z]+(?:-[a-z]+)*", code)) | {f"phb-{name}" for name in STATES} | {"phb"}
    page = (source / "docs/html.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `(phb[a-z-]*)` \|", page, re.MULTILINE))
    return f"differ: {', '.join(sorted(there ^ listed))}" if there != listed else None


def main(source, print_schema, print_fields, print_facts):
    source = pathlib.Path(source)
    programs = {"print_schema": print_schema, "print_fields": print_fields,
                "print_rules": str(source / "docs/print_rules.py")}
    results = []
    for name, (program, *document) in GENERATED.items():
        same = (source / name).read_text(encoding="utf-8") == output_of(programs[program], *document)
        results.append((f"{name} is up to date", None if same else "run ./dev docs"))
    facts = facts_of(print_facts, source / "docs/examples/budgets/one-assistant.json")
    results.append(("docs/html.md lists every class", class_problem(source)))
    unseen = set(facts)
    for page in pages_of(source):
        name = page.relative_to(source)
        for table, block in FACTS.findall(page.read_text(encoding="utf-8")):
            rows = facts.get(table)
            problem = table_problem(rows, block) if rows else "the library has no such table"
            results.append((f"{name}: the table of {table}", problem))
            unseen.discard(table)
        results.append((f"{name}: its links", link_problem(page)))
    results.append(("every table is on a page", f"missing: {', '.join(sorted(unseen))}" if unseen else None))
    rows = ["| `a` | text |", "| `b` | date |"]
    head = "| column | type | meaning |\n|---|---|---|\n"
    wrong = [head, head + "| `a` | text | x |\n", head + "| `b` | date | x |\n| `a` | text | y |\n"]
    seen = table_problem(rows, head + "| `a` | text | x |\n| `b` | date | y |\n") is None
    results.append(("a wrong table is noticed", None if seen and all(table_problem(rows, block) for block in wrong) else "it is not"))
    print(f"1..{len(results)}")
    for number, (name, problem) in enumerate(results, 1):
        print(f"{'not ok' if problem else 'ok'} {number} - {name}")
        if problem:
            print(f"# {problem}")


if __name__ == "__main__":
    main(*sys.argv[1:])
