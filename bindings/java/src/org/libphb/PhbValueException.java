package org.libphb;

/** A date, a number or a text is out of bounds. */
public class PhbValueException extends PhbException {
    private static final long serialVersionUID = 1;

    PhbValueException(Said said) {
        super(said);
    }
}
