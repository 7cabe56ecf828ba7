package org.libphb;

/**
 * How the money is looked after. Immutable; each method gives the same with one thing more said.
 */
public final class Management extends Part {
    private Management(Written written) {
        super(written);
    }

    /**
     * Begins with nothing said.
     *
     * @return management with nothing else said
     */
    public static Management of() {
        return new Management(Written.NOTHING);
    }

    /**
     * What the money is paid into.
     *
     * @param account which
     * @return the same with that said
     */
    public Management account(Account account) {
        return new Management(written.word("account", account));
    }

    /**
     * Where that account is.
     *
     * @param where in words
     * @return the same with that said
     */
    public Management whereHeld(String where) {
        return new Management(written.text("where_held", where));
    }

    /**
     * Who answers for the money.
     *
     * @param who in words
     * @return the same with that said
     */
    public Management responsible(String who) {
        return new Management(written.text("responsible", who));
    }

    /**
     * What is kept, and where.
     *
     * @param records in words
     * @return the same with that said
     */
    public Management records(String records) {
        return new Management(written.text("records", records));
    }

    /**
     * Who holds the money, if not the person.
     *
     * @param thirdParty what is said of them
     * @return the same with that said
     */
    public Management thirdParty(ThirdParty thirdParty) {
        return new Management(written.part("third_party", thirdParty));
    }
}
