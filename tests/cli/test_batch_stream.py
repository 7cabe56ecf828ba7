#!/usr/bin/env python3
"""phb batch while it runs: signals, pipes and terminals: test_batch_stream.py PHB SOURCE_ROOT."""

import json
import os
import pty
import re
import signal
import subprocess
import threading
import time

from caseload import BUDGETS, many
from clilib import PHB, Tap, run

tap = Tap()
LINES = b"\n".join(many(3_000, BUDGETS)) + b"\n"
SLOW = 60  # seconds that no machine should need


def start(*arguments, **streams):
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([PHB, "batch", *arguments], **(pipes | streams))


def feed(process, data):
    """From a thread of its own, as the other end of a pipe would; without end."""

    def write():
        try:
            while True:
                process.stdin.write(data)
        except (BrokenPipeError, ValueError):
            pass

    thread = threading.Thread(target=write, daemon=True)
    thread.start()


def finish(process):
    try:
        return process.wait(timeout=SLOW)
    except subprocess.TimeoutExpired:
        process.kill()
        return "still running"


def are_whole(text):
    """Whole lines, from 1 on, each in its place."""
    return text.endswith(b"\n") and [json.loads(line)["line"] for line in text.splitlines()] == list(
        range(1, text.count(b"\n") + 1))


# ---- told to stop ----


def check_stop():
    for number in [signal.SIGINT, signal.SIGTERM]:
        for jobs in ["1", "2", "8"]:
            process = start("cost", "--jobs", jobs)
            feed(process, LINES)
            printed = process.stdout.read(200_000)
            process.send_signal(number)
            began = time.monotonic()
            printed += process.stdout.read()
            status = finish(process)
            name = f"{number.name} by {jobs}"
            tap.equal(f"{name} ends as the signal does", status, -number)
            tap.check(f"{name} ends soon", time.monotonic() - began < SLOW / 4)
            tap.check(f"{name} leaves whole lines", are_whole(printed), printed[-300:])
            said = process.stderr.read()
            count = printed.count(b"\n")
            tap.check(f"{name} is said, with totals of what was printed",
                      b"phb: -: stopped before the end\nphb: -: %d documents, 0 refused\n" % count in said, count, said)


def check_stop_without_input():
    for jobs in ["1", "8"]:
        process = start("check", "--jobs", jobs)
        process.stdin.write(LINES.splitlines(keepends=True)[0])
        process.stdin.flush()
        printed = process.stdout.readline()
        tap.check(f"by {jobs}: a line is worked out when it comes", b'"line": 1,' in printed, printed)
        process.send_signal(signal.SIGINT)
        tap.equal(f"by {jobs}: waiting for input ends too", finish(process), -signal.SIGINT)


def check_ignored():
    """As nohup, and a shell that starts something in the background, leave it."""
    process = start("cost", preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    process.send_signal(signal.SIGINT)
    printed, _ = process.communicate(LINES, timeout=SLOW)
    tap.equal("a signal that is ignored stays so", (process.returncode, printed.count(b"\n")), (0, 3_000))


# ---- pipes ----


def check_closed():
    for form in ["json", "csv"]:
        process = start("cost", "--format", form)
        feed(process, LINES)
        process.stdout.readline()
        process.stdout.close()
        tap.equal(f"a closed output in {form} ends it", finish(process), -signal.SIGPIPE)
        tap.equal("without a word", process.stderr.read(), b"")
    process = start("cost", restore_signals=False, preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN))
    feed(process, LINES)
    process.stdout.readline()
    process.stdout.close()
    tap.equal("or gives 2 where that is no signal", finish(process), 2)
    tap.equal("and says so", process.stderr.read(), b"phb: the output could not be written\n")
    for form in ["json", "csv"]:
        with open("/dev/full", "wb") as full:
            done = run("batch", "cost", "--format", form, stdin=LINES, stdout=full)
        tap.equal(f"a full device in {form} gives 2", (done.returncode, done.stderr),
                  (2, b"phb: the output could not be written\n"))
    shell = subprocess.run(["bash", "-c", f"set -o pipefail; yes '{{' | {PHB} batch check --format csv 2>/dev/null | head -1"],
                           capture_output=True, timeout=SLOW, check=False)
    tap.check("head -1 gets one line", shell.stdout.startswith(b"line,id,as_of") and shell.stdout.count(b"\n") == 1, shell)


def check_slow_reader():
    """Nobody reads: so much is read as there is room for, and no more."""
    process = start("cost", "--jobs", "2", stderr=subprocess.DEVNULL)
    taken = [0]

    def write():
        try:
            while True:
                taken[0] += process.stdin.write(LINES)
        except (BrokenPipeError, ValueError):
            pass

    threading.Thread(target=write, daemon=True).start()
    before = -1
    while before != taken[0]:
        before = taken[0]
        time.sleep(1)
    tap.check("it does not read ahead of a reader who is slow", taken[0] < 16_000_000, taken)
    process.kill()
    finish(process)


# ---- a terminal ----


def on_terminal(*arguments, **streams):
    """What is printed on a terminal that is standard error."""
    leader, follower = pty.openpty()
    process = start(*arguments, stderr=follower, **streams)
    os.close(follower)
    feed(process, LINES)
    said = b""
    reader = None
    if process.stdout:
        reader = threading.Thread(target=process.stdout.read, daemon=True)
        reader.start()
    until = time.monotonic() + SLOW
    while said.count(b"a second") < 3 and time.monotonic() < until:
        said += os.read(leader, 4096)
    process.send_signal(signal.SIGINT)
    try:
        while chunk := os.read(leader, 4096):
            said += chunk
    except OSError:  # how Linux says that the other end is closed
        pass
    finish(process)
    os.close(leader)
    return said.decode()


def check_terminal():
    said = on_terminal("cost")
    shown = [int(count) for count, _ in re.findall(r"\r(\d+) lines, (\d+) a second\x1b\[K", said)]
    tap.check("progress is shown on a terminal", len(shown) >= 3 and shown == sorted(shown), said[:500])
    tap.check("and wiped away", "\r\x1b[Kphb: -: stopped" in said, said[-500:])
    done = run("batch", "cost", stdin=LINES)
    tap.check("and nowhere else", b"a second" not in done.stderr and b"\x1b" not in done.stderr)


check_stop()
check_stop_without_input()
check_ignored()
check_closed()
check_slow_reader()
check_terminal()
tap.finish()
