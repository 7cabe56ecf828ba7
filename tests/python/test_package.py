"""The package itself: what is in the wheel, how long it takes to import, whether stubs are true."""

import ast
import inspect
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import metadata
from pathlib import Path

import phb
import pytest
from conftest import ROOT, run_python
from phb import _core, _native

PACKAGE = Path(phb.__file__).parent
SOURCES = sorted((ROOT / "bindings" / "python" / "phb").glob("*.py"))
WHEEL = os.environ.get("PHB_WHEEL", "")
WHEEL_BYTES = 1_000_000


def run(*command, cwd=ROOT, env=None):
    return subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env=env,
        timeout=600,
    )


def test_versions():
    assert phb.__version__ == metadata("phb")["Version"] == _native.version()
    assert re.fullmatch(r"\d{4}\.\d+", phb.rates_edition)


def test_the_wheel_is_one_for_all_pythons_and_small():
    name = Path(WHEEL).name
    assert re.fullmatch(r"phb-[\d.]+-cp311-abi3-(many)?linux_\w+\.whl", name), name
    assert Path(WHEEL).stat().st_size < WHEEL_BYTES


def test_what_is_in_the_wheel():
    with zipfile.ZipFile(WHEEL) as wheel:
        names = set(wheel.namelist())
    expected = {f"phb/{path.name}" for path in SOURCES}
    expected |= {"phb/_native.py", "phb/_native.pyi", "phb/py.typed", "phb/_core.abi3.so"}
    assert {name for name in names if name.startswith("phb/")} == expected
    libraries = {
        re.sub(r"-[0-9a-f]+\.so.*", "", Path(name).name)
        for name in names
        if name.startswith("phb.libs/") and not name.endswith("/")
    }
    assert libraries == {"libcjson", "libmd"}
    assert {name.split("/")[0] for name in names} <= {
        "phb", "phb.libs", f"phb-{phb.__version__}.dist-info"
    }  # fmt: skip


def test_the_oldest_that_will_do_are_the_oldest_that_are_tried():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        tuple(each.split(" >= "))
        for name in ("arrow", "pandas", "polars")
        for each in extras["optional-dependencies"][name]
    }
    tried = (ROOT / "tests/python/oldest-requirements.txt").read_text(encoding="utf-8")
    pins = set(re.findall(r"^(\S+)==(\S+)$", tried, re.MULTILINE))
    assert {name for name, _ in pins - wanted} == {"pytest"}
    assert wanted - pins == set()


