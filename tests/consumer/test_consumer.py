#!/usr/bin/env python3
"""Builds the example against the installed library, three ways, and compares what it prints with
the phb command: test_consumer.py SOURCE_ROOT BUILD_ROOT [PHB]."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(sys.argv[1])
BUILD = Path(sys.argv[2])
PHB = sys.argv[3] if len(sys.argv) > 3 else ""
EXAMPLE = SOURCE / "docs/examples/c/cost_budget.c"
COMPILER = os.environ.get("CC", "cc").split()

# What the example builds call by call, as a document.
BUDGET = {
    "format": "phb-budget/1",
    "period": {"start": "2026-04-06", "end": "2027-04-05"},
    "assistants": [{
        "id": "pa-1", "date_of_birth": "1990-05-01", "pay_frequency": "weekly",
        "hours": [{"hours_per_week": 20, "rate": "13.50"}],
        "leave": {"method": "accrual"}, "deployment": "direct_payment",
    }],
    "lines": [{"id": "insurance", "category": "insurance", "amount": "95.00", "per": "year",
               "deployment": "direct_payment"}],
}

SUBPROJECT = """project('consumer', 'c', default_options: ['c_std=c11'])
libphb = dependency('libphb', fallback: 'libphb')
executable('cost_budget', 'cost_budget.c', dependencies: libphb)
"""

checks = []


def check(name, is_right, *details):
    checks.append(is_right)
    for detail in () if is_right else details:
        for line in str(detail).splitlines():
            print("#", line)
    print(f"{'ok' if is_right else 'not ok'} {len(checks)} - {name}", flush=True)
    return is_right


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False, encoding="utf-8", **options)
    done.said = done.stdout + done.stderr
    return done


def expected():
    """The lines and the explanation as the command gives them; None without the command."""
    if not PHB:
        return None
    text = json.dumps(BUDGET)
    costing = json.loads(run(PHB, "cost", "-", "--format", "json", input=text).stdout)
    figures = {line["id"]: line["amount"] for line in costing["lines"]}
    figures["total"] = costing["totals"]["total"]
    explained = run(PHB, "cost", "-", "--explain", "pa-1/employer_ni/2026-04-06", input=text)
    return figures, explained.stdout


def check_output(name, done, wanted):
    if not check(f"{name}: runs", done.returncode == 0, done.said) or wanted is None:
        return
    printed = dict(re.findall(r"^(\S+) +(\d+)p$", done.stdout, re.MULTILINE))
    figures = {key: amount.replace(".", "").lstrip("0") or "0"
               for key, amount in wanted[0].items()}
    check(f"{name}: prints the figures of phb cost", printed == figures, printed, figures)
    check(f"{name}: explains as phb cost does", done.stdout.endswith(wanted[1]), done.stdout)


def install(folder):
    done = run("meson", "install", "-C", BUILD, "--no-rebuild", "--destdir", folder)
    if not check("installs into a staging folder", done.returncode == 0, done.said):
        return None
    return next(Path(folder).rglob("libphb.pc"), None)


def pkg_config(description, staging, *arguments):
    """The flags, with the staging folder before the folders of the installation."""
    environment = dict(os.environ, PKG_CONFIG_LIBDIR=os.pathsep.join(
        [str(description.parent), *run("pkg-config", "--variable", "pc_path",
                                       "pkg-config").stdout.strip().split(os.pathsep)]))
    environment.pop("PKG_CONFIG_PATH", None)
    prefix = run("pkg-config", "--variable=prefix", "libphb", env=environment).stdout.strip()
    done = run("pkg-config", f"--define-variable=prefix={staging}{prefix}", *arguments, "libphb",
               env=environment)
    return done.stdout.split()


def check_shared(folder, staging, description, wanted):
    program = folder / "shared"
    flags = pkg_config(description, staging, "--cflags", "--libs")
    done = run(*COMPILER, "-std=c11", EXAMPLE, "-o", program, *flags)
    if check("shared: compiles through pkg-config", done.returncode == 0, flags, done.said):
        libraries = str(description.parent.parent)
        check_output("shared", run(program, env=dict(os.environ, LD_LIBRARY_PATH=libraries)),
                     wanted)


def check_static(folder, staging, description, wanted):
    program = folder / "static"
    archive = description.parent.parent / "libphb.a"
    flags = pkg_config(description, staging, "--static", "--cflags", "--libs")
    flags = [archive if flag == "-lphb" else flag for flag in flags]
    done = run(*COMPILER, "-std=c11", EXAMPLE, "-o", program, *flags)
    if check("static: compiles through pkg-config --static", done.returncode == 0, flags,
             done.said):
        check_output("static", run(program), wanted)


def check_subproject(folder, wanted):
    project = folder / "project"
    (project / "subprojects").mkdir(parents=True)
    # Meson wants the subproject inside; a link to the sources spares a copy of them.
    (project / "subprojects/libphb").symlink_to(SOURCE, target_is_directory=True)
    (project / "meson.build").write_text(SUBPROJECT)
    shutil.copy(EXAMPLE, project)
    done = run("meson", "setup", folder / "build", project)
    if check("subproject: is set up", done.returncode == 0, done.said):
        done = run("ninja", "-C", folder / "build")
        if check("subproject: is built", done.returncode == 0, done.said):
            check_output("subproject", run(folder / "build/cost_budget"), wanted)


def main():
    wanted = expected()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        staging = folder / "staging"
        description = install(staging)
        if check("installs a pkg-config file", description is not None):
            check_shared(folder, staging, description, wanted)
            check_static(folder, staging, description, wanted)
        check_subproject(folder, wanted)
    print(f"1..{len(checks)}")
    sys.exit(0 if all(checks) else 1)


main()
