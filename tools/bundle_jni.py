#!/usr/bin/env python3
"""Makes a library for Java self-contained: bundle_jni.py PATCHELF MODULE BUNDLED_MODULE BUNDLED_CJSON.

Debian has no static cJSON: its shared one goes beside the module, under another name, with other
names in it, and the module looks for it there and nowhere else. The licences of what is inside go
beside it too.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path

from bundled import copy_licences, rename, run


def cjson_of(module):
    """The name by which a module wants cJSON, and the file that it is."""
    (found,) = re.findall(r"(libcjson\.so\S*) => (\S+)", run("ldd", module))
    return found


def main(patchelf, module, bundled_module, bundled_cjson):
    wanted, cjson = cjson_of(module)
    shutil.copy(module, bundled_module)
    shutil.copy(cjson, bundled_cjson)
    name = Path(bundled_cjson).name
    run(patchelf, "--set-soname", name, bundled_cjson)
    run(patchelf, "--replace-needed", wanted, name, "--set-rpath", "$ORIGIN", bundled_module)
    with tempfile.TemporaryDirectory() as scratch:
        rename(patchelf, [bundled_cjson], bundled_module, scratch)
    copy_licences(Path(bundled_module).parent)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        print("usage: bundle_jni.py PATCHELF MODULE BUNDLED_MODULE BUNDLED_CJSON", file=sys.stderr)
        sys.exit(64)
    main(*sys.argv[1:])