def test_the_licences_of_what_is_in_the_wheel_are_in_it_too():
    names = metadata("phb").get_all("License-File")
    assert names == ["LICENSE", "LICENSE-cJSON", "LICENSE-libmd"]
    with zipfile.ZipFile(WHEEL) as wheel:
        folder = f"phb-{phb.__version__}.dist-info/licenses"
        own, cjson, libmd = (wheel.read(f"{folder}/{name}").decode() for name in names)
    assert own == (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Dave Gamble" in cjson
    assert "Permission is hereby granted" in cjson
    assert "Guillem Jover" in libmd
    assert "Redistributions in binary form" in libmd


def symbols(file, *options):
    listed = run("nm", "-D", *options, str(file))
    assert listed.returncode == 0, listed.stderr
    return {line.split()[-1].split("@")[0] for line in listed.stdout.splitlines()}


def test_the_module_shows_nothing_but_itself():
    shown = symbols(_core.__file__, "--defined-only")
    assert shown == {"PyInit__core"}


def test_the_module_needs_nothing_of_ours_from_outside():
    wanted = symbols(_core.__file__, "--undefined-only")
    assert [name for name in wanted if re.match(r"phb_(?!bundled_)|cJSON|SHA256", name)] == []
    libraries = run("readelf", "-d", _core.__file__).stdout
    needed = re.findall(r"NEEDED.*\[(.*)\]", libraries)
    assert [
        name
        for name in needed
        if not re.match(r"(lib(c|cjson-\w+|md-\w+)|ld-linux-[\w-]+)\.so", name)
    ] == []


def test_bundled_libraries_have_names_of_their_own():
    for library in (PACKAGE.parent / "phb.libs").iterdir():
        shown = symbols(library, "--defined-only")
        assert [name for name in shown if re.match("cJSON|SHA|MD", name)] == []


def test_a_host_s_own_library_is_not_in_the_way(tmp_path):
    """A program that brings functions of these names: they are not called."""
    source = tmp_path / "host.c"
    source.write_text(
        "void abort(void);\n"
        + "".join(
            f"void {name}(void) {{ abort(); }}\n"
            for name in ("cJSON_CreateObject", "cJSON_Delete", "cJSON_CreateArray", "SHA256Init")
        ),
        encoding="utf-8",
    )
    library = tmp_path / "host.so"
    assert run("gcc", "-shared", "-fPIC", "-o", str(library), str(source)).returncode == 0
    plan = ROOT / "docs/examples/plans/adult-chc.json"
    out = run_python(
        f"import phb; print(phb.Plan.read({str(plan)!r}).content_hash)",
        env=dict(os.environ, LD_PRELOAD=str(library)),
    )
    assert out.strip() == phb.Plan.read(plan).content_hash


def test_only_the_stable_interface_is_used():
    audit = run(sys.executable, "-m", "abi3audit", "--strict", WHEEL)
    assert audit.returncode == 0, audit.stdout + audit.stderr


def test_import_is_quiet():
    assert run_python("import phb", "-W", "error", "-X", "dev") == ""


# ---- the stub ----


def stub():
    return ast.parse((PACKAGE / "_native.pyi").read_text(encoding="utf-8"))


def arguments_of(function):
    return [each.arg for each in function.args.args]


def test_the_stub_has_the_functions_of_the_module():
    said = {
        node.name: arguments_of(node) for node in stub().body if isinstance(node, ast.FunctionDef)
    }
    made = {
        name: list(inspect.signature(value).parameters)
        for name, value in vars(_native).items()
        if inspect.isfunction(value) and not name.startswith("_")
    }
    assert said == made


def test_the_stub_has_the_constants_of_the_module():
    said = {node.target.id for node in stub().body if isinstance(node, ast.AnnAssign)}
    made = {name for name, value in vars(_native).items() if isinstance(value, int)}
    assert said == made


def test_the_stub_has_the_classes_of_the_module():
    for node in stub().body:
        if not isinstance(node, ast.ClassDef) or node.name == "Column":
            continue
        methods = {
            each.name: arguments_of(each)
            for each in node.body
            if isinstance(each, ast.FunctionDef) and each.name != "__init__"
        }
        made = getattr(_native, node.name)
        assert methods == {
            name: list(inspect.signature(value).parameters)
            for name, value in vars(made).items()
            if inspect.isfunction(value) and not name.startswith("_")
        }
        values = {each.target.id for each in node.body if isinstance(each, ast.AnnAssign)} - {
            "this"
        }
        assert values == {
            name for name, value in vars(made).items() if isinstance(value, property)
        } - {"thisown"}
    classes = {node.name for node in stub().body if isinstance(node, ast.ClassDef)} - {"Column"}
    assert classes == {
        name
        for name, value in vars(_native).items()
        if isinstance(value, type) and not name.startswith("_")
    }


def test_swig_has_seen_every_type():
    """What SWIG does not know it passes as an opaque pointer, without a word."""
    text = (PACKAGE / "_native.py").read_text(encoding="utf-8")
    assert "SWIGTYPE" not in text
    for value in vars(_native).values():
        assert "SwigPyObject" not in type(value).__name__


# ---- the sources ----


@pytest.mark.parametrize("style", [["check"], ["format", "--check"]], ids=["check", "format"])
def test_ruff_has_nothing_to_say(style):
    examples = ["docs/examples/python", "docs/examples/notebooks"]
    folders = ["bindings/python", "tests/python", *examples, "tools/bundle_wheel.py"]
    ruff = run(sys.executable, "-m", "ruff", *style, "--no-cache", *folders)
    assert ruff.returncode == 0, ruff.stdout + ruff.stderr


def mypy(*arguments):
    config = ("--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", os.devnull)
    return run(sys.executable, "-m", "mypy", *config, *arguments, cwd="/")


def test_types_are_right():
    checked = mypy("-p", "phb")
    assert checked.returncode == 0, checked.stdout


def test_the_examples_are_typed_right():
    checked = mypy(*map(str, sorted((ROOT / "docs/examples/python").glob("*.py"))))
    assert checked.returncode == 0, checked.stdout


def operators_on_pence(text):
    """Lines on which something named ...pence is added, multiplied, compared by size or rounded."""
    for node in ast.walk(ast.parse(text)):
        operands = []
        if isinstance(node, ast.BinOp) and not isinstance(node.op, ast.BitOr):
            operands = [node.left, node.right]
        elif isinstance(node, ast.UnaryOp) and not isinstance(node.op, ast.Not):
            operands = [node.operand]
        elif isinstance(node, ast.AugAssign):
            operands = [node.target, node.value]
        for operand in operands:
            name = operand.id if isinstance(operand, ast.Name) else getattr(operand, "attr", "")
            if name.endswith("pence"):
                yield node.lineno


def test_sums_of_money_are_the_library_s():
    sample = "a.pence + 1\nb = -gross_pence\nc -= pence\nd = pence"
    assert sorted(operators_on_pence(sample)) == [1, 2, 3]
    for path in SOURCES:
        assert list(operators_on_pence(path.read_text(encoding="utf-8"))) == [], path.name


def test_no_code_hides_in_the_interface_files():
    for path in (ROOT / "bindings" / "swig").glob("*.i"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"%python(?:code|append|prepend|begin)", text), path.name
        others = r'#include (?!<(?:phb/phb|stdlib|string)\.h>|"(?:convert|memory)\.h")'
        assert not re.search(others, text), path.name


#: What Python does in another way, or has in its own library.
NOT_WRAPPED = re.compile(
    r"phb_(costing_explain|\w+_(context|ref|init)|context_\w+|budget_(new|set|add_\w+)"
    r"|date_(?!add_months|age$)\w+|pence_(format|share))"
)


def test_what_the_library_shows_can_be_reached():
    shown = re.findall(r"\bphb_\w+", (ROOT / "src" / "libphb.map").read_text(encoding="utf-8"))
    wrappers = [*(ROOT / "bindings" / "swig").glob("*.i")]
    wrappers += (ROOT / "bindings" / "python").glob("*.c")
    text = "\n".join(path.read_text(encoding="utf-8") for path in wrappers)
    wrapped = set(re.findall(r"\bphb_\w+", text))
    for name in re.findall(r"%extend (\w+) \{(.*?)\n\}", text, re.DOTALL):
        wrapped |= {f"{name[0]}_{method}" for method in re.findall(r"(\w+)\([^()]*\);", name[1])}
    assert [name for name in shown if name not in wrapped and not NOT_WRAPPED.fullmatch(name)] == []


def public_things():
    for name in phb.__all__:
        thing = getattr(phb, name)
        if inspect.isclass(thing) or inspect.isfunction(thing):
            yield name, thing


def test_everything_public_says_what_it_is():
    for name, thing in public_things():
        assert thing.__doc__, name
        if not inspect.isclass(thing):
            continue
        for member, value in vars(thing).items():
            if not member.startswith("_") and (callable(value) or isinstance(value, property)):
                assert inspect.getdoc(getattr(thing, member)), f"{name}.{member}"


# ---- the source distribution ----


@pytest.mark.long
def test_the_source_distribution_builds_the_same(tmp_path):
    tools = Path(os.environ["PHB_BUILD_ENV"], "bin")
    made = run(
        str(tools / "python"),
        "-c",
        f"import mesonpy; mesonpy.build_sdist({str(tmp_path)!r})",
        env=dict(os.environ, PATH=f"{tools}:{os.environ['PATH']}"),
    )
    assert made.returncode == 0, made.stderr
    (archive,) = tmp_path.glob("phb-*.tar.gz")
    assert run(sys.executable, "-m", "venv", str(tmp_path / "venv")).returncode == 0
    python = str(tmp_path / "venv/bin/python")
    installed = run(
        python, "-m", "pip", "install", "-q", "--disable-pip-version-check", str(archive)
    )
    assert installed.returncode == 0, installed.stderr
    said = run(python, "-c", "import phb; print(phb.__version__, phb.rates_edition)", cwd="/")
    assert said.stdout.split() == [phb.__version__, phb.rates_edition]
