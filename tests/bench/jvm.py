"""Measures the Java library beside C: batches, calls for one, a budget from text to text, and its start."""

import json
import pathlib
import resource
import subprocess

from measure import of_program, run, write_documents

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ROWS = 1_000_000
SLIPS = 20_000
BUDGETS = 50
ROUNDS = 3
CALL_ROUNDS = 6  # they are short: one slow minute must not be all there is
STARTS = 15
CALLS = {"builtin": "rates built in", "counted": "rates that can be closed"}


def build_java(build):
    """The folder with the benchmarks and all they need; None where Maven cannot have it."""
    folder, made = build.resolve() / "java", ROOT / "build-java" / "bindings" / "java"
    words = ["-B", "-ntp", "-q", f"-Dmaven.repo.local={ROOT / 'build-java-repository'}", f"-Dphb.build={folder}"]
    try:
        run(ROOT / "dev", "java", "--jar")
        version = (made / "version.txt").read_text(encoding="utf-8").strip()
        words += [f"-Dphb.jar={made / 'target' / f'libphb-{version}.jar'}"]
        run("mvn", "-f", HERE / "java" / "pom.xml", *words, "process-classes")
    except (subprocess.CalledProcessError, OSError):
        return None
    return folder


def class_path(folder):
    return f"{folder}/classes:{folder}/lib/*"


def of_jmh(folder, scratch, classes, **properties):
    """Nanoseconds of a pass of each benchmark: by the processor, and on the clock as `NAME clock`."""
    results = scratch / "jmh.json"
    words = [f"-Dphb.{name}={value}" for name, value in properties.items()]
    quiet = ("-v", "SILENT", "-foe", "true", "-rf", "json", "-rff", results)
    run("java", *words, "-cp", class_path(folder), "org.openjdk.jmh.Main", classes, "-jvmArgsAppend", "-Xmx2g", *quiet)
    found = {}
    for each in json.loads(results.read_text(encoding="utf-8")):
        name = each["benchmark"].rsplit(".", 1)[1]
        worked, passes = (each["secondaryMetrics"][key]["rawData"][0] for key in ("nanoseconds", "passes"))
        found[name] = min(nanoseconds / count for nanoseconds, count in zip(worked, passes))
        found[f"{name} clock"] = min(each["primaryMetric"]["rawData"][0])
    return found


def worked_ms():
    """What the processor has worked for programs that have ended, all their threads together."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (usage.ru_utime + usage.ru_stime) * 1e3


def start_ms(folder, *words):
    """Of a whole program."""
    before = worked_ms()
    run("java", "-cp", class_path(folder), "bench.Start", *words)
    return worked_ms() - before


def least(best, found):
    """Keeps the least of each figure."""
    for name, value in found.items():
        best[name] = min(best.get(name, value), value)


def measure_batches(best, folder, programs, scratch):
    columns = scratch / "java-columns"
    columns.mkdir()
    for _ in range(ROUNDS):
        for command in ((programs / "bench_batch", ROWS, 1, columns), ("java", "-cp", programs, "BatchPeer", columns)):
            least(best, of_program(*command))
        least(best, of_jmh(folder, scratch, "bench.(Slips|People)", columns=columns))


def measure_calls(best, folder, programs, scratch, budget):
    slips, text = scratch / "slips", scratch / "budget"
    slips.write_text(run(programs / "bench_ni", 1, SLIPS), encoding="utf-8")
    text.write_text(budget, encoding="utf-8")
    budgets = write_documents(scratch, "java-budgets", [budget] * BUDGETS)
    for _ in range(CALL_ROUNDS):
        for command in ((programs / "bench_ni", 1), (programs / "bench_cost", budgets)):
            least(best, of_program(*command))
        least(best, of_jmh(folder, scratch, "bench.Calls", slips=slips, budget=text))


def measure_starts(best, folder):
    for _ in range(STARTS):
        least(best, {"idle": start_ms(folder), "called": start_ms(folder, "call")})


def measure_java(build, programs, scratch, budget):
    """A benchmark ends with an error where Java's figures and those of C differ."""
    folder = build_java(build)
    if not folder:
        return [("Java", "Maven, or what it needs, is not to be had here", "", "")]
    best, rows = {}, []
    measure_batches(best, folder, programs, scratch)
    measure_calls(best, folder, programs, scratch, budget)
    measure_starts(best, folder)
    for what, key in (("National Insurance", "ni"), ("pension", "pension"), ("costing a row", "cost")):
        c = best[f"{key}_ns"]
        rows.append((f"a million in C, {what}", f"{c:.1f} ns", "", ""))
        for how, form, goal in (("direct buffers", "Direct", "at most 1.2"), ("arrays", "Arrays", "at most 2")):
            ns = best[f"{key}{form}"] / ROWS
            rows.append((f"  in Java over {how}", f"{ns:.1f} ns", f"{ns / c:.2f} of C", goal))
    ours = (best["niDirect clock"] + best["pensionDirect clock"]) / ROWS
    peer = best["java_ni_ns"] + best["java_pension_ns"]
    rows.append(("both, direct, and a plain Java loop", f"{ours:.1f} ns, {peer:.1f} ns", f"{peer / ours:.2f} times", "more than 1"))
    c = best["ni_worked_ns"]
    rows.append(("National Insurance, a call in C", f"{c:.1f} ns", "", ""))
    for key, what in CALLS.items():
        ns = best[f"ni{key.capitalize()}"] / SLIPS
        rows.append((f"  in Java, {what}", f"{ns:.1f} ns", f"{ns - c:+.1f} ns", "under 25 ns more"))
    c, ns = best["json_worked_ns"], best["costOfText"]
    rows.append(("three assistants, text to text, in C", f"{c / 1e3:.1f} us", "", ""))
    rows.append(("  in Java", f"{ns / 1e3:.1f} us", f"{ns / c:.2f} of C", "at most 1.3"))
    beyond = best["called"] - best["idle"]
    rows.append(("a program with one call", f"{best['called']:.0f} ms, {best['idle']:.0f} ms without", f"{beyond:.0f} ms more", "under 150 ms"))
    return rows
