package org.libphb;

/** How much a finding matters, the worst first. */
public enum Severity implements Choice {
    /** Against the law, or against a rule that must be kept. */
    BREACH,
    /** Something that should be there is not. */
    GAP,
    /** Something to look at. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
