"""Reviews, audits and recosts in plain Python with dateutil, from docs/reviews.md and not from the C.

A request is a dictionary: as_of, horizon, one_off, regimes {number: anchor}, held [(kind, day,
regimes, checked)], policy {first, every, audit_first, audit_every, align, working_days}, paid. An
answer is a list of (kind, due, latest, done_on, regimes) by day, regimes being a tuple of numbers.
"""

import datetime

from dateutil.relativedelta import relativedelta

DAY = datetime.timedelta(days=1)
LAST = datetime.date(2199, 12, 31)
SATURDAY = 5
NHS, SEND, EHC, LOCAL = 1, 6, 7, 10
DIRECT_PAYMENTS = (1, 5, 6)
#           regime: first, every
MONTHS = {1: (3, 12), 2: (3, 12), 3: (3, 12), 4: (3, 12), 5: (6, 12), 6: (3, None), 7: (12, 12),
          8: (None, 12), 9: (None, 12), 10: (None, None)}
PLAN, OUTCOME, AUDIT = 1, 2, 3
KINDS = {PLAN: "plan_review", OUTCOME: "outcome_review", AUDIT: "audit"}
ALIGN = 92


def later(day, months):
    """The corresponding day, or the last of a shorter month; None beyond 2199."""
    try:
        found = day + relativedelta(months=months)
    except (ValueError, OverflowError):
        return None
    return found if found <= LAST else None


def months_of(regime, policy):
    """First and further interval: the stricter of law and policy, but an EHC plan follows no policy."""
    law, local = MONTHS[regime], (policy.get("first"), policy.get("every"))
    if regime == EHC:
        return law
    first, every = (min((each for each in pair if each), default=None) for pair in zip(law, local))
    every = None if regime == SEND else every
    return first or every, every


class Reviews:
    def __init__(self, request, days_off):
        self.request, self.off = request, days_off
        self.policy = request.get("policy", {})
        self.as_of, self.horizon = request["as_of"], request["horizon"]
        self.one_off = request.get("one_off", False)
        self.found = []

    def due(self, limit):
        while self.policy.get("working_days", True) and (limit.weekday() >= SATURDAY or limit in self.off):
            limit -= DAY
        return limit

    def add(self, kind, limit, done_on, regimes=()):
        self.found.append((KINDS[kind], self.due(limit), limit, done_on, tuple(sorted(regimes))))

    def held(self, *kinds):
        return sorted((each for each in self.request.get("held", []) if each[0] in kinds), key=lambda each: each[1])

    def reviews(self):
        """`next` has of each running duty: the day counted from, and the months to its limit."""
        anchors = self.request["regimes"]
        months = {regime: months_of(regime, self.policy) for regime in anchors}
        following = {}

        def run(regime, base, count, more):
            following.pop(regime, None)
            if more and later(base, count + more):
                following[regime] = (base, count + more)

        def limit_of(regime):
            return later(*following[regime])

        for regime, anchor in anchors.items():
            run(regime, anchor, 0, months[regime][0])
        for kind, day, served, checked in self.held(PLAN, OUTCOME):
            served = [regime for regime in served if regime in following and day >= anchors[regime]]
            served = [regime for regime in served if regime != NHS or checked == 15]
            if served:
                self.add(kind, min(map(limit_of, served)), day, served)
            for regime in served:
                run(regime, day, 0, None if self.one_off and kind == OUTCOME else months[regime][1])
        while following:
            lead = min(sorted(following), key=limit_of)
            limit = limit_of(lead)
            if self.due(limit) > self.horizon:
                break
            near = [each for each in following if (limit_of(each) - limit).days <= self.policy.get("align", ALIGN)]
            self.add(OUTCOME if self.one_off else PLAN, limit, None, near)
            base, count = (self.as_of, 0) if limit < self.as_of else following[lead]
            for regime in near:
                run(regime, base, count, None if self.one_off else months[regime][1])

    def audits(self):
        first, every = self.policy.get("audit_first"), self.policy.get("audit_every")
        starts = [day for regime, day in self.request["regimes"].items() if regime in DIRECT_PAYMENTS]
        base = self.request.get("paid") or min(starts, default=None)
        if not base or not (first or every):
            return
        paid, count, every_months = base, first or every, None if self.one_off else every
        for _, day, _, _ in self.held(AUDIT):
            if day >= paid:
                if count and later(base, count):
                    self.add(AUDIT, later(base, count), day)
                base, count = day, every_months
        while count and later(base, count) and self.due(later(base, count)) <= self.horizon:
            limit = later(base, count)
            self.add(AUDIT, limit, None)
            base, count = (self.as_of, every_months) if limit < self.as_of else (base, every_months and count + every_months)

    def recosts(self):
        starts = [*self.request["regimes"].values(), *filter(None, [self.request.get("paid")])]
        for year in range(self.as_of.year, self.horizon.year + 2):
            limit = datetime.date(year, 3, 31)
            if limit >= max(self.as_of, min(starts, default=limit)) and self.due(limit) <= self.horizon and not self.one_off:
                self.found.append(("recost", self.due(limit), limit, None, ()))


def schedule(request, days_off):
    reviews = Reviews(request, days_off)
    reviews.reviews()
    reviews.audits()
    reviews.recosts()
    return sorted(reviews.found, key=lambda event: event[1])
