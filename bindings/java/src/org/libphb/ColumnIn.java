package org.libphb;

/**
 * A column that a {@link Batch} is asked with: one of the constants of its class.
 *
 * @param <B> the batch
 * @param <T> what a value stands for
 */
public final class ColumnIn<B, T> {
    private final String name;
    private final int place;
    private final Class<T> holds;
    private final boolean isNeeded;

    ColumnIn(String name, int place, Class<T> holds, boolean isNeeded) {
        this.name = name;
        this.place = place;
        this.holds = holds;
        this.isNeeded = isNeeded;
    }

    /** Where it comes among the columns of its batch. */
    int place() {
        return place;
    }

    /**
     * What a value stands for: {@code Long} for a number, {@code LocalDate} for a day, {@code Boolean} for
     * yes or no, {@code Character} for a letter, else a closed set.
     *
     * @return that class
     */
    public Class<T> holds() {
        return holds;
    }

    /**
     * Whether no batch can do without it.
     *
     * @return true if it is needed
     */
    public boolean isNeeded() {
        return isNeeded;
    }

    /** Its name, such as {@code gross_pence}. */
    @Override
    public String toString() {
        return name;
    }
}
