"""What the measurements share: running a program, reading its figures, best rounds in turns."""

import subprocess
import time

ROUNDS = 5


def run(*command, env=None):
    words = [str(word) for word in command]
    return subprocess.run(words, capture_output=True, text=True, check=True, env=env).stdout


def figures(text):
    """`name value` lines, the values of each name in order."""
    found = {}
    for line in text.splitlines():
        name, value = line.split()
        found.setdefault(name, []).append(float(value))
    return found


def of_program(*command):
    """The figures of a program that prints each name once."""
    return {name: values[0] for name, values in figures(run(*command)).items()}


def in_turns(ours, theirs):
    """The best of ours, by name, and the best time of theirs, measured in turns."""
    best, best_peer = {}, float("inf")
    for _ in range(ROUNDS):
        for name, values in figures(ours()).items():
            best[name] = min(best.get(name, values), values)
        start = time.perf_counter_ns()
        theirs()
        best_peer = min(best_peer, time.perf_counter_ns() - start)
    return best, best_peer


def write_documents(folder, name, documents):
    path = folder / name
    with open(path, "wb") as file:
        for document in documents:
            encoded = document.encode()
            file.write(b"%d\n%s" % (len(encoded), encoded))
    return path


def rate(ns):
    return f"{ns / 1e3:.1f} us, {1e9 / ns:,.0f} a second"
