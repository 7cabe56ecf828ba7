package org.libphb;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.function.LongConsumer;

/**
 * An object of the C library. It frees itself when nobody can reach it any more; {@link #close} does
 * so sooner. What was taken out of it before (rows, tables, texts) stays good.
 */
abstract class Handle implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Native held;
    private final Cleaner.Cleanable cleanable;

    /** Takes over an object that is given. */
    Handle(long address, LongConsumer free) {
        held = new Native(address, getClass().getSimpleName(), free);
        cleanable = CLEANER.register(this, held);
        MemoryPressure.feel();
    }

    /**
     * Stands for an object of which there is one, as long as this class is loaded. The cleaner must
     * not know it, or it would keep the class loader of a host that lets it go.
     */
    Handle(long address) {
        held = Native.lasting(address, getClass().getSimpleName());
        cleanable = () -> {};
    }

    /** Begins a use of it, to be ended by closing that. */
    final Native open() {
        try {
            return held.open();
        } finally {
            Reference.reachabilityFence(this); // until the use is counted
        }
    }

    /** The same of what may be left out. */
    static Native open(Handle handle) {
        return handle == null ? Native.NONE : handle.open();
    }

    /**
     * Gives its memory back. Closing twice is harmless, and so is closing while another thread uses
     * it: that use is carried out. Using it after that is an {@link IllegalStateException}.
     */
    @Override
    public void close() {
        cleanable.clean();
    }

    /**
     * Whether it was closed.
     *
     * @return true once it was
     */
    public boolean isClosed() {
        return held.isClosed();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + (isClosed() ? ", closed" : "");
    }
}
