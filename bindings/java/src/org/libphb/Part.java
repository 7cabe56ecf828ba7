package org.libphb;

/** A part of a budget: what was said of it. Immutable. */
abstract class Part {
    /** What was said. */
    final Written written;

    Part(Written written) {
        this.written = written;
    }

    /** What was said may be nobody else's business. */
    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}
