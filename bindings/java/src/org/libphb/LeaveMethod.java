package org.libphb;

/** How paid leave is paid for. */
public enum LeaveMethod implements Choice {
    /** 12.07% set aside on all pay; the team covers one another. */
    ACCRUAL,
    /** Paid all weeks, and somebody else works the leave weeks. */
    COVER,
    /** Paid all weeks, and nobody is paid to cover; needs a reason. */
    NONE
}
