package org.libphb;

import java.io.Serializable;
import java.util.OptionalLong;
import org.libphb.internal.PhbNative;

/**
 * A call to the library could not be carried out.
 *
 * <p>A budget that breaks a rule is not an error: it has findings. No message quotes what a document
 * says, since these are health records.
 */
public class PhbException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** All there is to say. */
    private final Said said;

    /** What is said of an error; {@code position} is -1 when there is none. */
    record Said(int code, String name, String reason, String path, long position)
            implements Serializable {}

    PhbException(Said said) {
        super(sentence(said));
        this.said = said;
    }

    private static String sentence(Said said) {
        if (!said.path.isEmpty()) {
            return said.path + ": " + said.reason;
        }
        return said.position < 0 ? said.reason : "byte " + said.position + ": " + said.reason;
    }

    /** The class of each status, by its name; of a status that is not known, the family's head. */
    private static PhbException of(Said said) {
        return switch (said.name) {
            case "ARGUMENT" -> new PhbArgumentException(said);
            case "STRUCT", "INTERNAL" -> new PhbInternalException(said);
            case "MEMORY" -> new PhbMemoryException(said);
            case "LIMIT", "UTF8", "RANGE", "DATE", "DATE_AMBIGUOUS" -> new PhbValueException(said);
            case "NOT_FOUND", "RATE_UNKNOWN", "RATE_NOT_IN_FORCE" -> new PhbLookupException(said);
            case "DUPLICATE", "INCOMPLETE" -> new PhbInputException(said);
            case "JSON_SYNTAX", "JSON_SHAPE" -> new PhbDocumentException(said);
            default -> new PhbException(said);
        };
    }

    /** An exception of a status that was found on this side. */
    static PhbException of(int code, String reason) {
        return of(new Said(code, nameOf(code), reason, "", -1));
    }

    private static String nameOf(int code) {
        return Values.text(PhbNative.status_name(code));
    }

    /** Called by the native layer, by this name, for whatever goes wrong below. */
    @SuppressWarnings("unused")
    private static void raise(int code, byte[] reason, byte[] path, long position) {
        throw of(new Said(code, nameOf(code), Values.text(reason), Values.text(path), position));
    }

    /**
     * The number of the status: one thing for ever.
     *
     * @return a number from 1
     */
    public int code() {
        return said.code;
    }

    /**
     * The name of the status.
     *
     * @return such as {@code "RATE_NOT_IN_FORCE"}
     */
    public String name() {
        return said.name;
    }

    /**
     * What is wrong, without where.
     *
     * @return one sentence without a full stop
     */
    public String reason() {
        return said.reason;
    }

    /**
     * Where in a document.
     *
     * @return a JSON Pointer, such as {@code "/period/end"}; {@code ""} for the whole of it
     */
    public String path() {
        return said.path;
    }

    /**
     * At which byte of a document.
     *
     * @return an offset from 0, or nothing
     */
    public OptionalLong position() {
        return said.position < 0 ? OptionalLong.empty() : OptionalLong.of(said.position);
    }
}
