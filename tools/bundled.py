"""Libraries that go along with a binding: of what they define every name is changed.

Of two libraries with the same names a process sees the first: neither may a host with a library of
the same name get in their way, nor they in its.
"""

import shutil
import subprocess
import sys
from pathlib import Path

PREFIX = "phb_bundled_"

#: What goes along, and Debian's package that it is from.
PACKAGES = {"cJSON": "libcjson-dev", "libmd": "libmd-dev"}


def copy_licences(folder):
    """Puts the licence of each, which has to go wherever they go, into a folder; gives the names."""
    copies = []
    for name, package in PACKAGES.items():
        licence = Path("/usr/share/doc", package, "copyright")
        if not licence.is_file():
            sys.exit(f"bundled.py: {name} may not go along without its licence: there is no {licence}")
        copies.append(f"LICENSE-{name}")
        shutil.copyfile(licence, Path(folder, copies[-1]))
    return copies


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def defined_in(library):
    """The names that a shared library shows, without their versions."""
    lines = run("nm", "-D", "--defined-only", "--no-demangle", str(library)).splitlines()
    symbols = (line.split() for line in lines)
    names = {symbol[2].split("@")[0] for symbol in symbols if symbol[1] in "TWDBRV"}
    return sorted(name for name in names if not name.startswith("_"))


def rename(patchelf, libraries, module, scratch):
    """Changes the names that libraries define, in them and in the module that uses them."""
    names = [name for library in libraries for name in defined_in(library)]
    names_file = Path(scratch, "names")
    names_file.write_text("".join(f"{name} {PREFIX}{name}\n" for name in names), encoding="utf-8")
    for file in [*libraries, module]:
        run(patchelf, "--rename-dynamic-symbols", str(names_file), str(file))
