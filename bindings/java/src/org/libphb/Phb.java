package org.libphb;

import org.libphb.internal.PhbNative;

/** Facts about the library. */
public final class Phb {
    private Phb() {}

    /**
     * The version of the library.
     *
     * @return such as {@code "0.1.0"}
     */
    public static String version() {
        return Values.text(PhbNative.version());
    }

    /**
     * The edition of the rates built into it.
     *
     * @return such as {@code "2026.1"}
     */
    public static String ratesEdition() {
        return Rates.builtin().edition();
    }

    /**
     * The catalogue of rules that checks use.
     *
     * @return every rule as a table
     */
    public static Table<Rule> rules() {
        return new Table<>(
                new TableSource(() -> Native.NONE, nothing -> PhbNative.rules_table(), true), Rule::of);
    }
}
