#!/usr/bin/env python3
"""phb batch of many lines: time and memory: test_batch_size.py PHB SOURCE_ROOT [COUNT].

Memory is flat and time is linear: so many lines, 10,000 unless told, beside a tenth of them.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from caseload import BUDGETS, PLANS, many
from clilib import PHB, Tap

tap = Tap()
COUNT = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000
IS_LONG = COUNT > 10_000  # one round, and of budgets alone: a million plans are 10 GB
ROUNDS = 1 if IS_LONG else 3
SLACK_KB = 4_096  # what an allocator may keep, and a little luck
MOST_KB = 16 * 1024
LONG_LINE_KB = 48 * 1024  # a line of 4 MiB is held, and copied when it grows and when it is read
BLOCK = 500  # lines


def peak_of(process):
    """The most memory it had so far, in KB: as Linux counts it, without what forked it."""
    text = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s*(\d+) kB", text)[1])


def use_of(lines, command, jobs):
    """Processor seconds and the most memory, in KB, of the best of some rounds."""
    best = (float("inf"), float("inf"))
    for _ in range(ROUNDS):
        process = subprocess.Popen([PHB, "batch", command, "--jobs", jobs], stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for first in range(0, len(lines), BLOCK):
            process.stdin.write(b"\n".join(lines[first : first + BLOCK]) + b"\n")
        process.stdin.flush()
        memory = peak_of(process)
        process.stdin.close()
        _, _, usage = os.wait4(process.pid, 0)
        best = (min(best[0], usage.ru_utime + usage.ru_stime), min(best[1], memory))
    return best


def check_growth(what, paths, commands):
    lines = many(COUNT, paths)
    for command in commands:
        for jobs in ["2"] if IS_LONG else ["1", "2"]:
            time, memory = use_of(lines[: COUNT // 10], command, jobs)
            longer, more = use_of(lines, command, jobs)
            name = f"{command} of {COUNT:,} {what} by {jobs}"
            tap.check(f"{name}: memory is flat", more <= memory + SLACK_KB and more < MOST_KB, memory, more)
            tap.check(f"{name}: time is linear", longer < 15 * max(time, 0.01), time, longer)


def check_long_line():
    """A line of 256 MB: never held, and what stands around it is costed."""
    good = BUDGETS[0].read_bytes().replace(b"\n", b" ")
    process = subprocess.Popen([PHB, "batch", "cost"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)
    process.stdin.write(good + b"\n")
    for _ in range(256):
        process.stdin.write(b"x" * (1 << 20))
    process.stdin.write(b"\n" + good + b"\n")
    process.stdin.flush()
    memory = peak_of(process)
    printed, _ = process.communicate()
    tap.equal("a very long line is one error", [b"LIMIT" in line for line in printed.splitlines()], [False, True, False])
    tap.check("and is not held", memory < LONG_LINE_KB, memory)


check_growth("budgets", BUDGETS, ["cost", "check"])
if not IS_LONG:
    check_growth("plans", PLANS, ["check", "reviews"])
    check_long_line()
tap.finish()
