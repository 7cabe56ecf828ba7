package org.libphb;

/** A document is not JSON, or JSON of another shape. */
public class PhbDocumentException extends PhbException {
    private static final long serialVersionUID = 1;

    PhbDocumentException(Said said) {
        super(said);
    }
}
