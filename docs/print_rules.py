#!/usr/bin/env python3
"""Prints the catalogue of rules as a page, from the data that the library's own table is made of."""

import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the sources are not a place to build in
RULES = Path(__file__).resolve().parent.parent / "src" / "rules"
sys.path.insert(0, str(RULES))
from embed_rules import AXES, grades_of, read_rules

INTRODUCTION = """\
# Rules

<!-- Written by ./dev docs from src/rules/data/: do not edit. -->

What libphb looks at when it checks a plan or a budget, what it says, and what it rests on. The same table drives the
check and `phb rules`. A finding is not an error: all of them come at once, in the order of this page. With its rule and
its arguments a host can tell each in words of its own.

| grade | meaning |
|---|---|
| breach | a statute or regulation is broken, for this way of holding the budget |
| gap | something has to be there before the NHS body can agree, and is missing |
| warning | guidance or local policy is not met |
| note | worth knowing |

How much a rule matters depends on how the money is held (direct payment, third party, notional), how far the plan has
come, why the person has a budget, and whether it is ongoing or one-off. The first grade that fits is the one; where
none fits, the rule does not apply. A budget by itself counts as agreed when an agreed sum is given, and else as a
draft. What is not said fits a grade that does not ask for it, or that names exceptions only.

| basis | meaning | at worst |
|---|---|---|
| law | a statute or regulation; what it asks was read, in it or in what the NHS and public bodies publish about it | breach |
| law read in 2010 | law whose wording was read in the NHS (Direct Payments) Regulations 2010 (SI 2010/1000); those of 2013 re-use it and are what is cited | breach |
| guidance | what guidance asks for, and law that was not read | gap |
| local | a policy of the integrated care board | warning |

Arguments come with every finding, each of a kind:

| kind | in a sentence | in `arguments` |
|---|---|---|
| pence | £1,234.50 | `"1234.50"` |
| rate | £12.7133, pay an hour | `"12.7133"` |
| ppm | 12.5% | `"12.5%"` |
| number, days, minutes | 2026, 2 days, 7 hours 30 minutes | `2026`, `2`, `450` |
| weeks | 5.6 weeks | `5.6` |
| hundredths | 2.5, nights a week | `2.5` |
| date | 6 April 2026 | `"2026-04-06"` |
| word, text | nhs charges, pa-1 | `"nhs_charges"`, `"pa-1"` |

The marks behind *covers* are those of the list of requirements that the rules were written from.
"""


def names(axis, numbers):
    """Conditions in words: what is named, or what is excepted."""
    words = [name.replace("_", " ") for name in AXES[axis]]
    if 0 in numbers:
        return "not " + " or ".join(words[n - 1] for n in range(1, len(words) + 1)
                                    if n not in numbers)
    return " or ".join(words[n - 1] for n in sorted(numbers))


def row_words(row):
    conditions = [names(axis, row[axis]) for axis in AXES if row[axis]]
    return f"**{row['is']}**" + (f" ({'; '.join(conditions)})" if conditions else "")


def cell(text):
    return text.replace("|", "\\|")


def summary(theme):
    lines = ["| rule | direct payment | third party | notional | basis |", "|---|---|---|---|---|"]
    for rule in theme["rules"]:
        grades = " | ".join(grade or "" for grade in grades_of(rule))
        lines.append(f"| [{rule['id']}](#{anchor(rule)}) | {grades} | {basis(rule)} |")
    return "\n".join(lines)


def anchor(rule):
    """As the heading of a rule is linked to: dots fall away."""
    return rule["id"].replace(".", "")


def basis(rule):
    return rule["basis"].replace("_", " ")


def details(rule):
    lines = [f"### {rule['id']}", "", f"**{rule['title']}.** {rule['about']}", "",
             "| | |", "|---|---|",
             f"| says | {cell(rule['message'])} |", f"| what to do | {cell(rule['fix'])} |",
             f"| grade | {', else '.join(map(row_words, rule['severity']))} |",
             f"| source | {cell(rule['source'])} |", f"| basis | {basis(rule)} |"]
    if rule["arguments"]:
        arguments = "; ".join(f"`{name}` ({each['kind']}) {each['what']}"
                              for name, each in rule["arguments"].items())
        lines.append(f"| arguments | {cell(arguments)} |")
    if rule["unit"] != "none":
        lines.append(f"| figures | {rule['unit']} |")
    lines.append(f"| covers | {', '.join(rule['ids'])} |")
    return "\n".join(lines)


def main():
    parts = [INTRODUCTION]
    for theme in read_rules((RULES / "data").glob("*/*.json")):
        parts += [f"## {theme['title']}\n", summary(theme) + "\n",
                  "\n\n".join(map(details, theme["rules"])) + "\n"]
    sys.stdout.write("\n".join(parts))


if __name__ == "__main__":
    main()
