#!/usr/bin/env python3
"""The example plans are what they are said to be: check_plans.py SOURCE CHECK_DOCUMENTS

Nothing above a note is found in any of docs/examples/plans but draft.json, which still lacks much:
ten gaps at least, and no breach, since nobody has agreed to anything.
"""

import json
import pathlib
import subprocess
import sys

FOLDER = "docs/examples/plans"
DRAFT = "draft.json"
GAPS_LEAST = 10


def report_of(program, path):
    """A document, and then no policy, no day to look from and no plan before."""
    document = json.dumps(json.loads(path.read_text(encoding="utf-8")))
    run = subprocess.run([program, "plan"], input=f"{document}\n\n\n\n".encode(),
                         capture_output=True, check=True)
    _, _, text = run.stdout.partition(b"\n")
    if text.startswith(b"!"):
        raise ValueError(f"{path.name}: {text.decode()}")
    return json.loads(text)


def fault_of(report, is_draft):
    counts = report["counts"]
    if is_draft:
        is_so = counts["gap"] >= GAPS_LEAST and counts["breach"] == 0
        return None if is_so else f"found {counts}"
    found = [each for each in report["findings"] if each["severity"] != "note"]
    return "; ".join(f"{each['severity']} {each['rule']} {each['at']}" for each in found) or None


def main(source, program):
    paths = sorted((pathlib.Path(source) / FOLDER).glob("*.json"))
    for number, path in enumerate(paths, 1):
        fault = fault_of(report_of(program, path), path.name == DRAFT)
        about = "much is still to do" if path.name == DRAFT else "nothing above a note"
        print(f"{'not ok' if fault else 'ok'} {number} - {path.name}: {about}")
        if fault:
            print(f"# {fault}")
    print(f"1..{len(paths)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
