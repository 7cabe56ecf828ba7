"""Caseloads for the tests of `phb batch`: examples, one a line, and what is wrong with lines."""

import json
import random

from clilib import ROOT

BUDGETS = sorted((ROOT / "docs/examples/budgets").glob("*.json"))
PLANS = sorted((ROOT / "docs/examples/plans").glob("*.json"))
LONGEST = 4 * 1024 * 1024


def load(path):
    return json.loads(path.read_bytes())


def as_line(document):
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def as_file(documents):
    return b"".join(as_line(document) + b"\n" for document in documents)


def many(count, paths=BUDGETS + PLANS, seed=1):
    """So many documents, as lines, of sizes that vary, so that threads are done in another order."""
    dice = random.Random(seed)
    lines = []
    for number in range(count):
        document = load(dice.choice(paths)) if number < 200 else None
        if document is None:  # reading files takes longer than costing them
            lines.append(dice.choice(lines[:200]))
            continue
        if "person" in document:
            document["person"]["id"] = f"case-{number}"
        lines.append(as_line(document))
    return lines


def bad_lines():
    """By name: a line, and the status and the pointer that must be told of it by `phb batch cost`."""
    good = load(BUDGETS[0])
    plan = load(PLANS[0])
    early = dict(good, period={"start": "2009-04-06", "end": "2010-04-05"}, payments={})
    planned_early = dict(plan, budget=dict(plan["budget"], period=early["period"], payments={}))
    return {
        "no JSON": (b'{"format": "phb-budget/1", CANARY}', "JSON_SYNTAX", ""),
        "half of a document": (as_line(good)[:200], "JSON_SYNTAX", ""),
        "two documents": (as_line(good) * 2, "JSON_SYNTAX", ""),
        "no object": (b"[]", "JSON_SHAPE", ""),
        "a word": (b"CANARY", "JSON_SYNTAX", ""),
        "another format": (b'{"format": "CANARY/1"}', "JSON_SHAPE", "/format"),
        "a policy": (b'{"format": "phb-policy/1", "name": "CANARY", "version": "1"}', "JSON_SHAPE", "/format"),
        "an unknown member": (as_line(dict(good, CANARY=1)), "JSON_SHAPE", ""),
        "a period that ends too soon": (as_line(dict(good, period={"start": "2026-04-06", "end": "2026-04-05"})),
                                        "DATE", "/period/end"),
        "law of years not held": (as_line(early), "RATE_NOT_IN_FORCE", "/period"),
        "the same in a plan": (as_line(planned_early), "RATE_NOT_IN_FORCE", "/budget/period"),
        "a NUL": (b'{"format": "phb-budget/1\0CANARY"}', "JSON_SYNTAX", ""),
        "a NUL alone": (b"\0", "JSON_SYNTAX", ""),
        "invalid UTF-8": (b'{"format": "\xff\xfeCANARY"}', "UTF8", ""),
        "a line that is too long": (as_line(good) + b" " * LONGEST, "LIMIT", ""),
        "a blank one that is too long": (b" " * (LONGEST + 10), "LIMIT", ""),
        "one with a document at its beginning": (as_line(good) + b"\r" * LONGEST + b"CANARY", "LIMIT", ""),
    }
