package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libphb.internal.PhbNative;

/** Every status is an exception, with where and why. */
class ErrorsTest {
    static IntStream statuses() {
        return IntStream.range(1, PhbNative.status_count());
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void eachStatusIsThrownAsAClassOfItsOwn(int status) {
        PhbException thrown =
                assertThrows(PhbException.class, () -> PhbNative.fail_with(status));
        assertNotSame(PhbException.class, thrown.getClass());
        assertEquals(status, thrown.code());
        assertEquals(Values.text(PhbNative.status_name(status)), thrown.name());
        assertEquals(Values.text(PhbNative.status_message(status)), thrown.reason());
        assertEquals("", thrown.path());
        assertEquals(OptionalLong.empty(), thrown.position());
    }

    @Test
    void theManualHasTheSameClasses() {
        Map<String, String> said = new TreeMap<>();
        Pattern row = Pattern.compile("(?m)^\\| ((?:`[A-Z0-9_]+`(?:, )?)+) \\| `(Phb\\w+)` \\|");
        Matcher found = row.matcher(Samples.text(Samples.ROOT.resolve("docs/java.md")));
        while (found.find()) {
            for (String name : found.group(1).replace("`", "").split(", ")) {
                said.put(name, found.group(2));
            }
        }
        Map<String, String> thrown = new TreeMap<>();
        statuses().forEach(status -> {
            PhbException each = PhbException.of(status, "x");
            thrown.put(each.name(), each.getClass().getSimpleName());
        });
        assertEquals(thrown, said);
    }

    @Test
    void aStatusThatIsNotKnownIsTheHeadOfTheFamily() {
        int next = PhbNative.status_count();
        PhbException thrown = assertThrows(PhbException.class, () -> PhbNative.fail_with(next));
        assertEquals(PhbException.class, thrown.getClass());
        assertEquals(next, thrown.code());
    }

    @Test
    void anErrorSaysWhere() {
        String document =
                "{\"format\": \"phb-budget/1\", \"period\": {\"start\": \"2026-04-06\","
                        + " \"end\": \"2026-13-01\"}}";
        PhbException thrown =
                assertThrows(PhbValueException.class, () -> Budget.parse(document));
        assertEquals("DATE", thrown.name());
        assertEquals("/period/end", thrown.path());
        assertEquals(document.indexOf("\"2026-13-01\""), thrown.position().orElseThrow());
        assertEquals("/period/end: " + thrown.reason(), thrown.getMessage());
    }

    @Test
    void anErrorOfATextSaysAtWhichByte() {
        PhbException thrown = assertThrows(PhbDocumentException.class, () -> Budget.parse("{"));
        assertEquals(1, thrown.position().orElseThrow());
        assertEquals("byte 1: " + thrown.reason(), thrown.getMessage());
    }

    @Test
    void noMessageQuotesTheDocument() {
        PhbException thrown =
                assertThrows(
                        PhbException.class,
                        () -> Budget.parse("{\"format\": \"phb-budget/1\", \"Ada Lovelace\": 1}"));
        assertFalse(thrown.getMessage().contains("Ada"));
    }

    @Test
    void whatIsNotHeldIsALookUp() {
        Rates rates = Rates.builtin();
        assertThrows(PhbLookupException.class, () -> rates.find("no.such.key", Samples.APRIL));
        assertThrows(
                PhbLookupException.class,
                () -> rates.find("employer_ni.rate", LocalDate.of(1999, 4, 6)));
    }

    @Test
    void aCallThatFailedLeavesNothingToTheNext() {
        assertThrows(PhbDocumentException.class, () -> Budget.parse("{"));
        assertEquals(Phb.version(), Values.text(PhbNative.version()));
    }

    @Test
    void anExceptionCanBeSentElsewhere() throws Exception {
        PhbException thrown = assertThrows(PhbDocumentException.class, () -> Budget.parse("{"));
        var bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(thrown);
        var again =
                (PhbException)
                        new ObjectInputStream(
                                        new ByteArrayInputStream(bytes.toByteArray()))
                                .readObject();
        assertEquals(thrown.getMessage(), again.getMessage());
        assertEquals(thrown.code(), again.code());
    }
}
