package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the program starts, where programs have little leave. */
class StartTest {
    private static final String TOTAL = "total 9500"; // pence
    private static final String HERE = Path.of(System.getProperty("java.home"), "bin/java").toString();

    /** What a program printed, and how it ended. */
    private record Run(int status, String said) {
        static Run of(List<String> command) throws IOException, InterruptedException {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), said.strip());
        }

        void isGood() {
            assertEquals(new Run(0, TOTAL), this);
        }

        /** Java ends a program with 1 after an exception, and differently when it dies. */
        void isRefused(String sentence) {
            assertTrue(said.contains("java.lang.UnsatisfiedLinkError: "), said);
            assertTrue(said.contains(sentence), said);
            assertEquals(1, status);
        }
    }

    /** The jar of libphb, which Maven found, and the classes of this project. */
    private static String path() throws URISyntaxException {
        return JarTest.jar() + ":" + System.getProperty("consumer.classes");
    }

    private static List<String> command(String java, String[] options, String... words) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(List.of(options));
        command.addAll(List.of(words));
        return command;
    }

    private static List<String> onModulePath(String java, String... options) throws Exception {
        return command(java, options, "-p", path(), "-m", "consumer/consumer.Main");
    }

    private static List<String> onClassPath(String java, String... options) throws Exception {
        return command(java, options, "-cp", path(), "consumer.Main");
    }

    @Test
    void onTheModulePath() throws Exception {
        Run.of(onModulePath(HERE)).isGood();
    }

    @Test
    void onTheClassPath() throws Exception {
        Run.of(onClassPath(HERE)).isGood();
    }

    // ---- folders ----

    @TempDir Path folder;
    @TempDir Path another;

    /** A command that sees the folder mounted in such a way. */
    private List<String> mounted(String how, List<String> command) throws Exception {
        assumeTrue(
                Run.of(List.of("unshare", "-rm", "mount", "-t", "tmpfs", "none", folder.toString()))
                                .status()
                        == 0,
                "this system lets nobody mount in a namespace of their own");
        String script = "mount -t tmpfs -o " + how + " none \"$0\" && exec \"$@\"";
        List<String> inside = new ArrayList<>();
        inside.addAll(List.of("unshare", "-rm", "sh", "-c", script, folder.toString()));
        inside.addAll(command);
        return inside;
    }

    @Test
    void fromWhereNothingCanBeWritten() throws Exception {
        String usual = "-Djava.io.tmpdir=" + folder;
        Run.of(mounted("ro", onClassPath(HERE, usual)))
                .isRefused(
                        "the native library cannot be unpacked into " + folder
                                + "; -Dphb.temp.path names another folder");
        Run.of(mounted("ro", onClassPath(HERE, usual, "-Dphb.temp.path=" + another))).isGood();
    }

    @Test
    void fromWhereNoProgramMayBeRun() throws Exception {
        String usual = "-Djava.io.tmpdir=" + folder;
        Run.of(mounted("noexec", onClassPath(HERE, usual)))
                .isRefused(
                        "if programs may not be run from that folder, -Dphb.temp.path names"
                                + " another");
        Run.of(mounted("noexec", onClassPath(HERE, usual, "-Dphb.temp.path=" + another))).isGood();
    }

    // ---- leave to call native code, which Java asks for from 24 on ----

    private static final String DENY = "--illegal-native-access=deny";

    /** A Java that can refuse native code, if the distribution has one. */
    private static String newJava() throws IOException {
        try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
            Path home = homes.filter(StartTest::isNew).findFirst().orElse(null);
            assumeTrue(home != null, "there is no Java 24 or later in /usr/lib/jvm");
            return home.resolve("bin/java").toString();
        }
    }

    private static boolean isNew(Path home) {
        try {
            String release = Files.readString(home.resolve("release"));
            Matcher version = Pattern.compile("JAVA_VERSION=\"(\\d+)").matcher(release);
            return version.find() && Integer.parseInt(version.group(1)) >= 24;
        } catch (IOException notOne) {
            return false;
        }
    }

    @Test
    void withoutLeave() throws Exception {
        String sentence =
                "Java was told to let no native library in: allow it with"
                        + " --enable-native-access=org.libphb, on the class path with"
                        + " --enable-native-access=ALL-UNNAMED";
        Run.of(onModulePath(newJava(), DENY)).isRefused(sentence);
        Run.of(onClassPath(newJava(), DENY)).isRefused(sentence);
    }

    @Test
    void withLeave() throws Exception {
        Run.of(onModulePath(newJava(), DENY, "--enable-native-access=org.libphb")).isGood();
        Run.of(onClassPath(newJava(), DENY, "--enable-native-access=ALL-UNNAMED")).isGood();
    }

    /** The Java of today knows the words too, so that they can be given to any. */
    @Test
    void withLeaveThatNobodyAskedFor() throws Exception {
        Run.of(onModulePath(HERE, "--enable-native-access=org.libphb")).isGood();
        Run.of(onClassPath(HERE, "--enable-native-access=ALL-UNNAMED")).isGood();
    }
}
