package org.libphb;

/** What one of a line is. */
public enum LineUnit implements Choice {
    /** An hour. */
    HOUR,
    /** An hour awake at night. */
    WAKING_NIGHT_HOUR,
    /** A night asleep. */
    SLEEP_IN,
    /** A visit. */
    VISIT,
    /** A mile. */
    MILE,
    /** An item. */
    ITEM
}
