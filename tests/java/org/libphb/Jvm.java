package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM, for what one can see only once or only from outside. */
final class Jvm {
    /** Where Meson left the library, and Maven the classes. */
    static final Path HERE = Path.of("").toAbsolutePath();

    static final Path CLASSES = HERE.resolve("target/classes");

    private Jvm() {}

    /** The words that the JVM of the tests was begun with. */
    private static List<String> optionsOfThisOne() {
        String options = System.getProperty("phb.test.options", "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split(" +"));
    }

    /** What a program of the tests prints there. */
    static String run(List<String> options, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(optionsOfThisOne());
        command.addAll(options);
        command.add("-Dphb.root=" + Samples.ROOT);
        command.add("-Dfile.encoding=UTF-8");
        command.add("-cp");
        command.add(CLASSES + ":" + HERE.resolve("target/test-classes"));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] printed = process.getInputStream().readAllBytes();
        String said = new String(printed, StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
