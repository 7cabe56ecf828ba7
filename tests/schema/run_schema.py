#!/usr/bin/env python3
"""Compares the reader with the schema: run_schema.py SCHEMAS EXAMPLES CORPUS CASES RATES PHB READ_STATUS

Whatever the reader accepts, the schema accepts; whatever the reader refuses for its shape, the
schema refuses too. The corpus says by a file's name what is to be expected:

    ok-       both accept it
    text-     it is not JSON as the documents have it: the reader alone is asked
    shape-    both refuse it
    meaning-  the reader alone refuses it

The cases of the reader's own corpora (in the folder CASES) have the same tags. The phb command must
agree about budgets; the corpora of plans and of policies are in folders of their own. Then every
example and every ok- document is spoilt in every way below, and the rule must hold. An example of a
plan is long, and has in it what the short ones have: both accept it, and it is not spoilt.
"""

import copy
import json
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("1..0 # SKIP python3's jsonschema is not there")
    sys.exit(0)

SHAPE_STATUSES = {"JSON_SHAPE", "DUPLICATE", "INCOMPLETE"}
# Meaning shares two statuses with shape, and tells more than that something is missing or there twice.
SHAPE_SENTENCES = {"DUPLICATE": (" is given twice", " in another unit"), "INCOMPLETE": (" is missing",)}
TAGS = ("ok", "text", "shape", "meaning")


def schema_in(path):
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def read(program, documents):
    """What the reader, a command, says of each document: (status, sentence)."""
    stdin = b"".join(b"%d\n%s" % (len(document), document) for document in documents)
    run = subprocess.run(program, input=stdin, capture_output=True, check=True)
    lines = run.stdout.decode().splitlines()
    if len(lines) != len(documents):
        raise RuntimeError(f"{len(documents)} documents, {len(lines)} answers")
    return [tuple(line.split(" ", 1)) for line in lines]


def is_shape(status, sentence):
    return status in SHAPE_STATUSES and sentence.endswith(SHAPE_SENTENCES.get(status, ""))


# --- Spoiling a document ---------------------------------------------------------------------------

STRANGE_VALUES = [None, True, 0, 5, -1, 1.5, "", "0", "x", "a b", "12%", "2026-04-06", "A", [], {}, [1], {"x": 1}]
TWINS = {"minutes_per_week": "hours_per_week", "hours_per_week": "minutes_per_week"}


