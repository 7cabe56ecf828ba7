#!/usr/bin/env python3
"""phb batch by many threads, of a phb that watches them: test_batch_threads.py PHB SOURCE_ROOT.

`./dev verify` runs it with a phb built with the thread sanitizer, which ends with 66 when two
threads touch the same memory and nothing orders them.
"""

from caseload import PLANS, bad_lines, many
from clilib import Tap, run

tap = Tap()
lines = many(1_000) + many(1_000, PLANS, seed=2)
for number, (line, _, _) in enumerate(bad_lines().values()):
    lines[number * 100] = line
STDIN = b"\n".join(lines)

for command in ["cost", "check", "reviews"]:
    alone = run("batch", command, "--jobs", "1", stdin=STDIN)
    together = run("batch", command, "--jobs", "8", stdin=STDIN)
    tap.equal(f"{command}: nothing but bad lines is wrong", (alone.returncode, together.returncode), (2, 2))
    tap.check(f"{command}: the same in the same order", together.stdout == alone.stdout)
    tap.check(f"{command}: and the same is said", together.stderr == alone.stderr, together.stderr[:2_000])
tap.finish()
