package org.libphb;

/** Whether the regulator of care has the provider of a line on its register. */
public enum Cqc implements Choice {
    /** It has. */
    REGISTERED,
    /** It need not. */
    NOT_REQUIRED
}
