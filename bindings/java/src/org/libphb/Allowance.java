package org.libphb;

/**
 * The Employment Allowance, relief from the employer's National Insurance. Immutable; each method
 * gives the same with one thing more said.
 */
public final class Allowance extends Part {
    private Allowance(Written written) {
        super(written);
    }

    /**
     * Begins with nothing said.
     *
     * @return an allowance with nothing else said
     */
    public static Allowance of() {
        return new Allowance(Written.NOTHING);
    }

    /**
     * Whether it is claimed.
     *
     * @param claimed true if it is
     * @return the same with that said
     */
    public Allowance claim(boolean claimed) {
        return new Allowance(written.flag("claim", claimed));
    }

    /**
     * What was used of it outside this budget.
     *
     * @param used one for each tax year
     * @return the same with that said
     */
    public Allowance alreadyUsed(UsedAllowance... used) {
        return new Allowance(written.parts("already_used", used));
    }
}
