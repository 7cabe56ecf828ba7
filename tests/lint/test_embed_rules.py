#!/usr/bin/env python3
"""Every kind of bad rule is refused, with the file, the rule and the reason; good rules are written.

Prints TAP: one line a case. Each case of BAD changes one thing in a small set of good files.
"""

import re
import subprocess
import sys
import unittest
from pathlib import Path

from test_embed_rates import MISSING, EmbedCase, TapResult, changed

RULES = Path(__file__).resolve().parents[2] / "src" / "rules"


def rule(rule_id, **members):
    return {"id": rule_id, "section": "budget", "title": f"About {rule_id}",
            "severity": [{"is": "warning"}], "message": "Something is so.", "fix": "Do this.",
            "about": "Why it is so. And more.", "source": "A page", "basis": "guidance",
            "unit": "none", "arguments": {}, "ids": ["GD-1"]} | members


LAWFUL = rule("budget.money.law", basis="law", unit="pence", ids=["DP-R13-1", "PL-8.1"],
              severity=[{"deployment": ["direct_payment"], "status": ["agreed"], "is": "breach"},
                        {"cohort": {"not": ["other"]}, "kind": ["one_off"], "is": "gap"},
                        {"deployment": ["notional"], "is": "note"}],
              message="{of} is {short} short.", fix="Give {of} more.",
              arguments={"of": {"kind": "text", "what": "an id"},
                         "short": {"kind": "pence", "what": "an amount"}})
MONEY = {"format": 1, "theme": "money", "order": 20, "title": "Money",
         "rules": [LAWFUL, rule("budget.money.plain")]}
FIRST = {"format": 1, "theme": "first", "order": 10, "title": "First",
         "rules": [rule("plan.first.thing", section="about", basis="local")]}
GOOD = {"money": MONEY, "first": FIRST}
LAW, PLAIN = ("rules", 0), ("rules", 1)
GRADE = (*LAW, "severity", 0)

