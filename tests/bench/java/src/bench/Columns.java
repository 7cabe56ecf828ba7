package bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The columns that bench_batch wrote, as direct buffers in the order of the machine. */
final class Columns {
    /** Names the folder. */
    private static final Path FOLDER = Path.of(System.getProperty("phb.columns"));

    private Columns() {}

    static ByteBuffer direct(long bytes) {
        return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
    }

    static ByteBuffer bytes(String name) {
        try {
            byte[] read = Files.readAllBytes(FOLDER.resolve(name));
            return direct(read.length).put(0, read);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    static IntBuffer ints(String name) {
        return bytes(name).asIntBuffer();
    }

    static LongBuffer longs(String name) {
        return bytes(name).asLongBuffer();
    }

    static byte[] array(ByteBuffer values) {
        byte[] array = new byte[values.remaining()];
        values.get(0, array);
        return array;
    }

    static int[] array(IntBuffer values) {
        int[] array = new int[values.remaining()];
        values.get(0, array);
        return array;
    }

    static long[] array(LongBuffer values) {
        long[] array = new long[values.remaining()];
        values.get(0, array);
        return array;
    }
}
