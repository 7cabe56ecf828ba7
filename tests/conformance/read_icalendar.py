#!/usr/bin/env python3
"""Calendar files, read back by the icalendar package: read_icalendar.py SCHEDULES_PROGRAM

Each is held against what the same request gives as JSON, and against the rules of RFC 5545 that a
lenient reader would not miss: line breaks, lengths of lines, characters that are whole.
"""

import datetime
import json
import random
import re
import sys

from icalendar import Calendar
from scheduling import schedules

CASES = 300
DAY = datetime.timedelta(days=1)


def random_request(dice):
    as_of = datetime.date(2020, 1, 1) + dice.randrange(5000) * DAY
    words = [f"A:{as_of}", f"K:{dice.randint(1, 2)}", f"X:{'long-reference.' * dice.randint(0, 3)}case-{dice.randrange(99)}"]
    words += [f"R:{regime}:{as_of - dice.randrange(600) * DAY}" for regime in range(1, 11) if dice.random() < 0.3]
    words += [f"W:{dice.randint(1, 3)}:{as_of + dice.randrange(300) * DAY}:pa-{i}" for i in range(dice.randint(0, 2))]
    words += [f"E:{dice.randint(1, 15)}:{as_of - dice.randrange(60) * DAY}" for _ in range(dice.randint(0, 2))]
    if dice.random() < 0.5:
        words.append(f"B:{as_of - dice.randint(13 * 365, 26 * 365) * DAY} C:3")
    if dice.random() < 0.3:
        words.append(f"L:{as_of - dice.randrange(40) * DAY} N:{as_of - dice.randrange(9) * DAY}:{dice.randint(0, 900)}")
    return " ".join(words)


def line_faults(data):
    """What is wrong with the lines as bytes."""
    if not data.endswith(b"\r\n") or b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b""):
        yield "a line ends with something else than CRLF"
    for line in data.split(b"\r\n"):
        if len(line) > 75:
            yield f"a line has {len(line)} octets"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield "a character is split"


def event_faults(event, expected, as_of):
    due = datetime.date.fromisoformat(expected["due"])
    wanted = {"DTSTART": due, "DTEND": due + DAY}
    for name, day in wanted.items():
        value = event[name]
        if value.dt != day or isinstance(value.dt, datetime.datetime) or value.params.get("VALUE") != "DATE":
            yield f"{name} is {value.to_ical()}, not the whole day {day}"
    stamp = event["DTSTAMP"].dt
    if stamp != datetime.datetime(as_of.year, as_of.month, as_of.day, tzinfo=stamp.tzinfo) or stamp.utcoffset():
        yield f"DTSTAMP is {stamp}"
    if event["SEQUENCE"] != (as_of - datetime.date(1900, 1, 1)).days:
        yield f"SEQUENCE is {event['SEQUENCE']}"
    if "RRULE" in event:
        yield "an event repeats"
    alarms = [part for part in event.walk("VALARM")]
    if len(alarms) != 1 or alarms[0]["TRIGGER"].dt != -28 * DAY or alarms[0]["ACTION"] != "DISPLAY":
        yield "there is not one alarm 28 days before"
    latest = datetime.date.fromisoformat(expected["latest"])
    if f"{latest.day} {latest:%B %Y}" not in event["DESCRIPTION"]:
        yield f"the limit is not in '{event['DESCRIPTION']}'"


def faults_of(data, document):
    yield from line_faults(data)
    calendar = Calendar.from_ical(data.decode("utf-8"))
    if calendar.errors or any(part.errors for part in calendar.walk()):
        yield f"the parser complains: {calendar.errors}"
    if calendar["VERSION"] != "2.0" or not calendar["PRODID"]:
        yield "VERSION or PRODID is not there"
    as_of = datetime.date.fromisoformat(document["as_of"])
    events = calendar.walk("VEVENT")
    expected = [event for event in document["events"] if event["status"] != "done" and event["kind"] != "trigger"]
    if len(events) != len(expected):
        yield f"{len(events)} events, not {len(expected)}"
    if len({str(event["UID"]) for event in events}) != len(events):
        yield "two events have one identifier"
    for event, one in zip(events, expected):
        yield from event_faults(event, one, as_of)
    text = data.decode("utf-8")
    if re.search(r"section|education|wheelchair|continuing|NHS|fast|age_", text):
        yield "it tells of somebody's condition"


def moved_faults(program):
    """A review held early moves the next one: the same identifier, a greater number, another day."""
    asked = ["F:4 A:2026-06-01 H:2028-01-01 K:1 X:case-1 R:2:2026-04-06",
             "F:4 A:2026-06-15 H:2028-01-01 K:1 X:case-1 R:2:2026-04-06 D:1:2026-06-08:2:15"]
    before, after = (Calendar.from_ical(data.decode()) for data in schedules(program, asked))
    named = [{str(event["UID"]): event for event in each.walk("VEVENT")} for each in (before, after)]
    uid = "case-1-plan_review-2@libphb"
    old, new = named[0].get(uid), named[1].get(uid)
    if not old or not new or new["SEQUENCE"] <= old["SEQUENCE"]:
        yield "the next review has another identifier, or no greater number"
    elif (old["DTSTART"].dt, new["DTSTART"].dt) != (datetime.date(2027, 7, 6), datetime.date(2027, 6, 8)):
        yield f"it went from {old['DTSTART'].dt} to {new['DTSTART'].dt}"


def main(program):
    dice = random.Random(5545)
    requests = [random_request(dice) for _ in range(CASES)]
    files = schedules(program, [f"F:4 {request}" for request in requests])
    documents = [json.loads(data) for data in schedules(program, [f"F:0 {request}" for request in requests])]
    faults = [(request, fault) for request, data, document in zip(requests, files, documents) for fault in faults_of(data, document)]
    count = sum(data.count(b"BEGIN:VEVENT") for data in files)
    moved = list(moved_faults(program))
    bad = [fault for fault in line_faults(b"a\r\n" + b"b" * 76 + b"\r\n\xc3\r\nc\n")]
    results = [
        (f"{CASES} calendar files with {count} events are read back", faults),
        ("there are events enough", [] if count > 3 * CASES else [("", str(count))]),
        ("a review that moves keeps its identifier", [("", fault) for fault in moved]),
        ("bad lines are noticed", [] if len(bad) == 3 else [("", str(bad))]),
    ]
    print(f"1..{len(results)}")
    for number, (name, found) in enumerate(results, 1):
        print(f"{'not ok' if found else 'ok'} {number} - {name}")
        for request, fault in found[:5]:
            print(f"# {fault}: {request}")
    return 1 if any(found for _, found in results) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
