package org.libphb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Run in a JVM of its own: makes a number of budgets and costs them, and prints what that took. */
final class MemoryProbe {
    private static final byte[] DOCUMENT =
            Samples.bytes(Samples.BUDGETS.resolve("one-assistant.json"));

    private MemoryProbe() {}

    /** What becomes of them, and how many there are. */
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[1]);
        switch (arguments[0]) {
            case "abandon" -> abandon(count);
            case "close" -> close(count);
            case "interrupted" -> abandonInterrupted(count);
            default -> keep(count);
        }
        System.out.println("peak " + peakMebibytes());
    }

    private static void abandon(int count) {
        for (int made = 0; made < count; made++) {
            Budget.parse(DOCUMENT).cost();
        }
    }

    private static void abandonInterrupted(int count) {
        Thread.currentThread().interrupt();
        abandon(count);
        System.out.println("interrupted " + Thread.interrupted());
    }

    private static void close(int count) {
        for (int made = 0; made < count; made++) {
            try (Budget budget = Budget.parse(DOCUMENT)) {
                budget.cost().close();
            }
        }
    }

    /** Keeps them all, and makes as many more that it closes. */
    private static void keep(int count) {
        List<Handle> kept = new ArrayList<>();
        for (int made = 0; made < count; made++) {
            Budget budget = Budget.parse(DOCUMENT);
            kept.add(budget);
            kept.add(budget.cost());
        }
        close(count);
        System.out.println("kept " + kept.size());
    }

    /** The most memory that this process ever had. */
    private static long peakMebibytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
            }
        }
        throw new IOException("this system does not tell");
    }
}
