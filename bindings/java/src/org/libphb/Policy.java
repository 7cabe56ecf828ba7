package org.libphb;

import org.libphb.internal.PhbNative;

/** The local rules of an integrated care board: immutable, and good in any number of threads. */
public final class Policy extends Handle {
    private Policy(long address) {
        super(address, PhbNative::delete_Policy);
    }

    /**
     * Reads a {@code phb-policy/1} document.
     *
     * @param document UTF-8
     * @return the policy
     * @throws PhbException if something is wrong with it: what, and where
     */
    public static Policy parse(byte[] document) {
        return new Policy(PhbNative.new_Policy(Values.needed(document, "document")));
    }

    /**
     * Reads a {@code phb-policy/1} document.
     *
     * @param document JSON
     * @return the policy
     * @throws PhbException if something is wrong with it: what, and where
     */
    public static Policy parse(String document) {
        return parse(Values.utf8(document, "document"));
    }

    /**
     * The same policy as a document.
     *
     * @return JSON
     */
    public String toJson() {
        try (Native self = open()) {
            return Values.text(PhbNative.Policy_json(self.address()));
        }
    }

    /**
     * Name and version.
     *
     * @return such as {@code "north/3"}
     */
    public String edition() {
        try (Native self = open()) {
            return Values.text(PhbNative.Policy_edition(self.address()));
        }
    }
}
