package org.libphb;

/** How many weeks a year has when a weekly sum becomes a yearly one. */
public enum WeeksInYear implements Choice {
    /** Days by seven: 52 1/7 in a common year. */
    DAYS,
    /** Exactly 52, which leaves a day a year without money. */
    FIFTY_TWO;

    /** A number is no name in Java. */
    @Override
    public String word() {
        return this == FIFTY_TWO ? "52" : "days";
    }
}
