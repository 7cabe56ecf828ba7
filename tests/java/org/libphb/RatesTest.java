package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The law as data. */
class RatesTest {
    private final Rates rates = Rates.builtin();

    @Test
    void theRatesBuiltInAreOneObjectThatCannotBeClosed() {
        rates.close();
        assertSame(rates, Rates.builtin());
        assertEquals(Phb.ratesEdition(), rates.edition());
        assertTrue(rates.firstDay().isBefore(rates.lastDay()));
    }

    @Test
    void aRateHasItsUnitAndItsSource() {
        Rate rate = rates.find("employer_ni.rate", Samples.APRIL);
        assertEquals(150_000, rate.value()); // 15 per cent
        assertEquals("ppm", rate.unit());
        assertEquals(Certainty.IN_FORCE, rate.certainty());
        assertEquals(LocalDate.of(2025, 4, 6), rate.from());
        assertTrue(rate.source().contains("(Secondary Class 1 Contributions) Act 2025"));
    }

    @Test
    void aPayslipPaysAboveTheThresholdOnly() {
        // 270.00 is 174.00 above 96.00 a week: 15% is 26.10. 900.00 is 483.00 above 417.00: 72.45.
        assertEquals(
                Money.ofPounds("26.10"),
                rates.employerNi(
                        Samples.APRIL, PayFrequency.WEEKLY, 'A', Money.ofPounds("270.00")));
        assertEquals(
                Money.ofPounds("72.45"),
                rates.employerNi(
                        Samples.APRIL, PayFrequency.MONTHLY, 'A', Money.ofPounds("900.00")));
    }

    @Test
    void aPensionIsPaidOnQualifyingEarnings() {
        // 270.00 less 120.00 a week, at 3%: 4.50.
        assertEquals(
                Money.ofPounds("4.50"),
                rates.employerPension(
                        Samples.APRIL, PayFrequency.WEEKLY, Money.ofPounds("270.00")));
    }

    @Test
    void theMinimumWageDependsOnAge() {
        // From 1 April 2026: 12.71 an hour from 21, 10.85 at 18 to 20.
        RateQuery query = RateQuery.of("minimum_wage.hourly").on(Samples.APRIL);
        assertEquals(1271, rates.find(query.age(21)).value());
        assertEquals(1085, rates.find(query.age(20)).value());
        assertEquals(1085, rates.find(query.born(LocalDate.of(2005, 4, 7))).value());
        assertEquals(1271, rates.find(query.born(LocalDate.of(2005, 4, 6))).value());
    }

    @Test
    void theLawPastTheLastDayIsCarriedIfAsked() {
        LocalDate later = rates.lastDay().plusDays(1);
        RateQuery query = RateQuery.of("minimum_wage.apprentice").on(later);
        assertThrows(PhbLookupException.class, () -> rates.find(query));
        Rate carried = rates.find(query.carry());
        assertEquals(Certainty.CARRIED, carried.certainty());
    }

    @Test
    void aKeyHasAHistory() {
        Table<RateValue> history = rates.table("employer_ni.rate");
        assertTrue(history.size() > 1);
        assertEquals(
                rates.find("employer_ni.rate", Samples.APRIL).value(),
                history.get(history.size() - 1).value().orElseThrow());
        assertTrue(rates.table(Samples.APRIL).size() < rates.table().size());
    }

    @Test
    void bankHolidaysAreThoseOfEngland() {
        // Good Friday and Easter Monday of 2026; Easter Sunday was 5 April.
        Table<BankHoliday> easter =
                rates.bankHolidays(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30));
        assertEquals(
                List.of(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6)),
                easter.stream().map(BankHoliday::date).toList());
        assertTrue(easter.render(Format.CSV).contains("Good Friday"));
    }

    @Test
    void anOverlayAddsARate() {
        try (Rates north = rates.withOverlay(Samples.overlay("Travel, a mile"))) {
            assertEquals(rates.edition() + "+north/3", north.edition());
            Rate travel = north.find("north.travel_rate", Samples.APRIL);
            assertEquals(48, travel.value());
            assertEquals("Travel, a mile", travel.label());
        }
        assertThrows(
                PhbLookupException.class,
                () -> rates.find("north.travel_rate", Samples.APRIL));
    }
}
