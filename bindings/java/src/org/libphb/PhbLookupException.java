package org.libphb;

/** There is no such key, id or line, or no such law on that day. */
public class PhbLookupException extends PhbException {
    private static final long serialVersionUID = 1;

    PhbLookupException(Said said) {
        super(said);
    }
}
