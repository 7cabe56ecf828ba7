package org.libphb;

/** How somebody stands to the person whose budget it is. */
public enum Relationship implements Choice {
    /** Not related. */
    NONE,
    /** Married to them, or their civil partner. */
    SPOUSE,
    /** Living with them as if married. */
    PARTNER,
    /** A parent. */
    PARENT,
    /** A child. */
    CHILD,
    /** A brother or sister. */
    SIBLING,
    /** A grandparent. */
    GRANDPARENT,
    /** An aunt or uncle. */
    AUNT_UNCLE,
    /** Related by marriage. */
    IN_LAW,
    /** A friend. */
    FRIEND
}
