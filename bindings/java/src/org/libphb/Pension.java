package org.libphb;

import java.math.BigDecimal;

/**
 * An assistant's workplace pension. Immutable; each method gives the same with one thing more said.
 */
public final class Pension extends Part {
    private Pension(Written written) {
        super(written);
    }

    /**
     * Begins with nothing said: they are enrolled when the law says so, at its rate.
     *
     * @return a pension with nothing else said
     */
    public static Pension of() {
        return new Pension(Written.NOTHING);
    }

    /**
     * Whether they are in the scheme. By law unless said.
     *
     * @param membership which
     * @return the same with that said
     */
    public Pension membership(PensionMembership membership) {
        return new Pension(written.word("membership", membership));
    }

    /**
     * Which pay the employer's rate applies to. Qualifying earnings unless said.
     *
     * @param basis which
     * @return the same with that said
     */
    public Pension basis(PensionBasis basis) {
        return new Pension(written.word("basis", basis));
    }

    /**
     * The employer's rate. The least by law unless said.
     *
     * @param percent per cent, with at most four decimals
     * @return the same with that said
     */
    public Pension employerRate(BigDecimal percent) {
        return new Pension(written.percent("employer_rate", percent));
    }
}
