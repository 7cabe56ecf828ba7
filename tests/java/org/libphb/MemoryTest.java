package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What objects hold in C is felt by Java's collector. A budget and its costing hold some 40,000 bytes
 * here: 10,000 of both hold 380 MiB, 5,000 hold 190.
 */
class MemoryTest {
    private static String probe(String bound, String what, int count) throws Exception {
        List<String> options =
                List.of("-Xmx64m", "-XX:+UseSerialGC", "-Xlog:gc", "-Dphb.memory.mib=" + bound);
        return Jvm.run(options, MemoryProbe.class, what, String.valueOf(count));
    }

    private static int peakMebibytes(String said) {
        Matcher peak = Pattern.compile("peak (\\d+)").matcher(said);
        assertTrue(peak.find(), said);
        return Integer.parseInt(peak.group(1));
    }

    /** How often a collection was asked for. */
    private static long asked(String said) {
        return said.lines().filter(line -> line.contains("(System.gc())")).count();
    }

    @Test
    void aCollectionIsAskedForWhenMuchIsHeld() throws Exception {
        String said = probe("32", "abandon", 10_000);
        assertTrue(peakMebibytes(said) < 250, said);
        assertTrue(asked(said) > 0, said);
    }

    @Test
    void withoutThatAllRemains() throws Exception {
        String said = probe("0", "abandon", 10_000);
        assertTrue(peakMebibytes(said) > 380, said);
        assertEquals(0, asked(said), said);
    }

    @Test
    void whoClosesWhatTheyOpenIsLeftAlone() throws Exception {
        String said = probe("16", "close", 10_000);
        assertTrue(peakMebibytes(said) < 250, said);
        assertEquals(0, asked(said), said);
    }

    /** After 16, 32, 64 and 128 MiB, and 256 are never held. */
    @Test
    void whatIsKeptIsNotCollectedOverAndOver() throws Exception {
        String said = probe("16", "keep", 5_000);
        assertTrue(said.contains("kept 10000"), said);
        assertEquals(4, asked(said), said);
    }

    @Test
    void aThreadThatIsToEndDoesNotWait() throws Exception {
        String said = probe("16", "interrupted", 2_000);
        assertTrue(said.contains("interrupted true"), said);
        assertTrue(asked(said) > 0, said);
    }

    /** Without the pressure it comes to 2,500 MiB. */
    @Test
    @Tag("long")
    void twoHundredThousandAbandonedObjectsLeaveMemoryFlat() throws Exception {
        String said = probe("256", "abandon", 100_000);
        assertTrue(peakMebibytes(said) < 600, said);
    }

    @Test
    void nothingIsLostOrFreedTwiceInAStorm() throws Exception {
        String said = Jvm.run(List.of("-Xmx64m", "-Dphb.memory.mib=1"), StormProbe.class, "1000");
        assertTrue(said.endsWith("held 0 more"), said);
        assertFalse(said.contains("found closed 0 times"), said);
    }
}
