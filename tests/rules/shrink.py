#!/usr/bin/env python3
"""The smallest plan that breaks each rule: shrink.py CHECK_DOCUMENTS SOURCE_ROOT [RULE ...].

Begins with a case that finds the rule and leaves out members and items, the largest parts first, as
long as the rule is still found: until none can be left out. What comes of it is kept in
plan/smallest.json, for each rule a document, and a policy, a day or the plan before where it takes
one. With names of rules, those alone are done again. The cases are changed by hand, this file is
not: it is written anew.
"""

import json
import sys
from pathlib import Path

from caselib import HERE, Cases, Checker, read
from run_rules import rules_by_theme, rules_of

FILE = HERE / "plan" / "smallest.json"
ABOUT = ("For each rule a plan from which nothing can be left out, or the rule is not found. "
         "Written by shrink.py.")


def parts(value, path=()):
    """The ways to all members and items of a value, the outer ones first."""
    if not isinstance(value, (dict, list)):
        return
    keys = list(value) if isinstance(value, dict) else range(len(value))
    inner = [path + (key,) for key in keys]
    yield from inner
    for key, way in zip(keys, inner):
        yield from parts(value[key], way)


def without(value, path):
    """A copy of it that lacks one member or item."""
    key, rest = path[0], path[1:]
    if isinstance(value, list):
        return value[:key] + ([without(value[key], rest)] if rest else []) + value[key + 1 :]
    return {name: without(inner, rest) if name == key else inner
            for name, inner in value.items() if rest or name != key}


def smaller(asked):
    """All that is one member or item less."""
    return [without(asked, path) for path in parts(asked)]


def is_found(checker, rule, asked):
    return rule in rules_of(checker.report_of(asked))


def shrunk_once(checker, rule, asked):
    """Tries to leave out each part once; behind one that went the next stands in its place."""
    position, paths = 0, list(parts(asked))
    while position < len(paths):
        fewer = without(asked, paths[position])
        if is_found(checker, rule, fewer):
            asked, paths = fewer, list(parts(fewer))
        else:
            position += 1
    return asked


def shrunk(checker, rule, asked):
    before = None
    while before != asked:
        before, asked = asked, shrunk_once(checker, rule, asked)
    return asked


def beginnings(checker, cases):
    """For each rule the first of the cases that find it and need the least beside a document."""
    first = {}
    for _, listed in cases.themes():
        for case in listed:
            asked = cases.asked_of(case)
            for rule in rules_of(checker.report_of(asked)):
                if rule not in first or len(asked) < len(first[rule]):
                    first[rule] = asked
    return first


def written(smallest):
    lines = [f"    {json.dumps(rule)}: {json.dumps(asked, ensure_ascii=False)}"
             for rule, asked in smallest.items()]
    return f'{{\n  "about": {json.dumps(ABOUT)},\n  "rules": {{\n' + ",\n".join(lines) + "\n  }\n}\n"


def main():
    program, root, chosen = sys.argv[1], Path(sys.argv[2]), sys.argv[3:]
    checker = Checker(program, "plan")
    first = beginnings(checker, Cases("plan", Checker(program, "hash")))
    kept = read(FILE)["rules"] if chosen else {}
    rules = [rule for theme in rules_by_theme(root / "src" / "rules" / "data" / "plan").values()
             for rule in theme]
    for rule in chosen or rules:
        kept[rule] = shrunk(checker, rule, first[rule])
    FILE.write_text(written(dict(sorted(kept.items()))), encoding="utf-8")


if __name__ == "__main__":
    main()
