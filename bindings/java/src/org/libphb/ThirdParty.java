package org.libphb;

import java.time.LocalDate;

/**
 * The organisation that holds the money for the person. Immutable; each method gives the same with
 * one thing more said.
 */
public final class ThirdParty extends Part {
    private ThirdParty(Written written) {
        super(written);
    }

    /**
     * Begins with nothing said.
     *
     * @return a third party with nothing else said
     */
    public static ThirdParty of() {
        return new ThirdParty(Written.NOTHING);
    }

    /**
     * Who it is.
     *
     * @param name a name
     * @return the same with that said
     */
    public ThirdParty organisation(String name) {
        return new ThirdParty(written.text("organisation", name));
    }

    /**
     * When that was agreed.
     *
     * @param day that day
     * @return the same with that said
     */
    public ThirdParty agreementOn(LocalDate day) {
        return new ThirdParty(written.day("agreement_on", day));
    }

    /**
     * When it was last audited.
     *
     * @param day that day
     * @return the same with that said
     */
    public ThirdParty lastAuditOn(LocalDate day) {
        return new ThirdParty(written.day("last_audit_on", day));
    }
}
