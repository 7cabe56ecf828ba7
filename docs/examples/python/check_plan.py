"""Checks a care and support plan, and says what to do first."""

import sys
from datetime import date

import phb

path = sys.argv[1] if len(sys.argv) > 1 else "docs/examples/plans/draft.json"
plan = phb.Plan.read(path)
report = plan.check(as_of=date(2026, 4, 6))

print(f"{path}: {plan.status}")
for severity in phb.Severity:
    print(f"{severity.name.lower():<8} {report.count_of(severity):>3}")
if report.next is not None:
    print(f"first: {report.next.message}")
    print(f"       {report.next.fix}")
for section in report.sections:
    print(f"{section.section:<16} {section.state}")
