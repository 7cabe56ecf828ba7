package org.libphb;

/** What something is written as. */
public enum Format implements Choice {
    /** Aligned columns, for a terminal or plain mail. */
    TEXT,
    /** For spreadsheets, which open it safely; of tables alone. */
    CSV,
    /** Tables with bars. */
    MARKDOWN,
    /** For a calendar program; of schedules alone. */
    ICALENDAR,
    /** A part of a page, with its own style. */
    HTML,
    /** A page of its own, which asks for nothing and runs nothing. */
    HTML_PAGE
}