# name, file, path of members to change, the new value, words of the message in their order
BAD = [
    ("format of another number", "money", ("format",), 2, "money.json: format: must be whole"),
    ("theme named otherwise", "money", ("theme",), "pay", "money.json: theme: is not what"),
    ("member nobody knows", "money", ("note",), "x", "money.json: note: is not known"),
    ("order of another theme", "money", ("order",), 10, "money.json: order: is that of first.json"),
    ("order that is nil", "money", ("order",), 0, "money.json: order: must be whole, from 1"),
    ("rules that are empty", "money", ("rules",), [], "money.json: rules: must be a list of at"),
    ("rule that is a number", "money", LAW, 5, "money.json: 0: must be an object"),
    ("rule member nobody knows", "money", (*LAW, "massage"), "x",
     "money.json: budget.money.law: massage: is not known"),
    ("fix left out", "money", (*LAW, "fix"), MISSING, "budget.money.law: fix: is missing"),
    ("id left out", "money", (*LAW, "id"), MISSING, "money.json: 0: id: is missing"),
    ("id in capitals", "money", (*LAW, "id"), "Budget.money.law", "id: must match"),
    ("id of two parts", "money", (*LAW, "id"), "budget.money", "id: must match"),
    ("id of another theme", "money", (*LAW, "id"), "budget.pay.law",
     "money.json: budget.pay.law: id: must name the theme money"),
    ("id used twice", "money", (*PLAIN, "id"), "budget.money.law",
     "money.json: budget.money.law: is defined already"),
    ("title used twice", "money", (*PLAIN, "title"), "About budget.money.law",
     "money.json: budget.money.plain: title: is the title of another rule"),
    ("title that is a sentence", "money", (*PLAIN, "title"), "It is so.", "title: must be a head"),
    ("section outside the plan", "money", (*LAW, "section"), "money",
     "budget.money.law: section: must be one of about"),
    ("section before that of the rule before", "money", (*PLAIN, "section"), "health",
     "money.json: budget.money.plain: section: comes before budget in a plan"),
    ("section before that of the theme before", "first", ("rules", 0, "section"), "sign_off",
     "money.json: budget.money.law: section: comes before sign_off in a plan"),
    ("basis outside the set", "money", (*LAW, "basis"), "habit",
     "budget.money.law: basis: must be one of law"),
    ("unit outside the set", "money", (*LAW, "unit"), "pounds",
     "budget.money.law: unit: must be one of none"),
    ("severity that is empty", "money", (*LAW, "severity"), [], "severity: must be a list of at"),
    ("grade outside the set", "money", (*GRADE, "is"), "error",
     "severity: 0: is: must be one of breach"),
    ("grade left out", "money", (*GRADE, "is"), MISSING, "severity: 0: is: is missing"),
    ("condition nobody knows", "money", (*GRADE, "age"), ["old"], "severity: 0: age: is not known"),
    ("deployment nobody knows", "money", (*GRADE, "deployment"), ["cash"],
     "severity: 0: deployment: 0: must be one of direct_payment"),
    ("status nobody knows", "money", (*GRADE, "status"), ["done"],
     "severity: 0: status: 0: must be one of draft"),
    ("cohort nobody knows", "money", (*LAW, "severity", 1, "cohort", "not"), ["old"],
     "severity: 1: cohort: not: 0: must be one of adult_chc"),
    ("kind nobody knows", "money", (*LAW, "severity", 1, "kind"), ["twice"],
     "severity: 1: kind: 0: must be one of ongoing"),
    ("condition that names nothing", "money", (*GRADE, "status"), [],
     "severity: 0: status: must be a list of at least"),
    ("condition that names one twice", "money", (*GRADE, "status"), ["draft", "draft"],
     "severity: 0: status: names something twice"),
    ("condition that is a name", "money", (*GRADE, "status"), "draft", "status: must be a list"),
    ("grade behind one that takes all", "money", (*PLAIN, "severity"),
     [{"is": "note"}, {"kind": ["one_off"], "is": "warning"}],
     "money.json: budget.money.plain: severity: 1: is never reached"),
    ("guidance that is broken", "money", (*PLAIN, "severity", 0, "is"), "breach",
     "budget.money.plain: severity: is breach, but a rule whose basis is guidance"),
    ("local policy that leaves a gap", "first", ("rules", 0, "severity", 0, "is"), "gap",
     "plan.first.thing: severity: is gap, but a rule whose basis is local"),
    ("law that cannot be broken", "money", (*PLAIN, "basis"), "law",
     "budget.money.plain: basis: is law, but no breach is among"),
    ("law of 2010 that cannot be broken", "money", (*PLAIN, "basis"), "law_read_in_2010",
     "budget.money.plain: basis: is law, but no breach is among"),
    ("argument that is not declared", "money", (*LAW, "message"), "{of} is {shrt} short.",
     "budget.money.law: names the argument shrt, which is not declared"),
    ("argument that is not declared, in the fix", "money", (*PLAIN, "fix"), "Pay {sum}.",
     "budget.money.plain: names the argument sum, which is not declared"),
    ("argument that is not used", "money", (*LAW, "message"), "{of} is short.",
     "budget.money.law: arguments: short: is in neither message nor fix"),
    ("argument of no kind", "money", (*LAW, "arguments", "of", "kind"), "money",
     "arguments: of: kind: must be one of pence"),
    ("argument that says nothing", "money", (*LAW, "arguments", "of", "what"), MISSING,
     "arguments: of: what: is missing"),
    ("argument in capitals", "money", (*LAW, "arguments", "Of"), {"kind": "text", "what": "x"},
     "arguments: Of: must match"),
    ("more arguments than fit", "money", LAW,
     LAWFUL | {"message": "{a}{b}{c}{d}{e}{f}{g}.", "fix": "Do.",
               "arguments": {name: {"kind": "text", "what": "x"} for name in "abcdefg"}},
     "budget.money.law: arguments: must be at most 6"),
    ("message of two sentences", "money", (*PLAIN, "message"), "It is so. It is bad.",
     "message: must be one sentence"),
    ("message that asks", "money", (*PLAIN, "message"), "Is it so?",
     "message: must be one sentence"),
    ("message without an end", "money", (*PLAIN, "message"), "It is so", "must be one sentence"),
    ("message in small letters", "money", (*PLAIN, "message"), "it is so.", "must be one sent"),
    ("message with two spaces", "money", (*PLAIN, "message"), "It  is so.", "must be one sent"),
    ("message that is empty", "money", (*PLAIN, "message"), "", "message: must be text"),
    ("message longer than a breath", "money", (*PLAIN, "message"), f"I{'t' * 160}.",
     "message: must be at most 160 characters"),
    ("brace that is not closed", "money", (*PLAIN, "message"), "It is {so.",
     "message: has a brace that names no argument"),
    ("brace that is not opened", "money", (*PLAIN, "message"), "It is so}.", "has a brace that"),
    ("braces around nothing", "money", (*PLAIN, "message"), "It is {}.", "has a brace that"),
    ("fix of two sentences", "money", (*PLAIN, "fix"), "Do it. Do it.", "fix: must be one sent"),
    ("ids that are none", "money", (*LAW, "ids"), [], "budget.money.law: ids: must be a list of"),
    ("id of a requirement misspelt", "money", (*LAW, "ids"), ["GD1"], "ids: 0: must match"),
    ("source left out", "money", (*LAW, "source"), MISSING, "budget.money.law: source: is missing"),
]


