#!/usr/bin/env python3
"""Random requests, worked out by the library and by dateutil: compare_reviews.py SCHEDULES REFERENCE [COUNT [SEED]]

Reviews, audits and yearly costs, held or to come, with policies, duties merged, and days at the ends
of months. The Python in the folder REFERENCE was written from the rules.
"""

import datetime
import json
import os
import random
import sys

from compare_bank_holidays import holidays
from scheduling import schedules

DAY = datetime.timedelta(days=1)
NAMES = ["nhs_direct_payment", "chc", "fast_track", "child_continuing_care", "care_act_direct_payment",
         "send_direct_payment", "ehc_plan", "section_117", "wheelchair", "local_policy"]
KNOWN = range(2011, 2029)
KINDS = ("plan_review", "outcome_review", "audit", "recost")


def random_day(dice, around, before, after):
    """A day near another one; mostly the last of a month, or beside it."""
    day = around + dice.randint(-before, after) * DAY
    if dice.random() < 0.5:
        day = day.replace(day=1) + dice.randint(-3, 0) * DAY
    return day


def random_policy(dice):
    policy = {}
    for name, most in (("first", 3), ("every", 12), ("audit_first", 12), ("audit_every", 12)):
        if dice.random() < 0.4:
            policy[name] = dice.randint(1, most)
    if dice.random() < 0.3:
        policy["align"] = dice.choice([0, 1, 31, 92, 366])
    if dice.random() < 0.2:
        policy["working_days"] = False
    return policy


def random_request(dice):
    as_of = random_day(dice, datetime.date(2014, 1, 1), 0, 6500)
    request = {"as_of": as_of, "horizon": as_of + dice.randint(0, 3000) * DAY, "one_off": dice.random() < 0.2}
    request["regimes"] = {number: random_day(dice, as_of, 1500, 100) for number in range(1, 11) if dice.random() < 0.3}
    if dice.random() < 0.3:
        request["paid"] = random_day(dice, as_of, 1500, 100)
    if dice.random() < 0.6:
        request["policy"] = random_policy(dice)
    held = {}
    for _ in range(dice.randint(0, 5)):
        kind, day = dice.randint(1, 3), min(as_of, random_day(dice, as_of, 1500, 0))
        served = [number for number in range(1, 11) if dice.random() < 0.5]
        held[kind, day] = (kind, day, served, dice.choice([15, 15, 15, 7, 0]))
    request["held"] = list(held.values())
    dice.shuffle(request["held"])
    return request


def policy_words(policy):
    document = {"format": "phb-policy/1", "name": "n", "version": "1"}
    pairs = {"review": {"first_after_months": policy.get("first"), "every_months": policy.get("every")},
             "audit": {"first_after_months": policy.get("audit_first"), "every_months": policy.get("audit_every")}}
    for name, values in pairs.items():
        document[name] = {key: value for key, value in values.items() if value}
    if "align" in policy:
        document["align_within_days"] = policy["align"]
    document["working_days"] = policy.get("working_days", True)
    return "Y:" + json.dumps(document, separators=(",", ":"))


def words_of(request):
    words = ["F:0", f"A:{request['as_of']}", f"H:{request['horizon']}", f"K:{2 if request['one_off'] else 1}"]
    words += [f"R:{number}:{anchor}" for number, anchor in request["regimes"].items()]
    words += [f"P:{request['paid']}"] if "paid" in request else []
    words += [policy_words(request["policy"])] if "policy" in request else []
    for kind, day, served, checked in request["held"]:
        words.append(f"D:{kind}:{day}:{sum(1 << (number - 1) for number in served)}:{checked}")
    return " ".join(words)


def found_in(data):
    """The events of a document that the reference works out, as it has them."""
    document = json.loads(data)
    as_of = datetime.date.fromisoformat(document["as_of"])
    for event in document["events"]:
        if event["kind"] in KINDS:
            day = {key: datetime.date.fromisoformat(event[key]) for key in ("due", "latest")}
            done_on = as_of - event["days"] * DAY if event["status"] == "done" else None
            regimes = tuple(NAMES.index(name) + 1 for name in event["regimes"])
            yield event["kind"], day["due"], day["latest"], done_on, regimes


def order(events):
    return sorted(events, key=lambda event: (event[1], event[0], event[2], str(event[3]), event[4]))


def main(program, reference, count="3000", seed=None):
    sys.path.insert(0, reference)
    schedule = __import__("reviews").schedule
    seed = int(seed or os.environ.get("PHB_SEED", "1"))
    dice = random.Random(seed)
    requests = [random_request(dice) for _ in range(int(count))]
    off = {datetime.date.fromisoformat(day) for year in KNOWN for day in holidays(year)}
    answers = schedules(program, [words_of(request) for request in requests])
    wrong, events = [], 0
    for request, data in zip(requests, answers):
        expected = order(schedule(request, off))
        found = order(found_in(data)) if isinstance(data, bytes) else data
        events += len(expected)
        if found != expected:
            wrong.append((words_of(request), found, expected))
    print("1..2")
    print(f"{'not ok' if wrong else 'ok'} 1 - {count} requests, {events} events, seed {seed} (PHB_SEED)")
    for words, found, expected in wrong[:2]:
        print(f"# {words}\n# found {found}\n# expected {expected}")
    print(f"{'ok' if events > int(count) else 'not ok'} 2 - there are events enough")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
