package org.libphb;

/** What has a day on which it runs out. */
public enum Renewable implements Choice {
    /** Insurance. */
    INSURANCE,
    /** A check of a criminal record, or a registration. */
    CHECK,
    /** Competence for a delegated task. */
    COMPETENCE
}
