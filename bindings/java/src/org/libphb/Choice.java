package org.libphb;

import java.util.Locale;

/** One out of a closed set. The order of each set is that of the C library, which never changes. */
public interface Choice {
    /**
     * The name of the constant.
     *
     * @return such as {@code "WEEKLY"}
     */
    String name();

    /**
     * The place of the constant in its set.
     *
     * @return a number from 0
     */
    int ordinal();

    /**
     * Its number in the C library, where 0 is what is not said.
     *
     * @return a number
     */
    default int code() {
        return ordinal() + 1;
    }

    /**
     * The word that documents and tables use.
     *
     * @return such as {@code "weekly"}
     */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
