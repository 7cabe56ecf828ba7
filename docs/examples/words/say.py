#!/usr/bin/env python3
"""Tells the findings of a check in words of one's own: say.py WORDS < REPORT

WORDS has a sentence for a rule, with its arguments in braces and how to write each: {agreed:pounds}.
A rule without one is told in the words of the library. Given the catalogue of `phb rules --format
json` instead of a report, it says what WORDS still lacks, and which arguments no rule has.
"""

import datetime
import decimal
import json
import re
import sys


def minutes(value, _):
    hours, rest = divmod(value, 60)
    return f"{hours} hours" + (f" {rest} minutes" if rest else "")


def date(value, table):
    day = datetime.date.fromisoformat(value)
    return f"{day.day} {table['months'][day.month - 1]} {day.year}"


WAYS = {
    "minutes": minutes,
    "date": date,
    "pounds": lambda value, _: f"£{decimal.Decimal(value):,}",
    "word": lambda value, table: table["words"].get(value, value.replace("_", " ")),
    "": lambda value, _: str(value),
}


def told(sentence, arguments, table):
    """A sentence with its arguments filled in."""

    def fill(match):
        name, way = match.groups(default="")
        return WAYS[way](arguments[name], table)

    return re.sub(r"\{(\w+)(?::(\w+))?\}", fill, sentence)


def tell(report, table):
    for finding in report["findings"]:
        own = table["rules"].get(finding["rule"])
        if own:
            says, do = (told(sentence, finding["arguments"], table) for sentence in own)
        else:
            says, do = finding["message"], finding["fix"]
        print(f"{says}\n  {do}")


def compare(rules, table):
    """What is still to be written, and arguments that no finding will have."""
    written = table["rules"]
    for rule in rules:
        names = set(re.findall(r"\{(\w+)\}", rule["message"] + rule["fix"]))
        used = set(re.findall(r"\{(\w+)", " ".join(written.get(rule["rule"], []))))
        for name in sorted(used - names):
            print(f"{rule['rule']} has no argument {name}")
        if rule["rule"] not in written:
            print(f"{rule['rule']} has no words yet")


def main(words):
    with open(words, encoding="utf-8") as file:
        table = json.load(file)
    document = json.load(sys.stdin)
    (compare if isinstance(document, list) else tell)(document, table)


if __name__ == "__main__":
    main(sys.argv[1])