def places_in(value, path=()):
    """Every place of a document, the whole first."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places_in(inner, path + (key,))


def at(document, path):
    for key in path:
        document = document[key]
    return document


def changed(document, path, change):
    """A copy with `change(container, key)` done at a place."""
    holder = [copy.deepcopy(document)]
    path = (0,) + path
    change(at(holder, path[:-1]), path[-1])
    return holder[0]


def put(value):
    def change(container, key):
        container[key] = value

    return change


def drop(container, key):
    del container[key]


def mutations_of(document):
    """Pairs of words and a document that is spoilt, though perhaps still good."""
    for path in places_in(document):
        words = "/".join(map(str, path))
        if path:
            yield f"{words} dropped", changed(document, path, drop)
        for strange in STRANGE_VALUES:
            yield f"{words} = {json.dumps(strange)}", changed(document, path, put(strange))
        value = at(document, path)
        if isinstance(value, str):
            for text in (value + " ", value.upper(), value + "é"):
                yield f"{words} = {json.dumps(text)}", changed(document, path, put(text))
        if isinstance(value, dict):
            yield f"{words} with an unknown key", changed(document, path + ("unknown",), put(1))
            for key in set(value) & set(TWINS):
                for strange in ("", 5, "5"):
                    inner = path + (TWINS[key],)
                    yield f"{words} with {inner[-1]} = {json.dumps(strange)} too", changed(document, inner, put(strange))


# --- Tests -----------------------------------------------------------------------------------------


def corpus_case(path, schema, phb, program):
    """What is wrong, or None. The phb command is asked too, if there is one that reads the kind."""
    tag = path.name.split("-", 1)[0]
    if tag not in TAGS:
        return f"its name must begin with one of {', '.join(TAGS)}"
    document = path.read_bytes()
    if phb:
        exit_status = subprocess.run([phb, "cost", "-"], input=document, capture_output=True, check=False).returncode
        if exit_status != (0 if tag == "ok" else 2):
            return f"phb cost ended with status {exit_status}"
    status, sentence = read(program, [document])[0]
    if tag == "text":
        return None
    if tag == "meaning" and is_shape(status, sentence) or tag == "shape" and not is_shape(status, sentence):
        return f"the reader says {status}: {sentence}"
    accepted = schema.is_valid(json.loads(document))
    if accepted != (tag in ("ok", "meaning")):
        return "the schema accepts it" if accepted else "the schema refuses it"
    return None


class KeyTwice(ValueError):
    pass


def members_once(pairs):
    if len(dict(pairs)) < len(pairs):
        raise KeyTwice
    return dict(pairs)


def reader_cases(path, schema, program):
    mark = "\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}"  # before the byte an error must name
    cases = [case for case in json.loads(path.read_text(encoding="utf-8"))["cases"] if case["tag"] != "text"]
    documents = [case["text"].replace(mark, "") for case in cases]
    asked = 0
    for case, document, (status, sentence) in zip(cases, documents, read(program, [text.encode() for text in documents])):
        if (case["tag"] == "shape") != is_shape(status, sentence):
            return f"{case['about']}: tagged {case['tag']}, and the reader says {status}: {sentence}"
        try:
            value = json.loads(document, object_pairs_hook=members_once)
        except KeyTwice:  # which no schema can see
            continue
        asked += 1
        if schema.is_valid(value) != (case["tag"] != "shape"):
            return f"{case['about']}: tagged {case['tag']}, and the schema says otherwise"
    return None if asked > 200 else f"only {asked} cases"


def mutation_case(path, schema, program):
    document = json.loads(path.read_bytes())
    mutations = list(mutations_of(document))
    answers = read(program, [json.dumps(spoilt).encode() for _, spoilt in mutations])
    counts = {"accepted": 0, "shape": 0, "meaning": 0}
    for (words, spoilt), (status, sentence) in zip(mutations, answers):
        accepted = schema.is_valid(spoilt)
        if status == "OK" and not accepted:
            return f"{words}: the reader accepts it, the schema does not"
        if status != "OK" and accepted and is_shape(status, sentence):
            return f"{words}: the schema accepts it, the reader says {status}: {sentence}"
        counts["accepted" if status == "OK" else "shape" if is_shape(status, sentence) else "meaning"] += 1
    print(f"# {path.name}: {counts}")
    if counts["shape"] < 10 or counts["accepted"] == 0:
        return f"too few mutations of a kind: {counts}"
    return None


def example_case(path, schema, program):
    document = path.read_bytes()
    status, sentence = read(program, [document])[0]
    if status != "OK":
        return f"the reader says {status}: {sentence}"
    return None if schema.is_valid(json.loads(document)) else "the schema refuses it"


def rates_case(path, schema):
    error = jsonschema.exceptions.best_match(schema.iter_errors(json.loads(path.read_text(encoding="utf-8"))))
    return f"/{'/'.join(map(str, error.absolute_path))}: {error.message}" if error else None


def tests_of(kind, schema, examples, corpus, phb, program):
    """Pairs of a name and a test, for one kind of document."""
    cases = sorted(pathlib.Path(corpus).glob("*.json"))
    shown = sorted(pathlib.Path(examples, kind).glob("*.json"))
    good = shown if kind != "plans" else []
    good += [path for path in cases if path.name.startswith("ok-")]
    reader = [program, kind]
    yield f"there are {kind}", lambda: None if len(cases) > 10 and good else "too few"
    for path in shown:
        yield f"example of {kind}: {path.stem}", lambda path=path: example_case(path, schema, reader)
    for path in cases:
        yield f"corpus of {kind}: {path.stem}", lambda path=path: corpus_case(path, schema, phb, reader)
    for path in good:
        yield f"mutations of {kind}: {path.stem}", lambda path=path: mutation_case(path, schema, reader)


def main(schemas, examples, corpus, reader_corpus, rates, phb, program):
    schemas, reader_corpus = pathlib.Path(schemas), pathlib.Path(reader_corpus)
    plans, policies = pathlib.Path(corpus, "plans"), pathlib.Path(corpus, "policies")
    overlay = schema_in(schemas / "rates-1.json")
    families = [path for path in sorted(pathlib.Path(rates).glob("*.json")) if path.name != "edition.json"]
    budget, plan = schema_in(schemas / "phb-budget-1.json"), schema_in(schemas / "phb-plan-1.json")
    tests = list(tests_of("budgets", budget, examples, corpus, phb, program))
    tests += tests_of("plans", plan, examples, plans, None, program)
    for kind, name, schema in (("budgets", "corpus.json", budget), ("plans", "plans.json", plan)):
        cases, reader = reader_corpus / name, [program, kind]
        tests += [(f"the reader's corpus of {kind}", lambda cases=cases, schema=schema, reader=reader: reader_cases(cases, schema, reader))]
    tests += tests_of("policies", schema_in(schemas / "phb-policy-1.json"), examples, policies, None, program)
    tests += [(f"the library's own {path.name} is of the schema of rates", lambda path=path: rates_case(path, overlay)) for path in families]
    print(f"1..{len(tests)}")
    for number, (name, run) in enumerate(tests, 1):
        problem = run()
        print(f"{'not ok' if problem else 'ok'} {number} - {name}")
        if problem:
            print(f"# {problem}")


if __name__ == "__main__":
    main(*sys.argv[1:])
