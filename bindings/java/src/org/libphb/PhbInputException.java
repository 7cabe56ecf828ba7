package org.libphb;

/** Something is said twice, or something needed is missing. */
public class PhbInputException extends PhbException {
    private static final long serialVersionUID = 1;

    PhbInputException(Said said) {
        super(said);
    }
}
