package org.libphb;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What tests/schema/corpus/ok-everything.json says, said to the builder. */
final class Everything {
    private Everything() {}

    static Budget budget() {
        Map<String, Money> agreedByLine = new LinkedHashMap<>();
        agreedByLine.put("a.b_c-1", pounds("31000.00"));
        agreedByLine.put("contingency", pounds("400"));
        return Budget.builder(day(2024, 2, 29), day(2025, 2, 27))
                .cohort(Cohort.CHILD_CONTINUING_CARE)
                .kind(Kind.ONGOING)
                .weeksInYear(WeeksInYear.FIFTY_TWO)
                .assistant(assistant())
                .employer(employer())
                .line(agency())
                .line(payroll())
                .contingency(
                        Contingency.of()
                                .weeks(number("4"))
                                .held(ContingencyHeld.INSIDE)
                                .deployment(Deployment.THIRD_PARTY)
                                .paid(ContingencyPaid.ON_REQUEST))
                .funder(Funder.of("nhs", FunderKind.NHS).share(number("60")))
                .funder(
                        Funder.of("council", FunderKind.SOCIAL_CARE)
                                .share(number("40"))
                                .amount(pounds("500.00"))
                                .clientContribution(pounds("12.50")))
                .payments(
                        Payments.of()
                                .frequency(PaymentFrequency.MONTHLY)
                                .firstPayment(day(2024, 3, 1))
                                .noticeWeeks(number("4")))
                .management(management())
                .indicative(pounds("52000.00"))
                .agreed(pounds("53000"))
                .agreedOn(day(2024, 2, 10))
                .agreedByLine(agreedByLine)
                .wheelchair(
                        Wheelchair.of(WheelchairOption.NOTIONAL_WITH_CONTRIBUTION, pounds("1200.00"))
                                .price(pounds("1500.00"))
                                .maintenance(pounds("100.00"))
                                .periodYears(5))
                .build();
    }

    private static Assistant assistant() {
        return Assistant.of(
                        "a.b_c-1",
                        PayFrequency.FOUR_WEEKLY,
                        Leave.of(LeaveMethod.COVER)
                                .by(CoverBy.RELIEF)
                                .rate(number("24.00"))
                                .nightRate(pounds("95"))
                                .weeks(number("6"))
                                .reason(""),
                        Deployment.DIRECT_PAYMENT,
                        weekday(),
                        night(),
                        sleepIn())
                .name("Zoë " + ValuesTest.SMILE)
                .dateOfBirth(day(2004, 2, 29))
                .niLetter('M')
                .start(day(2024, 3, 1))
                .end(day(2025, 1, 31))
                .employedSince(day(2023, 9, 1))
                .daysPerWeek(number("4.5"))
                .bankHoliday(HolidayWork.of(300, number("6.75")))
                .pension(
                        Pension.of()
                                .membership(PensionMembership.OPTED_IN)
                                .basis(PensionBasis.ALL_PAY)
                                .employerRate(number("12.5")))
                .sickness(
                        Sickness.of()
                                .weeks(number("1"))
                                .coverRate(number("24.00"))
                                .coverNightRate(pounds("95.00"))
                                .nilReason(""))
                .funder("nhs")
                .relationship(Relationship.AUNT_UNCLE)
                .livesInHousehold(false)
                .necessityApprovedOn(day(2024, 1, 31));
    }

    private static Hours weekday() {
        return Hours.of(number("13.5"))
                .band("weekday")
                .type(HoursType.ACTIVE)
                .minutesPerWeek(1200)
                .start(day(2024, 3, 1))
                .end(day(2024, 12, 31));
    }

    private static Hours night() {
        TreeMap<LocalDate, BigDecimal> rates = new TreeMap<>();
        rates.put(day(2024, 3, 1), number("21.3375"));
        rates.put(day(2024, 10, 1), number("22"));
        return Hours.of(rates)
                .band("night")
                .type(HoursType.WAKING_NIGHT)
                .hoursPerWeek(number("7.25"));
    }

    private static Hours sleepIn() {
        return Hours.of(number("65.00"))
                .type(HoursType.SLEEP_IN)
                .nightsPerWeek(number("1.5"))
                .awakeMinutesPerNight(30)
                .awakeRate(number("13.50"));
    }

    private static Employer employer() {
        return Employer.of()
                .kind(EmployerKind.REPRESENTATIVE)
                .employmentAllowance(
                        Allowance.of()
                                .claim(true)
                                .alreadyUsed(
                                        UsedAllowance.of(2023, pounds("0.00")),
                                        UsedAllowance.of(2024, pounds("1000"))));
    }

    private static PlainLine agency() {
        return PlainLine.of(
                        "agency",
                        Category.AGENCY,
                        number("21.3375"),
                        Per.WEEK,
                        Deployment.NOTIONAL)
                .quantity(number("12.25"))
                .unit(LineUnit.HOUR)
                .start(day(2024, 6, 1))
                .end(day(2024, 6, 30))
                .nilReason("")
                .provider(
                        Provider.of()
                                .name("Helping Hands")
                                .relationship(Relationship.NONE)
                                .livesInHousehold(false)
                                .cqc(Cqc.REGISTERED)
                                .registration("1-234")
                                .checkedOn(day(2024, 1, 15)));
    }

    private static PlainLine payroll() {
        TreeMap<LocalDate, BigDecimal> prices = new TreeMap<>();
        prices.put(day(2024, 2, 29), number("8"));
        return PlainLine.of(
                        "payroll",
                        Category.PAYROLL,
                        prices,
                        Per.PAYSLIP,
                        Deployment.DIRECT_PAYMENT)
                .assistants("a.b_c-1")
                .funder("council");
    }

    private static Management management() {
        return Management.of()
                .account(Account.DEDICATED)
                .whereHeld("a bank")
                .responsible("a nominee")
                .records("receipts")
                .thirdParty(
                        ThirdParty.of()
                                .organisation("a charity")
                                .agreementOn(day(2024, 1, 2))
                                .lastAuditOn(day(2024, 1, 3)));
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }

    private static Money pounds(String pounds) {
        return Money.ofPounds(pounds);
    }
}
