package org.libphb;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongConsumer;

/**
 * An object of the C library, counted while it is in use: closed in the midst of that, by whichever
 * thread, it is freed by the last who uses it.
 *
 * <p>A use is {@code try (Native self = open()) { … self.address() … }}.
 */
final class Native implements AutoCloseable, Runnable {
    /** Stands for what was not said: NULL for C. */
    static final Native NONE = lasting(0, "nothing");

    private static final VarHandle USES;

    static {
        try {
            USES = MethodHandles.lookup().findVarHandle(Native.class, "uses", int.class);
        } catch (ReflectiveOperationException error) {
            throw new ExceptionInInitializerError(error);
        }
    }

    /** The lowest bit: nobody may begin another use. */
    private static final int CLOSED = 1;

    /** One use of it. */
    private static final int USE = 2;

    /** Closed and freed; no number of uses brings it back to CLOSED. */
    private static final int FREED = Integer.MIN_VALUE | CLOSED;

    private final long address;
    private final String name;
    private final LongConsumer free;

    @SuppressWarnings("unused") // through USES
    private int uses;

    Native(long address, String name, LongConsumer free) {
        this.address = address;
        this.name = name;
        this.free = free;
    }

    /** What is never closed: there is nothing to count. */
    static Native lasting(long address, String name) {
        return new Native(address, name, null);
    }

    long address() {
        return address;
    }

    /** Begins a use. */
    Native open() {
        if (free != null && ((int) USES.getAndAdd(this, USE) & CLOSED) != 0) {
            close();
            throw new IllegalStateException("this " + name + " is closed");
        }
        return this;
    }

    /** Ends a use. */
    @Override
    public void close() {
        if (free != null && (int) USES.getAndAdd(this, -USE) == (CLOSED | USE)) {
            freeUnlessUsed();
        }
    }

    boolean isClosed() {
        return ((int) USES.getVolatile(this) & CLOSED) != 0;
    }

    /** Closes it for good. */
    @Override
    public void run() {
        USES.getAndBitwiseOr(this, CLOSED);
        freeUnlessUsed();
    }

    private void freeUnlessUsed() {
        if (USES.compareAndSet(this, CLOSED, FREED)) {
            free.accept(address);
        }
    }
}
