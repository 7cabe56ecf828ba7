#!/usr/bin/env python3
"""Every kind of bad law is refused, with the file, the key and the reason; good law is written out.

Prints TAP: one line a case. Each case of BAD changes one thing in a small set of good files.
"""

import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

RATES = Path(__file__).resolve().parents[2] / "src" / "rates"

EDITION = {"format": 1, "edition": "2026.1", "first_day": "2020-04-06", "last_day": "2022-04-05"}
VERIFIED = {"2021": {"on": "2022-01-31"}}
SOURCE = {"title": "An Act", "citation": "1999 c. 9 s 1", "read_in": "a book",
          "checked_against": ["one", "two"]}
WAGES = {
    "format": 1, "family": "wages", "verified": VERIFIED,
    "sources": {"act": SOURCE, "order": SOURCE},
    "parameters": [
        {"key": "wages.rate", "label": "Rate", "unit": "ppm", "cuts_payslip": True,
         "values": [{"from": "2019-04-06", "value": 10, "source": "act"},
                    {"from": "2021-04-06", "value": None, "source": "order"},
                    {"from": "2023-04-06", "value": 30, "status": "announced", "source": "act"}]},
        {"key": "wages.floor", "label": "Floor", "unit": "pence_per_hour", "axis": "age",
         "values": [{"from": "2020-04-01", "source": "act",
                     "bands": [{"age": 0, "value": 640}, {"age": 18, "value": 860}]}]},
        {"key": "wages.day_of", "label": "Day", "unit": "date", "axis": "birth_date",
         "values": [{"from": "1960-01-01", "date": "1970-01-11", "source": "act"}]}],
    "ni_letters": [
        {"letter": "V", "label": "Veteran", "relief": "upper_limit", "from": "2021-04-06",
         "source": "act"},
        {"letter": "V", "label": "Older", "relief": "none", "from": "2020-04-06",
         "until": "2021-04-05", "source": "act"}]}
OTHER = {
    "format": 1, "family": "other", "verified": VERIFIED, "sources": {"report": SOURCE},
    "parameters": [{"key": "other.amount", "label": "Amount", "unit": "pence",
                    "values": [{"from": "2020-04-06", "value": 1, "source": "report"}]}]}
HOLIDAYS = {
    "format": 1, "family": "holidays", "verified": VERIFIED, "sources": {"proclaimed": SOURCE},
    "bank_holidays": {
        "published_until": "2023-12-31", "source": "proclaimed",
        "exceptions": [{"date": "2020-05-08", "instead_of": "2020-05-04", "name": "VE day",
                        "source": "proclaimed"},
                       {"date": "2022-06-03", "name": "Jubilee", "source": "proclaimed"}]}}
GOOD = {"edition": EDITION, "wages": WAGES, "other": OTHER, "holidays": HOLIDAYS}
MISSING = object()

RATE, FLOOR, DAY = (("parameters", index) for index in range(3))
FIRST, LAST = ("values", 0), ("values", 2)
EXCEPTIONS = ("bank_holidays", "exceptions")

