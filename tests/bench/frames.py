"""Measures whole frames of pandas: the package beside its kernels, NumPy, and a function a row."""

import pathlib
import subprocess
import sys

from measure import of_program, run

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ROWS = (10_000, 1_000_000)
IMPORTS = 15
WANTED = ("numpy==2.4.6", "pandas==3.1.1")


def python_with_package(build):
    """A Python with the package and pandas, in the build folder; None where it cannot be had."""
    folder = build.resolve() / "frame-venv"
    python = folder / "bin" / "python"
    try:
        run(ROOT / "dev", "python", "--wheel")
        (wheel,) = (ROOT / "build-python" / "dist").glob("phb-*.whl")
        if not python.exists():
            run(sys.executable, "-m", "venv", folder)
        run(python, "-m", "pip", "install", "--quiet", *WANTED)
        run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", wheel)
    except (subprocess.CalledProcessError, OSError, ValueError):
        return None
    return python


def two_threads(key, found):
    two, one = found[f"{key}_two_ns"], found[f"{key}_one_ns"]
    return ("  on two threads", f"{two:,.1f} ns", f"{one / two:.2f} times", "never below 1")


def check_rows(python):
    found = of_program(python, HERE / "frame_checks.py")
    one, calls = found["check_one_ns"], found["check_call_ns"]
    return [
        ("frame of documents, checked", f"{one:,.0f} ns each", "", ""),
        two_threads("check", found),
        ("  a call for each row", f"{calls:,.0f} ns", f"{calls / one:.2f} times", ""),
        ("  otherwise in either", f"{found['check_otherwise']:.0f}", "", "0"),
    ]


def frame_rows(what, key, found, goal):
    """A line for the kernel, for frames beside it, and for two threads."""
    kernel, ours = found[f"{key}_kernel_ns"], found[f"{key}_frame_ns"]
    rows = [
        (f"{what}, kernel", f"{kernel:.1f} ns", "", ""),
        ("  from pandas", f"{ours:.1f} ns, {1e3 / ours:.1f} million a second", f"{ours / kernel:.2f} of it", goal),
        ("  days as datetime64", f"{found[f'{key}_dated_ns'] - ours:+.1f} ns", "", ""),
    ]
    if f"{key}_worded_ns" in found:
        rows.append(("  words and letters as categories", f"{found[f'{key}_worded_ns'] - ours:+.1f} ns", "", ""))
    return [*rows, two_threads(key, found)]


def import_rows(python):
    """Whole processes that import the package, beside those that import what any such package does."""
    ours, theirs = [], []
    for _ in range(IMPORTS):
        for modules, taken in (("phb", ours), ("dataclasses, datetime, decimal, enum, json", theirs)):
            code = f"import time; start = time.process_time(); import {modules}; print(time.process_time() - start)"
            taken.append(float(run(python, "-c", code)) * 1e3)
    what = f"{min(ours):.1f} ms"
    return [("import phb", what, f"{min(ours) / min(theirs):.1f} of the standard part", "under 50 ms")]


def measure_frames(build, programs, folder):
    """Each row as bench_batch made it, in a frame."""
    python = python_with_package(build)
    if not python:
        return [("frames", "the package or pandas is not to be had here", "", "")]
    rows = import_rows(python)
    for count in ROWS:
        columns = folder / f"frame-{count}"
        columns.mkdir()
        run(programs / "bench_batch", count, 1, columns)
        found = of_program(python, HERE / "frame_peer.py", columns)
        goal = "at most 1.3" if count == max(ROWS) else ""  # a frame is not made in no time
        rows += frame_rows(f"frame of {count:,}, NI and pension", "slip", found, goal)
        ours = found["slip_frame_ns"]
        for what, key, wanted in (("  in NumPy", "slip_numpy_ns", "at least 3"), ("  applied to rows, NI alone", "slip_apply_ns", "")):
            rows.append((what, f"{found[key]:,.1f} ns", f"{found[key] / ours:,.1f} times", wanted))
        rows += frame_rows(f"frame of {count:,}, costing", "cost", found, goal)
        ours = found["cost_frame_ns"]
        for what, key, wanted in (("  plain Python applied to rows", "cost_apply_ns", "at least 1,000"), ("  a budget for each row", "cost_call_ns", "")):
            rows.append((what, f"{found[key]:,.0f} ns", f"{found[key] / ours:,.0f} times", wanted))
        rows.append(("  otherwise in any of them", f"{found['otherwise']:.0f}", "", "0"))
        rows.append(("  otherwise in floating pounds", f"{found['floats_otherwise']:,.0f} rows", "", ""))
    return rows + check_rows(python)
