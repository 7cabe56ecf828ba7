#!/usr/bin/env python3
"""Makes a wheel self-contained: bundle_wheel.py WHEEL FOLDER.

The shared libraries that the extension module needs go into the wheel (auditwheel copies them and
says for which systems it is good). What they define is renamed in them and in the module, so that
neither a host with a library of the same name gets in their way nor they in its.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

PREFIX = "phb_bundled_"


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def defined_in(library):
    """The names that a shared library shows, without their versions."""
    lines = run("nm", "-D", "--defined-only", "--no-demangle", str(library)).splitlines()
    symbols = (line.split() for line in lines)
    names = {symbol[2].split("@")[0] for symbol in symbols if symbol[1] in "TWDBRV"}
    return sorted(name for name in names if not name.startswith("_"))


def rename(libraries, module, scratch):
    names = [name for library in libraries for name in defined_in(library)]
    names_file = Path(scratch, "names")
    names_file.write_text("".join(f"{name} {PREFIX}{name}\n" for name in names), encoding="utf-8")
    for file in [*libraries, module]:
        run("patchelf", "--rename-dynamic-symbols", str(names_file), str(file))


def main(wheel, folder):
    with tempfile.TemporaryDirectory() as scratch:
        run("auditwheel", "repair", "--wheel-dir", scratch, wheel)
        (repaired,) = Path(scratch).glob("*.whl")
        run(sys.executable, "-m", "wheel", "unpack", "--dest", scratch, str(repaired))
        (tree,) = (path for path in Path(scratch).iterdir() if path.is_dir())
        libraries = [
            path for path in sorted(tree.glob("phb.libs/*")) if re.search(r"\.so\b", path.name)
        ]
        (module,) = tree.glob("phb/_core*.so")
        rename(libraries, module, scratch)
        Path(folder).mkdir(parents=True, exist_ok=True)
        for old in Path(folder).glob("*.whl"):
            old.unlink()
        run(sys.executable, "-m", "wheel", "pack", "--dest-dir", folder, str(tree))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        print("usage: bundle_wheel.py WHEEL FOLDER", file=sys.stderr)
        sys.exit(64)
    main(*sys.argv[1:])
