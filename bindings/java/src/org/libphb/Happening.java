package org.libphb;

/** Something that happened, and asks somebody to do something. */
public enum Happening implements Choice {
    /** The money is not enough. */
    MONEY_INSUFFICIENT,
    /** Somebody's health changed. */
    HEALTH_CHANGED,
    /** Somebody asked for a review. */
    ASKED_FOR_REVIEW,
    /** The nominee changed. */
    NOMINATION_CHANGED,
    /** The person lost capacity. */
    CAPACITY_LOST,
    /** The person regained capacity. */
    CAPACITY_REGAINED,
    /** Consent was withdrawn. */
    CONSENT_WITHDRAWN,
    /** The money may have been misused. */
    MISUSE_SUSPECTED,
    /** The person is not eligible any more. */
    NOT_ELIGIBLE,
    /** Somebody may not be safe. */
    SAFEGUARDING,
    /** An unpaid carer cannot go on. */
    CARER_BREAKDOWN,
    /** A provider failed. */
    PROVIDER_FAILED,
    /** The person went into hospital. */
    HOSPITAL_ADMISSION,
    /** Somebody on the fast track gets worse. */
    FAST_TRACK_DETERIORATES,
    /** The person moved to another area. */
    MOVED_AREA,
    /** The person died. */
    DIED
}
