package org.libphb;

/** Is the contingency part of the total, or held by the body beside it? */
public enum ContingencyHeld implements Choice {
    /** Part of the total. */
    INSIDE,
    /** Held beside it. */
    OUTSIDE
}
