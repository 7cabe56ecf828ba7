package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libphb.internal.PhbNative;

/** What crosses comes out as it went in, or is refused. */
class ValuesTest {
    static final long MOST_PENCE = 1_000_000_000_000L; // ten thousand million pounds
    static final String HALF_A_PAIR = "a\ud83d";
    static final String SMILE = "\ud83d\ude00"; // one character, four bytes of UTF-8

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Integer.MAX_VALUE + 1L, MOST_PENCE, -MOST_PENCE})
    void penceGoThereAndBack(long pence) {
        int exact = PhbNative.ROUND_EXACT_get();
        assertEquals(pence, PhbNative.pence_scale(pence, 1, 1, exact));
        assertEquals(pence, Money.ofPounds(new Money(pence).pounds()).pence());
    }

    @Test
    void aPennyMoreThanTheMostIsRefused() {
        int exact = PhbNative.ROUND_EXACT_get();
        assertThrows(
                PhbValueException.class,
                () -> PhbNative.pence_scale(MOST_PENCE + 1, 1, 1, exact));
        assertThrows(PhbValueException.class, () -> Money.ofPounds("10000000000.01"));
        assertThrows(
                PhbValueException.class, () -> Money.ofPounds(new BigDecimal("10000000000.01")));
    }

    @ParameterizedTest
    @CsvSource({"1234.5,123450", "1234.50,123450", "-0.01,-1", "1E+3,100000", "0.500,50", "7,700"})
    void poundsArePence(BigDecimal pounds, long pence) {
        assertEquals(pence, Money.ofPounds(pounds).pence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "1E+400000000", "1E-400000000", "1E+18"})
    void otherPoundsAreRefused(String pounds) {
        assertThrows(PhbValueException.class, () -> Money.ofPounds(new BigDecimal(pounds)));
    }

    @Test
    void moneyIsWrittenAsPeopleDo() {
        assertEquals("£1,234.50", new Money(123450).toString());
        assertEquals("-£0.01", new Money(-1).toString());
        assertEquals(new BigDecimal("1234.50"), new Money(123450).pounds());
        assertTrue(new Money(1).compareTo(new Money(2)) < 0);
    }

    @Test
    void anEmojiIsFourBytesBelow() {
        assertEquals(4, SMILE.getBytes(StandardCharsets.UTF_8).length);
        Rates rates = Rates.builtin().withOverlay(Samples.overlay("Travel " + SMILE));
        assertEquals("Travel " + SMILE, rates.find("north.travel_rate", Samples.APRIL).label());
        assertEquals(
                List.of("Travel " + SMILE), rates.table("north.travel_rate").texts("label"));
        assertTrue(rates.table("north.travel_rate").toJson().contains(SMILE));
    }

    @Test
    void nulInATextIsRefused() {
        Rates rates = Rates.builtin();
        PhbException thrown =
                assertThrows(
                        PhbValueException.class,
                        () -> rates.find("employer_ni.rate\0", Samples.APRIL));
        assertEquals("UTF8", thrown.name());
        assertThrows(PhbException.class, () -> Budget.parse("{}\0"));
        assertThrows(PhbException.class, () -> Money.ofPounds("1\0"));
    }

    @Test
    void halfOfASurrogatePairIsRefused() {
        Rates rates = Rates.builtin();
        assertThrows(PhbValueException.class, () -> rates.find(HALF_A_PAIR, Samples.APRIL));
        assertThrows(
                PhbValueException.class, () -> Budget.parse(Samples.withLine(HALF_A_PAIR)));
    }

    @Test
    void aQuestionMarkIsNoHalfOfAnything() {
        Rates rates = Rates.builtin().withOverlay(Samples.overlay("Travel?"));
        assertEquals("Travel?", rates.find("north.travel_rate", Samples.APRIL).label());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "-5877641-06-23", "1899-12-31", "2200-01-01",
        "+999999999-12-31"})
    void aDayThatTheCalendarDoesNotHaveIsRefused(String day) {
        LocalDate on = LocalDate.parse(day);
        Rates rates = Rates.builtin();
        PhbException thrown =
                assertThrows(PhbException.class, () -> rates.find("employer_ni.rate", on));
        assertEquals("DATE", thrown.name());
    }

    @Test
    void aLetterIsOneOfThoseThereAre() {
        Rates rates = Rates.builtin();
        Money gross = new Money(1);
        for (char letter : new char[] {'?', '\0', 'É', '\ud83d'}) {
            assertThrows(
                    PhbException.class,
                    () ->
                            rates.employerNi(
                                    Samples.APRIL, PayFrequency.WEEKLY, letter, gross));
        }
    }

    @Test
    void whatALaterLibraryKnowsIsSaidPlainly() {
        assertThrows(PhbInternalException.class, () -> Values.choice(Certainty.class, 99));
        assertThrows(PhbInternalException.class, () -> Values.choice(Deployment.class, "barter"));
    }
}