# name, file, path of members to change, the new value, words of the message in their order
BAD = [
    ("format of another number", "wages", ("format",), 2, "wages.json: format: must be whole"),
    ("format that is true", "wages", ("format",), True, "wages.json: format: must be whole"),
    ("family named otherwise", "wages", ("family",), "pay", "wages.json: family: is not what"),
    ("member nobody knows", "wages", ("note",), "x", "wages.json: note: is not known"),
    ("parameter member nobody knows", "wages", (*RATE, "lable"), "x",
     "wages.rate: lable: is not known"),
    ("value member nobody knows", "wages", (*RATE, *FIRST, "form"), "x",
     "wages.json: parameters: wages.rate: values: 0: form: is not known"),
    ("label left out", "wages", (*RATE, "label"), MISSING, "wages.rate: label: is missing"),
    ("label that is empty", "wages", (*RATE, "label"), "", "wages.rate: label: must be text"),
    ("label that is padded", "wages", (*RATE, "label"), " x", "wages.rate: label: must be text"),
    ("label with a control character", "wages", (*RATE, "label"), "a\nb", "label: must be text"),
    ("values left out", "wages", (*RATE, "values"), MISSING, "wages.rate: values: is missing"),
    ("values that are empty", "wages", (*RATE, "values"), [], "values: must be a list of at least"),
    ("value left out", "wages", (*RATE, *FIRST, "value"), MISSING, "values: 0: value: is missing"),
    ("key in capitals", "wages", (*RATE, "key"), "Wages.rate",
     "wages.json: parameters: Wages.rate: key"),
    ("key without a dot", "wages", (*RATE, "key"), "rate", "parameters: rate: key: must match"),
    ("key used twice", "wages", (*RATE, "key"), "wages.day_of", "wages.day_of: is defined already"),
    ("key that is the count in C", "wages", (*RATE, "key"), "key.count", "key.count: is defined"),
    ("key of two files", "other", (*RATE, "key"), "wages.day_of", "wages.json: wages.day_of: is"),
    ("key that is another one in C", "other", (*RATE, "key"), "wages.day.of",
     "wages.day_of: is defined"),
    ("unit outside the set", "wages", (*RATE, "unit"), "euro",
     "wages.rate: unit: must be one of pence"),
    ("axis outside the set", "wages", (*RATE, "axis"), "sex",
     "wages.rate: axis: must be one of date"),
    ("cuts_payslip that is 1", "wages", (*RATE, "cuts_payslip"), 1, "cuts_payslip: must be true"),
    ("cut over birth dates", "wages", (*DAY, "cuts_payslip"), True,
     "wages.day_of: cuts_payslip: is for"),
    ("status outside the set", "wages", (*RATE, *LAST, "status"), "likely",
     "values: 2: status: must"),
    ("value with decimals", "wages", (*RATE, *FIRST, "value"), 1.5,
     "values: 0: value: must be whole"),
    ("value that is text", "wages", (*RATE, *FIRST, "value"), "10",
     "values: 0: value: must be whole"),
    ("value that is true", "wages", (*RATE, *FIRST, "value"), True,
     "values: 0: value: must be whole"),
    ("value below nothing", "wages", (*RATE, *FIRST, "value"), -1,
     "value: must be whole, from 0 to"),
    ("rate above twice the whole", "wages", (*RATE, *FIRST, "value"), 2000001,
     "from 0 to 2000000"),
    ("history that starts with its end", "wages", (*RATE, *FIRST, "value"), None,
     "wages.rate: values: 0: ends what has not begun"),
    ("date that is a number", "wages", (*DAY, *FIRST, "date"), 10,
     "wages.day_of: values: 0: date"),
    ("date not in the calendar", "wages", (*DAY, *FIRST, "date"), "2023-02-29",
     "wages.day_of: values: 0: date: 2023-02-29 is not in the calendar"),
    ("value where a date is due", "wages", (*DAY, *FIRST, "value"), 10,
     "wages.day_of: values: 0: value: is not known"),
    ("day not in the calendar", "wages", (*RATE, *FIRST, "from"), "2019-04-31",
     "wages.json: parameters: wages.rate: values: 0: from: 2019-04-31 is not in the calendar"),
    ("day written short", "wages", (*RATE, *FIRST, "from"), "20190406", "0: from: must match"),
    ("day before 1900", "wages", (*RATE, *FIRST, "from"), "1899-12-31", "0: from: must match"),
    ("day after 2199", "wages", (*RATE, *LAST, "from"), "2200-01-01", "2: from: must match"),
    ("days out of order", "wages", (*RATE, *LAST, "from"), "2020-04-06",
     "wages.rate: values: 2: from: must be after 2021-04-06"),
    ("day given twice", "wages", (*RATE, *LAST, "from"), "2021-04-06", "2: from: must be after"),
    ("row that says nothing new", "wages", (*RATE, "values", 1),
     {"from": "2021-04-06", "value": 10, "source": "act"},
     "wages.rate: values: 1: says nothing new"),
    ("bands on a date axis", "wages", (*RATE, *FIRST, "bands"), [],
     "values: 0: bands: is not known"),
    ("bare value on an age axis", "wages", (*FLOOR, *FIRST, "value"), 1, "0: value: is not known"),
    ("bands that fall in age", "wages", (*FLOOR, *FIRST, "bands", 1, "age"), 0,
     "wages.floor: values: 0: bands: must rise in age"),
    ("band with a member nobody knows", "wages", (*FLOOR, *FIRST, "bands", 1, "sex"), 0,
     "wages.floor: values: 0: bands: 1: sex: is not known"),
    ("band without a value", "wages", (*FLOOR, *FIRST, "bands", 1, "value"), None,
     "wages.floor: values: 0: bands: 1: value: must be whole"),
    ("parameter that is a number", "wages", RATE, 5, "parameters: 0: must be an object"),
    ("value that is a list", "wages", (*RATE, *FIRST), [], "values: 0: must be an object"),
    ("sources in a list", "wages", ("sources",), [SOURCE],
     "wages.json: sources: must be an object"),
    ("source that is nowhere", "wages", (*RATE, *FIRST, "source"), "law",
     "wages.rate: has no source law"),
    ("source that is not used", "wages", ("sources", "spare"), SOURCE,
     "sources: spare: is used by no"),
    ("source without a title", "wages", ("sources", "act", "title"), MISSING,
     "act: title: is missing"),
    ("source checked against nothing", "wages", ("sources", "act", "checked_against"), [],
     "sources: act: checked_against: must be a list of at least one"),
    ("source key with a space", "wages", ("sources", "an act"), SOURCE,
     "sources: an act: must match"),
    ("letter in lower case", "wages", ("ni_letters", 0, "letter"), "v", "letter: must match [A-Z]"),
    ("letter with unknown relief", "wages", ("ni_letters", 0, "relief"), "some",
     "relief: must be one"),
    ("letter whose stretches overlap", "wages", ("ni_letters", 1, "until"), "2021-04-06",
     "wages.json: ni_letters: V: from: 2020-04-06 overlaps the stretch from 2021-04-06"),
    ("letter that never ends, twice", "wages", ("ni_letters", 1, "until"), MISSING,
     "V: from: 2020"),
    ("letter that ends before it starts", "wages", ("ni_letters", 1, "until"), "2019-04-05",
     "wages.json: ni_letters: V: until: is before from"),
    ("letter with a source that is nowhere", "wages", ("ni_letters", 0, "source"), "law",
     "wages.json: V: has no source law"),
    ("edition of another form", "edition", ("edition",), "2026",
     "edition.json: edition: must match"),
    ("edition with a member nobody knows", "edition", ("origin",), 1,
     "edition.json: origin: is not"),
    ("edition that ends before it starts", "edition", ("last_day",), "2019-01-01",
     "edition.json: last_day: is before first_day"),
    ("last tax year not verified", "wages", ("verified",), {"2020": {"on": "2022-01-31"}},
     "wages.json: verified: has no day for 2021, the last tax year held"),
    ("nothing verified", "other", ("verified",), MISSING, "other.json: verified: is missing"),
    ("verified on a day not in the calendar", "wages", ("verified", "2021", "on"), "2022-02-30",
     "wages.json: verified: 2021: on: 2022-02-30 is not in the calendar"),
    ("verified for what is no year", "wages", ("verified", "2021-22"), {"on": "2022-01-31"},
     "wages.json: verified: 2021-22: must match"),
    ("bank holidays out of order", "holidays", (*EXCEPTIONS, 1, "date"), "2020-05-08",
     "holidays.json: bank_holidays: exceptions: 1: date: must be after 2020-05-08"),
    ("bank holiday that moves to another year", "holidays", (*EXCEPTIONS, 0, "instead_of"),
     "2019-05-06", "bank_holidays: exceptions: 0: instead_of: is in another year"),
    ("bank holiday without a name", "holidays", (*EXCEPTIONS, 0, "name"), MISSING,
     "exceptions: 0: name: is missing"),
    ("bank holiday with a member nobody knows", "holidays", (*EXCEPTIONS, 0, "kind"), "moved",
     "exceptions: 0: kind: is not known"),
    ("bank holiday with a source that is nowhere", "holidays", (*EXCEPTIONS, 0, "source"), "law",
     "holidays.json: bank_holidays: has no source law"),
    ("bank holidays without an end", "holidays", ("bank_holidays", "published_until"), MISSING,
     "holidays.json: bank_holidays: published_until: is missing"),
    ("bank holidays of two files", "other", ("bank_holidays",),
     {"published_until": "2023-12-31", "source": "report",
      "exceptions": [{"date": "2020-05-08", "name": "VE day", "source": "report"}]},
     "other.json: gives bank_holidays a second time"),
]