class RulesCase(EmbedCase):
    def embed(self, paths, into="out"):
        """Exit code, what was said, and the two files written (None: not written)."""
        outputs = [self.folder / f"{into}.c", self.folder / f"{into}.h"]
        done = subprocess.run(
            [sys.executable, str(RULES / "embed_rules.py"), "--output-c", str(outputs[0]),
             "--output-h", str(outputs[1]), *map(str, paths)],
            capture_output=True, text=True, check=False)
        texts = [path.read_text("ascii") if path.exists() else None for path in outputs]
        return done.returncode, done.stdout + done.stderr, *texts

    def assert_refused(self, files, message):
        code, said, c_text, h_text = self.embed(self.write(files))
        self.assertEqual((code, c_text, h_text), (1, None, None), said)
        self.assertIn(message, said)
        self.assertTrue(said.startswith("embed_rules.py: ") and said.count("\n") == 1, said)


class BadData(RulesCase):
    def __init__(self, name, files, message):
        super().__init__("runTest")
        self.name, self.files, self.message = name, files, message

    def id(self):
        return f"refused: {self.name}"

    def runTest(self):
        self.assert_refused(self.files, self.message)


class GoodData(RulesCase):
    def id(self):
        return self._testMethodName.removeprefix("test_").replace("_", " ")

    def good(self, files=None):
        code, said, c_text, h_text = self.embed(self.write(files or GOOD))
        self.assertEqual((code, said), (0, ""))
        return c_text, h_text

    def test_rules_are_in_the_order_of_themes_and_then_of_the_file(self):
        _, h_text = self.good()
        self.assertEqual(re.findall(r"^    (PHB__RULE_\w+)", h_text, re.MULTILINE),
                         ["PHB__RULE_PLAN_FIRST_THING", "PHB__RULE_BUDGET_MONEY_LAW",
                          "PHB__RULE_BUDGET_MONEY_PLAIN", "PHB__RULE_COUNT"])
        self.assertIn("#ifndef PHB_RULE_KEYS_H\n#define PHB_RULE_KEYS_H\n", h_text)

    def test_masks_have_a_bit_for_each_choice_and_one_for_not_said(self):
        c_text, _ = self.good()
        rows = re.findall(r"\{\.cohorts = .*", c_text)
        self.assertEqual(rows, [
            "{.cohorts = 0x3fff, .deployments = 0xf, .statuses = 0x7f, .kinds = 0x7, "
            ".severity = PHB_SEVERITY_WARNING},",
            "{.cohorts = 0x3fff, .deployments = 0x2, .statuses = 0x8, .kinds = 0x7, "
            ".severity = PHB_SEVERITY_BREACH},",
            "{.cohorts = 0x1fff, .deployments = 0xf, .statuses = 0x7f, .kinds = 0x4, "
            ".severity = PHB_SEVERITY_GAP},",
            "{.cohorts = 0x3fff, .deployments = 0x8, .statuses = 0x7f, .kinds = 0x7, "
            ".severity = PHB_SEVERITY_NOTE},",
            "{.cohorts = 0x3fff, .deployments = 0xf, .statuses = 0x7f, .kinds = 0x7, "
            ".severity = PHB_SEVERITY_WARNING},"])

    def test_a_rule_leads_to_its_rows_and_arguments(self):
        c_text, _ = self.good()
        places = re.findall(r"\.first_row = (\d+), \.first_argument = (\d+), "
                            r"\.row_count = (\d+), \.argument_count = (\d+)", c_text)
        self.assertEqual(places, [("0", "0", "1", "0"), ("1", "0", "3", "2"), ("4", "2", "1", "0")])

    def test_texts_lie_side_by_side_each_once(self):
        c_text, _ = self.good()
        block = c_text[c_text.index("struct phb__rule_texts {"):c_text.index("phb__rules[]")]
        sizes = [int(size) for size in re.findall(r"char t\d+\[(\d+)\];", block)]
        self.assertIn(f"_Static_assert(sizeof(struct phb__rule_texts) == {sum(sizes)}, ", block)
        self.assertEqual(block.count('"A page",'), 1)
        offset = int(re.search(r"\.source = (\d+),", c_text)[1])
        texts = [value.encode().decode("unicode_escape") + "\0"
                 for value in re.findall(r'^    "(.*)",$', block, re.MULTILINE)]
        self.assertTrue("".join(texts)[offset:].startswith("A page\0"))

    def test_grades_are_told_for_each_deployment(self):
        c_text, _ = self.good()
        self.assertIn('"direct_payment breach, third_party gap, notional gap",', c_text)
        self.assertIn('    "warning",\n', c_text)

    def test_a_deployment_a_rule_does_not_apply_to_is_left_out(self):
        grades = [{"deployment": ["third_party"], "is": "note"}]
        c_text, _ = self.good(changed(GOOD, "money", (*PLAIN, "severity"), grades))
        self.assertIn('    "third_party note",\n', c_text)

    def test_text_is_escaped_to_ascii(self):
        c_text, _ = self.good(changed(GOOD, "money", (*PLAIN, "source"), 'A "\u00a3"?'))
        self.assertIn(r'"A \"\302\243\"\?"', c_text)

    def test_rules_may_be_without_arguments(self):
        c_text, _ = self.good({"first": FIRST})
        self.assertIn("phb__rule_arguments[] = {\n    {0, 0},\n};", c_text)

    def test_two_ids_that_are_one_name_in_c_are_refused(self):
        themes = {name: FIRST | {"theme": name, "order": order, "rules": [rule(rule_id)]}
                  for name, order, rule_id in [("a", 1, "plan.a.b_c"), ("a_b", 2, "plan.a_b.c")]}
        self.assert_refused(themes, "a_b.json: plan.a_b.c: is defined already")

    def test_the_output_does_not_depend_on_the_order_of_files(self):
        paths = self.write(GOOD)
        outputs = {self.embed(each, str(n)) for n, each in enumerate([paths, paths[::-1], paths])}
        self.assertEqual({output[:2] for output in outputs}, {(0, "")})
        self.assertEqual(len(outputs), 1)

    def test_the_real_data_passes(self):
        paths = sorted((RULES / "data").glob("*/*.json"))
        outputs = [self.embed(paths, "first"), self.embed(paths[::-1], "second")]
        self.assertEqual(outputs[0][:2], (0, ""))
        self.assertEqual(outputs[0], outputs[1])

    def test_every_theme_is_built(self):
        listed = re.findall(r"'data/(\w+/\w+\.json)'", (RULES / "meson.build").read_text("utf-8"))
        self.assertEqual(listed, sorted(str(path.relative_to(RULES / "data")) for path in (RULES / "data").glob("*/*.json")))


def main():
    suite = unittest.TestSuite()
    for name, file, path, value, message in BAD:
        suite.addTest(BadData(name, changed(GOOD, file, path, value), message))
    suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(GoodData))
    print(f"1..{suite.countTestCases()}")
    result = TapResult()
    suite.run(result)
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
