package org.libphb;

import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Asks about a row in memory that was given back: JDK 17 has such memory in a module of its own. */
final class ArenaProbe {
    /** The module, which a JVM is told of by --add-modules. */
    static final String MODULE = "jdk.incubator.foreign";

    private ArenaProbe() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Class<?> scopes = Class.forName(MODULE + ".ResourceScope");
        Class<?> segments = Class.forName(MODULE + ".MemorySegment");
        Method allocate = segments.getMethod("allocateNative", long.class, long.class, scopes);
        Object scope = scopes.getMethod("newSharedScope").invoke(null);
        Object segment = allocate.invoke(null, 1L << 23, 8L, scope);
        ByteBuffer bytes = (ByteBuffer) segments.getMethod("asByteBuffer").invoke(segment);
        NiBatch batch =
                new NiBatch(1 << 20)
                        .same(NiBatch.PAID_ON, Samples.APRIL)
                        .same(NiBatch.FREQUENCY, PayFrequency.WEEKLY)
                        .in(NiBatch.GROSS_PENCE, bytes.order(ByteOrder.nativeOrder()).asLongBuffer());
        batch.run();
        scopes.getMethod("close").invoke(scope);
        try {
            batch.run();
        } catch (IllegalStateException closed) {
            System.out.println("refused");
        }
    }
}
