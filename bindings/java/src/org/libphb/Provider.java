package org.libphb;

import java.time.LocalDate;

/**
 * Who provides what a plain line is for. Immutable; each method gives the same with one thing more
 * said.
 */
public final class Provider extends Part {
    private Provider(Written written) {
        super(written);
    }

    /**
     * Begins with nothing said.
     *
     * @return a provider with nothing else said
     */
    public static Provider of() {
        return new Provider(Written.NOTHING);
    }

    /**
     * Who it is.
     *
     * @param name a name
     * @return the same with that said
     */
    public Provider name(String name) {
        return new Provider(written.text("name", name));
    }

    /**
     * How they stand to the person.
     *
     * @param relationship which
     * @return the same with that said
     */
    public Provider relationship(Relationship relationship) {
        return new Provider(written.word("relationship", relationship));
    }

    /**
     * Whether they live with the person.
     *
     * @param lives true if they do
     * @return the same with that said
     */
    public Provider livesInHousehold(boolean lives) {
        return new Provider(written.flag("lives_in_household", lives));
    }

    /**
     * When the body found it necessary to pay them.
     *
     * @param day that day
     * @return the same with that said
     */
    public Provider necessityApprovedOn(LocalDate day) {
        return new Provider(written.day("necessity_approved_on", day));
    }

    /**
     * Whether the Care Quality Commission has them on its register.
     *
     * @param cqc which
     * @return the same with that said
     */
    public Provider cqc(Cqc cqc) {
        return new Provider(written.word("cqc", cqc));
    }

    /**
     * Their number on a register.
     *
     * @param number as it is written there
     * @return the same with that said
     */
    public Provider registration(String number) {
        return new Provider(written.text("registration", number));
    }

    /**
     * When they were checked.
     *
     * @param day that day
     * @return the same with that said
     */
    public Provider checkedOn(LocalDate day) {
        return new Provider(written.day("checked_on", day));
    }
}
