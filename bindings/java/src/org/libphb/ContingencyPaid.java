package org.libphb;

/** Do the instalments carry the contingency? */
public enum ContingencyPaid implements Choice {
    /** Each carries some. */
    SPREAD,
    /** It is paid when asked for. */
    ON_REQUEST
}
