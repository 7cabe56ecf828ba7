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
        List<String> words = new ArrayList<>(options);
        words.add("-Dphb.root=" + Samples.ROOT);
        words.add("-cp");
        words.add(CLASSES + ":" + HERE.resolve("target/test-classes"));
        words.add(program.getName());
        words.addAll(List.of(arguments));
        return run(HERE, words);
    }

    /** What a source file prints that has a program, run in the folder of the sources. */
    static String runSource(Path file) throws IOException, InterruptedException {
        return run(Samples.ROOT, List.of("-ea", "-cp", CLASSES.toString(), file.toString()));
    }

    private static String run(Path folder, List<String> words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(optionsOfThisOne());
        command.add("--enable-native-access=ALL-UNNAMED"); // or JDK 24 and later warn
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dstdout.encoding=UTF-8");
        command.addAll(words);
        Process process =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        byte[] printed = process.getInputStream().readAllBytes();
        String said = new String(printed, StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
