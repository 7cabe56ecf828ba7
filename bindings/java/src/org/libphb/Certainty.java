package org.libphb;

/** How sure a value of the law is. */
public enum Certainty implements Choice {
    /** Enacted and checked for that day. */
    IN_FORCE,
    /** Announced, and not in force or not checked in force yet. */
    ANNOUNCED,
    /** The last value known, carried forward. */
    CARRIED
}
