"""The examples and the manual: every program runs and prints what the manual says it prints."""

import re
import subprocess
import sys

import pytest
from conftest import EXAMPLES, ROOT, blocks_of

PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
PROGRAMS = sorted((EXAMPLES / "python").glob("*.py"))
SHOWN = re.findall(r"^```console\n\$ python (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
#: Those that need a Spark run where there is one.
BLOCKS = [block for block in blocks_of("docs/python.md") if "phb.spark" not in block]


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        timeout=60,
    )


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_an_example_prints_what_the_manual_shows(path):
    shown = {name: text for name, text in SHOWN}
    name = path.relative_to(ROOT).as_posix()
    ran = run(name)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == shown[name]


def test_the_blocks_of_the_manual_run_one_after_the_other():
    """Each goes on from where the one before stopped; `>>>` is not used."""
    assert len(BLOCKS) > 5
    ran = run("-c", "\n".join(BLOCKS))
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_block_of_the_readme_runs():
    (block,) = blocks_of("README.md")
    ran = run("-c", f"import phb\n{block}")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.strip() in block
