"""Measures `phb batch`: a caseload in one file, by one thread and by two."""

import json
import os
import pathlib
import statistics
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
PLAN = HERE.parent.parent / "docs" / "examples" / "plans" / "adult-chc.json"
LINES = 10_000
TURNS = 5


def write_lines(folder, name, documents):
    path = folder / name
    with open(path, "w", encoding="utf-8") as file:
        for document in documents:
            file.write(document + "\n")
    return path


def plans(count):
    plan = json.loads(PLAN.read_text(encoding="utf-8"))
    for number in range(count):
        plan["person"]["id"] = f"case-{number}"
        yield json.dumps(plan, ensure_ascii=False, separators=(",", ":"))


def seconds(phb, command, paths, jobs):
    """By the clock, and of processors, for a process each that run at the same time."""
    start = time.perf_counter()
    processes = [
        subprocess.Popen([phb, "batch", command, "--jobs", str(jobs), path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for path in paths
    ]
    used = 0
    for process in processes:
        _, status, usage = os.wait4(process.pid, 0)
        used += usage.ru_utime + usage.ru_stime
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            raise RuntimeError("a line was refused")
    return time.perf_counter() - start, used


def rows_of(phb, what, command, path, halves, count):
    """Two processes with half each show what two threads could do at most, as busy as the machine is."""
    ways = [("1 job", [path], 1), ("2 jobs", [path], 2), ("2 processes", halves, 1)]
    turns = [[seconds(phb, command, paths, jobs) for _, paths, jobs in ways] for _ in range(TURNS)]
    rows = []
    for i, (way, _, _) in enumerate(ways):
        best = min(turn[i] for turn in turns)
        ratio = statistics.median(turn[0][0] / turn[i][0] for turn in turns)
        figure = f"{count / best[0]:,.0f} a second, {best[1] * 1e6 / count:.1f} us each"
        goal = "at least 1.7, alone on two" if i == 1 else ""
        name = f"{command} {count:,} {what}, {way}" if i == 0 else f"  {way}"
        rows.append((name, figure, f"{ratio:.2f} times" if i > 0 else "", goal))
    return rows


def measure(phb, folder, what, commands, documents):
    documents = list(documents)
    half = len(documents) // 2
    halves = [write_lines(folder, "half", documents[:half]), write_lines(folder, "other", documents[half:])]
    path = write_lines(folder, "whole", documents)
    return [row for command in commands for row in rows_of(phb, what, command, path, halves, len(documents))]


def measure_caseload(build, folder, budgets):
    """`budgets` are documents, as texts; each is there several times."""
    phb = build / "src" / "cli" / "phb"
    rows = []
    for count in (LINES // 10, LINES):
        rows += measure(phb, folder, "budgets", ["cost", "check"], (budgets[i % len(budgets)] for i in range(count)))
    return rows + measure(phb, folder, "plans", ["cost", "check", "reviews"], plans(LINES))