# name, text put in, in place of which text of wages.json, words of the message
BAD_TEXT = [
    ("member given twice", '"unit": "ppm", "unit": "ppm"', '"unit": "ppm"',
     "wages.json: unit: is given twice in one object"),
    ("whole number written with decimals", '"value": 10.0', '"value": 10', "value: must be whole"),
    ("text that is not JSON", '"value": 10,,', '"value": 10,', "wages.json: is not JSON in UTF-8"),
    ("bytes that are not UTF-8", '"label": "\udcff"', '"label": "Rate"',
     "wages.json: is not JSON in UTF-8"),
]


def changed(files, name, path, value):
    """A copy of `files` in which one member is set or, for MISSING, taken out."""
    files = json.loads(json.dumps(files))  # unlike deepcopy this parts what SOURCE shares
    place = files[name]
    for step in path[:-1]:
        place = place[step]
    if value is MISSING:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return files


class EmbedCase(unittest.TestCase):
    """One run of the script in a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, files):
        paths = []
        for name, data in files.items():
            paths.append(self.folder / f"{name}.json")
            text = data if isinstance(data, str) else json.dumps(data)
            paths[-1].write_bytes(text.encode("utf-8", "surrogateescape"))
        return paths

    def embed(self, paths, into="out"):
        """Exit code, what was said, and the two files written (None: not written)."""
        outputs = [self.folder / f"{into}.c", self.folder / f"{into}.h"]
        done = subprocess.run(
            [sys.executable, str(RATES / "embed_rates.py"), "--output-c", str(outputs[0]),
             "--output-h", str(outputs[1]), *map(str, paths)],
            capture_output=True, text=True, check=False)
        texts = [path.read_text("ascii") if path.exists() else None for path in outputs]
        return done.returncode, done.stdout + done.stderr, *texts

    def assert_refused(self, files, message):
        code, said, c_text, h_text = self.embed(self.write(files))
        self.assertEqual((code, c_text, h_text), (1, None, None), said)
        self.assertIn(message, said)
        self.assertTrue(said.startswith("embed_rates.py: ") and said.count("\n") == 1, said)


class BadData(EmbedCase):
    def __init__(self, name, files, message):
        super().__init__("runTest")
        self.name, self.files, self.message = name, files, message

    def id(self):
        return f"refused: {self.name}"

    def runTest(self):
        self.assert_refused(self.files, self.message)


class GoodData(EmbedCase):
    def id(self):
        return self._testMethodName.removeprefix("test_").replace("_", " ")

    def good(self, files=None):
        code, said, c_text, h_text = self.embed(self.write(files or GOOD))
        self.assertEqual((code, said), (0, ""))
        return c_text, h_text

    def test_keys_are_in_strcmp_order(self):
        _, h_text = self.good()
        keys = [line.split(",")[0].strip() for line in h_text.splitlines() if ", /* " in line]
        self.assertEqual(keys, ["PHB__RATE_OTHER_AMOUNT", "PHB__RATE_WAGES_DAY_OF",
                                "PHB__RATE_WAGES_FLOOR", "PHB__RATE_WAGES_RATE"])
        self.assertIn("PHB__RATE_WAGES_RATE, /* wages.rate */\n    PHB__RATE_KEY_COUNT\n", h_text)
        self.assertIn("#ifndef PHB_RATE_KEYS_H\n#define PHB_RATE_KEYS_H\n", h_text)

    def test_bands_are_rows_by_age(self):
        c_text, _ = self.good()
        self.assertRegex(c_text, r"\.age = 0, \.value = INT64_C\(640\),[^\n]*\n"
                                 r"[^\n]*\.age = 18, \.value = INT64_C\(860\)")

    def test_dates_are_days_since_1970(self):
        c_text, _ = self.good()
        self.assertIn(".value = INT64_C(10), .from = -3653 /* 1960-01-01 */", c_text)

    def test_null_ends_a_parameter(self):
        c_text, _ = self.good()
        self.assertIn(".value = PHB__RATE_ENDED, .from = 18723 /* 2021-04-06 */", c_text)

    def test_null_ends_a_parameter_over_ages(self):
        end = {"from": "2021-04-01", "value": None, "source": "act"}
        files = changed(GOOD, "wages", (*FLOOR, "values"), WAGES["parameters"][1]["values"] + [end])
        self.assertIn(".age = 0, .value = PHB__RATE_ENDED, .from = 18718", self.good(files)[0])

    def test_spans_start_where_a_cutting_row_does(self):
        c_text, _ = self.good()
        spans = c_text[c_text.index("law_span spans"):]
        starts = re.findall(r"/\* (\S+) \*/, \.first_row_index", spans)
        self.assertEqual(starts, ["2020-04-06", "2021-04-06", "2023-04-06"])

    def test_spans_hold_the_rows_of_their_first_day(self):
        c_text, _ = self.good()
        table = c_text[c_text.index("span_rows[] = {"):].split("};")[0]
        cells = [line.strip(" ,") for line in table.splitlines()[1:]]
        no = "PHB__ROW_NONE"
        self.assertEqual(cells, [no, no, no, "4", no, no, no, "5", no, no, no, "6"])

    def test_letters_are_sorted_by_first_day(self):
        c_text, _ = self.good()
        letters = c_text[c_text.index("ni_letter letters"):]
        self.assertLess(letters.index("2020-04-06"), letters.index("2021-04-06"))
        self.assertIn(".until = INT32_MAX", letters)

    def test_each_text_is_written_once_and_found_by_its_place(self):
        c_text, _ = self.good()
        block = c_text[c_text.index("} texts = {"):c_text.index("_Static_assert")]
        texts = re.findall(r'^    "(.*)",$', block, re.MULTILINE)
        self.assertEqual(len(texts), len(set(texts)))
        places, at = {}, 0
        for each in texts:
            places[each], at = at, at + len(each) + 1
        self.assertEqual(places[""], 0)
        self.assertIn(f"sizeof texts == {at}", c_text)
        title = re.findall(r"\.title = {(\d+)}", c_text)
        self.assertEqual(set(title), {str(places["An Act"])})  # of all four sources
        self.assertIn(f".checked_against = {{{places['one; two']}}}", c_text)

    def test_bank_holidays_are_days(self):
        c_text, _ = self.good()
        self.assertIn(".date = 18390 /* 2020-05-08 */", c_text)
        self.assertIn(".instead_of = 18386 /* 2020-05-04 */", c_text)
        self.assertIn(".instead_of = INT32_MIN", c_text)
        self.assertIn(".bank_holidays_until = 19722 /* 2023-12-31 */", c_text)

    def test_bank_holidays_are_required(self):
        files = {name: data for name, data in GOOD.items() if name != "holidays"}
        self.assert_refused(files, "edition.json: must come with bank_holidays")

    def test_text_is_escaped_to_ascii(self):
        files = changed(GOOD, "wages", (*RATE, "label"), 'Is "\u00a35" a\\b?')
        self.assertIn(r'"Is \"\302\2435\" a\\b\?"', self.good(files)[0])

    def test_repeated_value_with_another_source_is_news(self):
        row = {"from": "2021-04-06", "value": 10, "source": "order"}
        self.good(changed(GOOD, "wages", (*RATE, "values", 1), row))

    def test_a_source_belongs_to_one_file(self):
        both = changed(GOOD, "other", ("sources",), {"act": SOURCE})
        both = changed(both, "other", (*RATE, *FIRST, "source"), "act")
        self.assert_refused(both, "wages.json: act: is defined already")

    def test_letters_may_be_absent(self):
        c_text, _ = self.good(changed(GOOD, "wages", ("ni_letters",), MISSING))
        self.assertIn(".letters = NULL", c_text)

    def test_edition_is_required_once(self):
        self.assert_refused({"wages": WAGES, "holidays": HOLIDAYS},
                            "edition.json: must be given, once")

    def test_a_parameter_is_required(self):
        self.assert_refused({"edition": EDITION, "holidays": HOLIDAYS},
                            "edition.json: must come with at least one")

    def test_a_family_is_not_empty(self):
        empty = {"format": 1, "family": "empty", "verified": VERIFIED, "sources": {}}
        self.assert_refused(GOOD | {"empty": empty}, "empty.json: holds no values")

    def test_output_does_not_depend_on_the_order_of_files(self):
        paths = self.write(GOOD)
        outputs = {self.embed(each, str(n)) for n, each in enumerate([paths, paths[::-1], paths])}
        self.assertEqual({output[:2] for output in outputs}, {(0, "")})
        self.assertEqual(len(outputs), 1)

    def test_the_real_data_passes(self):
        paths = sorted((RATES / "data").glob("*.json"))
        outputs = [self.embed(paths, "first"), self.embed(paths[::-1], "second")]
        self.assertEqual(outputs[0][:2], (0, ""))
        self.assertEqual(outputs[0], outputs[1])


class TapResult(unittest.TestResult):
    def say(self, word, test, details=""):
        print(f"{word} {self.testsRun} - {test.id()}")
        for line in details.splitlines():
            print(f"# {line}")

    def addSuccess(self, test):
        self.say("ok", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.say("not ok", test, self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.say("not ok", test, self.errors[-1][1])


def all_tests():
    suite = unittest.TestSuite()
    for name, file, path, value, message in BAD:
        suite.addTest(BadData(name, changed(GOOD, file, path, value), message))
    for name, text, instead_of, message in BAD_TEXT:
        wages = json.dumps(WAGES).replace(instead_of, text, 1)
        suite.addTest(BadData(name, GOOD | {"wages": wages}, message))
    suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(GoodData))
    return suite


def main():
    suite = all_tests()
    print(f"1..{suite.countTestCases()}")
    result = TapResult()
    suite.run(result)
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
