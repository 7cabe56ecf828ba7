package org.libphb;

import org.libphb.internal.PhbNative;

/**
 * Lets Java's collector feel the memory that objects hold in C. To it each of them is a few dozen
 * bytes, so it leaves those that nobody can reach where they are, however much they hold.
 *
 * <p>As with Java's own direct buffers, a collection is asked for when much has come to be held. How
 * much grows with what was alive after the last one: a host that keeps a lot is not collected over
 * and over, and one that closes what it opens never is.
 */
final class MemoryPressure {
    /** Names how much more may come to be held, in mebibytes; 0 is as much as there is. */
    private static final String PROPERTY = "phb.memory.mib";

    private static final long LEAST_BYTES = leastBytes(Integer.getInteger(PROPERTY, 256));

    /** For so many pauses in a row the cleaner may free nothing; then it has nothing to free. */
    private static final int PATIENCE = 10;

    private static final long PAUSE_MILLISECONDS = 5;

    /** The least that was held since the last collection. */
    private static volatile long aliveBytes;

    private MemoryPressure() {}

    private static long leastBytes(int mebibytes) {
        return mebibytes > 0 ? (long) mebibytes << 20 : Long.MAX_VALUE;
    }

    /** Something was made: has much come to be held? */
    static void feel() {
        long heldBytes = PhbNative.held_bytes();
        if (heldBytes < aliveBytes) {
            aliveBytes = heldBytes; // two threads may write this at once: neither is far off
        } else if (growth(heldBytes) > bound()) {
            relieve();
        }
    }

    private static long growth(long heldBytes) {
        return heldBytes - aliveBytes;
    }

    private static long bound() {
        return Math.max(LEAST_BYTES, aliveBytes);
    }

    /** One thread asks for a collection. Others come here too, and wait for room with it. */
    private static synchronized void relieve() {
        if (growth(PhbNative.held_bytes()) <= bound()) {
            return;
        }
        System.gc();
        aliveBytes = waitForCleaner();
    }

    /** Waits until half of the bound is free again, or nothing more becomes free. What is held then. */
    private static long waitForCleaner() {
        long heldBytes = PhbNative.held_bytes();
        int idle = 0;
        while (idle < PATIENCE && growth(heldBytes) > bound() / 2 && pause()) {
            long before = heldBytes;
            heldBytes = PhbNative.held_bytes();
            idle = heldBytes < before ? 0 : idle + 1;
        }
        return heldBytes;
    }

    /** False when somebody wants the thread to end. */
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
