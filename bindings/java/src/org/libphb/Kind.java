package org.libphb;

/** Ongoing or one-off. */
public enum Kind implements Choice {
    /** Paid for as long as it is needed. */
    ONGOING,
    /** Paid once. */
    ONE_OFF
}
