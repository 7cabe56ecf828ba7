#!/usr/bin/env python3
"""Makes a wheel self-contained: bundle_wheel.py WHEEL FOLDER.

The shared libraries that the extension module needs go into the wheel (auditwheel copies them and
says for which systems it is good), with their licences. What they define is renamed in them and in
the module.
"""

import re
import sys
import tempfile
from pathlib import Path

from bundled import copy_licences, rename, run


def add_licences(information):
    """Puts them where the package's own licence is, and names them as that is named."""
    metadata = information / "METADATA"
    own = "License-File: LICENSE\n"
    names = copy_licences(information / "licenses")
    others = "".join(f"License-File: {name}\n" for name in names)
    text = metadata.read_text(encoding="utf-8")
    metadata.write_text(text.replace(own, own + others, 1), encoding="utf-8")


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
        rename("patchelf", libraries, module, scratch)
        (information,) = tree.glob("*.dist-info")
        add_licences(information)
        Path(folder).mkdir(parents=True, exist_ok=True)
        for old in Path(folder).glob("*.whl"):
            old.unlink()
        run(sys.executable, "-m", "wheel", "pack", "--dest-dir", folder, str(tree))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        print("usage: bundle_wheel.py WHEEL FOLDER", file=sys.stderr)
        sys.exit(64)
    main(*sys.argv[1:])
