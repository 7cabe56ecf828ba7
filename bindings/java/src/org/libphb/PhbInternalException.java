package org.libphb;

/** The library contradicted itself, or is not the one expected: please report it. */
public class PhbInternalException extends PhbException {
    private static final long serialVersionUID = 1;

    PhbInternalException(Said said) {
        super(said);
    }
}
