package org.libphb;

/** Whether somebody is in the pension scheme. */
public enum PensionMembership implements Choice {
    /** Enrolled when the law says so. */
    AUTO,
    /** Whenever pay is more than the lower level, at 16 to 74. */
    OPTED_IN,
    /** No. */
    OPTED_OUT
}
