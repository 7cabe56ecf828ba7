package org.libphb;

/** There is not enough memory. */
public class PhbMemoryException extends PhbException {
    private static final long serialVersionUID = 1;

    PhbMemoryException(Said said) {
        super(said);
    }
}
