package org.libphb;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * Anything that is not employment. Immutable; each method gives the same with one thing more said.
 * An id turns up in results: it should be a reference, not a name.
 */
public final class PlainLine extends Part {
    private PlainLine(Written written) {
        super(written);
    }

    /**
     * Begins with what must be said.
     *
     * @param id an id, unique among assistants and plain lines
     * @param category what it is for
     * @param amount the price of one, in pounds with at most four decimals
     * @param per how often it falls due
     * @param deployment who holds the money that pays for it
     * @return a line with nothing else said
     */
    public static PlainLine of(
            String id, Category category, BigDecimal amount, Per per, Deployment deployment) {
        return of(Written.NOTHING.text("id", id).rate("amount", amount), category, per, deployment);
    }

    /**
     * Begins with what must be said, of a price that changes.
     *
     * @param id an id, unique among assistants and plain lines
     * @param category what it is for
     * @param amount the price of one, in pounds with at most four decimals, by the day from which
     *     it holds; the first is no later than the first day
     * @param per how often it falls due
     * @param deployment who holds the money that pays for it
     * @return a line with nothing else said
     */
    public static PlainLine of(
            String id,
            Category category,
            SortedMap<LocalDate, BigDecimal> amount,
            Per per,
            Deployment deployment) {
        return of(Written.NOTHING.text("id", id).rates("amount", amount), category, per, deployment);
    }

    private static PlainLine of(Written said, Category category, Per per, Deployment deployment) {
        return new PlainLine(
                said.word("category", category).word("per", per).word("deployment", deployment));
    }

    /**
     * How many at a time. One unless said.
     *
     * @param quantity from 0 to 100,000, with at most four decimals
     * @return the same with that said
     */
    public PlainLine quantity(BigDecimal quantity) {
        return new PlainLine(written.number("quantity", quantity));
    }

    /**
     * What one of it is.
     *
     * @param unit which
     * @return the same with that said
     */
    public PlainLine unit(LineUnit unit) {
        return new PlainLine(written.word("unit", unit));
    }

    /**
     * When it begins. The period's first day unless said.
     *
     * @param day the first day
     * @return the same with that said
     */
    public PlainLine start(LocalDate day) {
        return new PlainLine(written.day("start", day));
    }

    /**
     * When it ends. The period's last day unless said.
     *
     * @param day the last day
     * @return the same with that said
     */
    public PlainLine end(LocalDate day) {
        return new PlainLine(written.day("end", day));
    }

    /**
     * Whose payslips, years or heads are counted. All unless said.
     *
     * @param ids those of assistants
     * @return the same with that said
     */
    public PlainLine assistants(String... ids) {
        return new PlainLine(written.texts("assistants", ids));
    }

    /**
     * Who pays for it.
     *
     * @param id the id of a funder
     * @return the same with that said
     */
    public PlainLine funder(String id) {
        return new PlainLine(written.text("funder", id));
    }

    /**
     * Why it costs nothing.
     *
     * @param reason in words
     * @return the same with that said
     */
    public PlainLine nilReason(String reason) {
        return new PlainLine(written.text("nil_reason", reason));
    }

    /**
     * Who provides it.
     *
     * @param provider what is said of them
     * @return the same with that said
     */
    public PlainLine provider(Provider provider) {
        return new PlainLine(written.part("provider", provider));
    }
}
