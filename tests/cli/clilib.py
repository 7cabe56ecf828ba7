"""What the tests of the command share: TAP, running it, and budgets to run it on."""

import json
import subprocess
import sys
from pathlib import Path

PHB = sys.argv[1]
ROOT = Path(sys.argv[2])
EXAMPLE = ROOT / "docs/examples/budgets/one-assistant.json"


class Tap:
    """One line a check, what went wrong before it, the plan at the end."""

    def __init__(self):
        self.checks = 0
        self.failed = 0

    def check(self, name, is_right, *details):
        self.checks += 1
        if not is_right:
            self.failed += 1
            for detail in details:
                for line in str(detail).splitlines():
                    print("#", line)
        print(f"{'ok' if is_right else 'not ok'} {self.checks} - {name}")

    def equal(self, name, value, expected):
        self.check(name, value == expected, f"is  {value!r}", f"not {expected!r}")

    def finish(self):
        print(f"1..{self.checks}")
        sys.exit(1 if self.failed else 0)


def run(*arguments, stdin=b"", stdout=subprocess.PIPE):
    """The finished process; its streams are bytes."""
    return subprocess.run(
        [PHB, *map(str, arguments)], input=stdin, stdout=stdout, stderr=subprocess.PIPE, check=False
    )


def wide_budget():
    """Three assistants whose ids are as long, and whose pay as high, as can be."""
    assistants = [
        {
            "id": letter * 64,
            "pay_frequency": "monthly",
            "hours": [{"hours_per_week": 40, "rate": "1000000.00"}],
            "leave": {"method": "accrual"},
            "deployment": "direct_payment",
        }
        for letter in "abc"
    ]
    line = {
        "id": "x" * 64,
        "category": "redundancy_reserve",
        "amount": "1234567890.12",
        "per": "once",
        "deployment": "third_party",
    }
    return {
        "format": "phb-budget/1",
        "period": {"start": "2026-04-10", "end": "2027-04-09"},
        "assistants": assistants,
        "lines": [line],
    }


def as_bytes(document):
    return json.dumps(document).encode()
