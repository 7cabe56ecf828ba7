package org.libphb;

/** Who works the leave weeks of somebody else. */
public enum CoverBy implements Choice {
    /** An agency, at its price and nothing on top. */
    AGENCY,
    /** Others in the team, who work extra. */
    TEAM,
    /** Somebody employed who works only then. */
    RELIEF
}
