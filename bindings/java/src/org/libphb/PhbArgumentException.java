package org.libphb;

/** An argument is missing or has no meaning: a mistake in the calling program. */
public class PhbArgumentException extends PhbException {
    private static final long serialVersionUID = 1;

    PhbArgumentException(Said said) {
        super(said);
    }
}
