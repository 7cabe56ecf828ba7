#!/usr/bin/env python3
"""Makes the wrappers: generate.py SWIG WRAPPERS JAVA_FOLDER OPTION... INTERFACE_FILE.

Of what SWIG writes two files are used: the wrappers in C and the class of native methods. The rest
says whether SWIG knew every type: what it has not seen it takes for a pointer to something opaque.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGE = "org.libphb.internal"
NATIVE_METHODS = "PhbNative.java"


def main(swig, wrappers, java_folder, *arguments):
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(
            [swig, "-java", "-package", PACKAGE, "-nopgcpp"]
            + ["-outdir", scratch, "-o", wrappers, *arguments],
            check=True,
        )
        unknown = sorted(path.stem for path in Path(scratch).glob("SWIGTYPE_*"))
        if unknown:
            sys.exit(f"generate.py: SWIG does not know what these are: {', '.join(unknown)}")
        folder = Path(java_folder, *PACKAGE.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(scratch, NATIVE_METHODS), folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
