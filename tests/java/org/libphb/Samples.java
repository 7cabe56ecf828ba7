package org.libphb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What the tests share: where the sources are, and things to try. */
final class Samples {
    static final Path ROOT = Path.of(System.getProperty("phb.root")).normalize();
    static final Path BUDGETS = ROOT.resolve("docs/examples/budgets");
    static final Path PLANS = ROOT.resolve("docs/examples/plans");
    static final LocalDate APRIL = LocalDate.of(2026, 4, 6);

    private Samples() {}

    static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    static String text(Path path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /** The files below a folder that end so, in one order everywhere. */
    static List<Path> files(Path folder, String end) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(path -> path.toString().endsWith(end)).sorted().toList();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** Twenty hours a week at £13.50, and more. */
    static Budget budget() {
        return Budget.parse(bytes(BUDGETS.resolve("one-assistant.json")));
    }

    /** An adult with continuing healthcare, agreed. */
    static Plan plan() {
        return Plan.parse(bytes(PLANS.resolve("adult-chc.json")));
    }

    static Policy policy() {
        return Policy.parse(bytes(ROOT.resolve("docs/examples/policies/north.json")));
    }

    /** A budget with a line of that id. */
    static String withLine(String id) {
        return """
                {"format": "phb-budget/1", "period": {"start": "2026-04-06", "end": "2027-04-05"},
                 "lines": [{"id": "%s", "category": "insurance", "amount": "95.00", "per": "year",
                            "deployment": "direct_payment"}]}"""
                .formatted(id);
    }

    /** Rates with one of their own: 48p a mile from April 2026. */
    static String overlay(String label) {
        return """
                {"format": 1, "family": "north", "version": "3",
                 "sources": {"panel": {"title": "Decision of the panel", "citation": "minute 14",
                                       "read_in": "the minutes"}},
                 "parameters": [{"key": "north.travel_rate", "label": "%s", "unit": "pence",
                   "values": [{"from": "2026-04-06", "value": 48, "source": "panel"}]}]}"""
                .formatted(label);
    }
}
