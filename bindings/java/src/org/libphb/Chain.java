package org.libphb;

import org.libphb.internal.PhbNative;

/**
 * The chain of a plan: each need with its outcomes, the actions towards them, and what pays for those;
 * and what hangs on nothing. It shows people their own words, so it is as private as the plan.
 * Immutable, and good in any number of threads. Made by {@link Plan#chain()}.
 */
public final class Chain extends Handle {
    Chain(long address) {
        super(address, PhbNative::delete_Chain);
    }

    /**
     * Every link, each behind the one it hangs on.
     *
     * @return a copy of the table
     */
    public Table<Link> links() {
        return new Table<>(TableSource.lent(this, PhbNative::Chain_table), Link::of);
    }

    /**
     * For people: the links below one another, then what hangs on nothing.
     *
     * @param format any but {@link Format#ICALENDAR}
     * @return the chain in that format
     * @throws PhbArgumentException for any other format
     */
    public String render(Format format) {
        int code = Values.needed(format, "format").code();
        try (Native self = open()) {
            return Values.text(PhbNative.Chain_rendered(self.address(), code));
        }
    }

    /**
     * A {@code phb-chain/1} document.
     *
     * @return JSON
     */
    public String toJson() {
        try (Native self = open()) {
            return Values.text(PhbNative.Chain_json(self.address()));
        }
    }
}
