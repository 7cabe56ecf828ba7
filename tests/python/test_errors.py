"""Every status is an exception, with where and why."""

import gc
import pickle
import re
from datetime import date

import phb
import pytest
from conftest import ROOT, run_python
from phb import _native

STATUSES = range(1, _native.status_count())


@pytest.mark.parametrize("status", STATUSES, ids=_native.status_name)
def test_each_status_is_raised_as_its_class(status):
    name = _native.status_name(status)
    with pytest.raises(phb.errors.CLASSES[name]) as caught:
        _native.fail_with(status)
    error = caught.value
    assert (error.code, error.name, error.path, error.position) == (status, name, "", None)
    assert error.message == _native.status_message(status)
    assert isinstance(error, phb.PhbError)


def test_the_table_has_every_status_and_no_other():
    assert set(phb.errors.CLASSES) == {_native.status_name(status) for status in STATUSES}


def test_the_manual_has_the_same_classes():
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ((?:`[A-Z0-9_]+`(?:, )?)+) \| `(Phb\w+)` \|", page, re.MULTILINE)
    said = {name: kind for names, kind in rows for name in re.findall(r"`(\w+)`", names)}
    assert said == {name: kind.__name__ for name, kind in phb.errors.CLASSES.items()}


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        ("PhbArgumentError", ValueError),
        ("PhbValueError", ValueError),
        ("PhbInputError", ValueError),
        ("PhbDocumentError", ValueError),
        ("PhbLookupError", LookupError),
        ("PhbMemoryError", MemoryError),
        ("PhbInternalError", RuntimeError),
    ],
)
def test_a_class_is_one_that_python_knows(kind, builtin):
    assert issubclass(getattr(phb, kind), builtin)


def test_an_error_says_where():
    with pytest.raises(phb.PhbValueError) as caught:
        phb.Budget.from_json(
            '{"format": "phb-budget/1", "period": {"start": "2026-04-06", "end": "2026-13-01"}}'
        )
    error = caught.value
    assert (error.name, error.path, error.position) == ("DATE", "/period/end", 68)
    assert str(error).startswith("/period/end: ")


def test_an_error_of_a_text_says_at_which_byte():
    with pytest.raises(phb.PhbDocumentError, match=r"^byte 1: "):
        phb.Budget.from_json("{")


def test_an_error_survives_pickling():
    with pytest.raises(phb.PhbError) as caught:
        phb.Budget.from_json("{")
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is phb.PhbDocumentError
    assert (str(again), again.code, again.position) == (
        str(caught.value),
        caught.value.code,
        caught.value.position,
    )


def test_no_message_quotes_the_document():
    with pytest.raises(phb.PhbError) as caught:
        phb.Budget.from_json('{"format": "phb-budget/1", "Ada Lovelace": 1}')
    assert "Ada" not in str(caught.value)


def test_what_is_not_held_is_a_lookup_error():
    rates = phb.Rates.builtin()
    with pytest.raises(LookupError, match="no rate of that key"):
        rates.find("no.such.key", on=date(2026, 4, 6))
    with pytest.raises(LookupError):
        rates.find("employer_ni.rate", on=date(1999, 4, 6))


def test_what_is_freed_meanwhile_changes_no_error():
    """The collector may free handles, and so call the library, while an exception is made."""
    before = gc.get_threshold()
    gc.set_threshold(1)
    try:
        for _ in range(1000):
            cycle = [_native.Rates()]
            cycle.append(cycle)
            del cycle
            with pytest.raises(phb.PhbDocumentError) as caught:
                _native.Budget('{"format": "phb-budget/1", "period": 1}')
            assert caught.value.path == "/period"
    finally:
        gc.set_threshold(*before)


def test_failing_does_not_leak():
    grown = run_python(
        """
import resource
import phb
from phb import _native

def fail(times):
    for _ in range(times):
        try:
            _native.Budget('{"format": "phb-budget/1", "period": 1}')
        except phb.PhbError:
            pass
        try:
            _native.pence_parse(1.5)
        except TypeError:
            pass

fail(20_000)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
fail(100_000)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    )
    assert int(grown) < 1024  # KiB: of 200,000 failing calls
