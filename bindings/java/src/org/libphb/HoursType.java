package org.libphb;

/** What kind of work a band of hours is. */
public enum HoursType implements Choice {
    /** By the hour, awake. */
    ACTIVE,
    /** By the hour, awake at night. */
    WAKING_NIGHT,
    /** A flat sum a night, and time awake for work by the hour. */
    SLEEP_IN,
    /** The same by the day and night. */
    LIVE_IN
}
