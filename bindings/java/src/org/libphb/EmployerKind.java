package org.libphb;

/** Who is the employer of the assistants. */
public enum EmployerKind implements Choice {
    /** The person whose budget it is. */
    PERSON,
    /** Somebody who acts for a person without capacity, or for a child. */
    REPRESENTATIVE,
    /** Somebody whom the person named. */
    NOMINEE,
    /** An organisation. */
    THIRD_PARTY
}
