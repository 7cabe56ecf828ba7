package org.libphb;

/** Why the person has a budget. */
public enum Cohort implements Choice {
    /** NHS continuing healthcare for an adult. */
    ADULT_CHC,
    /** Continuing healthcare by the fast-track pathway. */
    FAST_TRACK,
    /** Continuing care of a child or young person. */
    CHILD_CONTINUING_CARE,
    /** Aftercare under section 117 of the Mental Health Act 1983. */
    SECTION_117,
    /** A wheelchair. */
    WHEELCHAIR,
    /** A learning disability, autism or both. */
    LEARNING_DISABILITY_AUTISM,
    /** Mental health. */
    MENTAL_HEALTH,
    /** A long-term condition. */
    LONG_TERM_CONDITION,
    /** The end of life. */
    END_OF_LIFE,
    /** Going home from hospital. */
    HOSPITAL_DISCHARGE,
    /** Maternity. */
    MATERNITY,
    /** An education, health and care plan. */
    EDUCATION_HEALTH_CARE,
    /** Anything else. */
    OTHER
}
