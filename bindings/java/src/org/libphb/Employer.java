package org.libphb;

/**
 * Who employs the assistants. Immutable; each method gives the same with one thing more said.
 */
public final class Employer extends Part {
    private Employer(Written written) {
        super(written);
    }

    /**
     * Begins with nothing said.
     *
     * @return an employer with nothing else said
     */
    public static Employer of() {
        return new Employer(Written.NOTHING);
    }

    /**
     * Who it is.
     *
     * @param kind which
     * @return the same with that said
     */
    public Employer kind(EmployerKind kind) {
        return new Employer(written.word("kind", kind));
    }

    /**
     * The relief from National Insurance.
     *
     * @param allowance what is said of it
     * @return the same with that said
     */
    public Employer employmentAllowance(Allowance allowance) {
        return new Employer(written.part("employment_allowance", allowance));
    }
}
