#!/usr/bin/env python3
"""The smallest plan that breaks each rule: run_smallest.py CHECK_DOCUMENTS SOURCE_ROOT.

plan/smallest.json has one for each rule of plans. It still finds the rule, and no member and no item
can be left out without losing it or making the document unreadable. So what a rule looks at is there
to be read, and a rule that begins to look at less, or asks for more, is noticed.
"""

import sys
from pathlib import Path

from caselib import Checker, read
from run_rules import rules_by_theme
from shrink import FILE, is_found, smaller


def fault_of(checker, rule, asked):
    if not is_found(checker, rule, asked):
        return "it is not found"
    for fewer in smaller(asked):
        if is_found(checker, rule, fewer):
            return f"it is found in less: {fewer}"
    return None


def results(program, root):
    checker, smallest = Checker(program, "plan"), read(FILE)["rules"]
    rules = {rule for theme in rules_by_theme(root / "src" / "rules" / "data" / "plan").values()
             for rule in theme}
    yield "every rule has a smallest plan, and nothing else has", ", ".join(sorted(rules ^ set(smallest)))
    for rule, asked in smallest.items():
        yield rule, fault_of(checker, rule, asked)
    ended = checker.close()
    yield "the program ends well", f"{ended}" if ended else None


def main():
    number = 0
    for number, (about, fault) in enumerate(results(sys.argv[1], Path(sys.argv[2])), 1):
        print(f"{'not ok' if fault else 'ok'} {number} - {about}")
        if fault:
            print(f"# {fault}")
    print(f"1..{number}")


if __name__ == "__main__":
    main()
