package org.libphb;

/** How far a plan has come. */
public enum PlanStatus implements Choice {
    /** Being written. */
    DRAFT,
    /** To be agreed by the NHS body. */
    SUBMITTED,
    /** Agreed by the person and by the NHS body. */
    AGREED,
    /** Agreed, and not carried out for a time. */
    SUSPENDED,
    /** Over. */
    ENDED,
    /** Another plan has taken its place. */
    SUPERSEDED
}
