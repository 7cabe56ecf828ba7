package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples and the manual: every program runs and prints what the manual says it prints. */
class ExamplesTest {
    private static final String PAGE = Samples.text(Samples.ROOT.resolve("docs/java.md"));

    private static final Pattern SHOWN =
            Pattern.compile("(?ms)^```console\n\\$ java -cp libphb.jar (\\S+)\n(.*?)^```$");

    @TempDir private Path folder;

    static List<Path> programs() {
        return Samples.files(Samples.ROOT.resolve("docs/examples/java"), ".java");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void anExamplePrintsWhatTheManualShows(Path program) throws Exception {
        String name = Samples.ROOT.relativize(program).toString();
        String shown =
                SHOWN.matcher(PAGE).results()
                        .filter(each -> each.group(1).equals(name))
                        .map(each -> each.group(2).strip())
                        .findFirst()
                        .orElseThrow();
        assertEquals(shown, Jvm.runSource(program));
    }

    private static List<String> blocksOf(String page) {
        return Pattern.compile("(?ms)^```java\n(.*?)^```$").matcher(page).results()
                .map(each -> each.group(1))
                .toList();
    }

    /** Runs code as the body of a program, behind what it imports. */
    private String run(List<String> blocks) throws IOException, InterruptedException {
        String code = String.join("", blocks);
        Pattern isImport = Pattern.compile("(?m)^import .*;\n");
        String imports =
                String.join("", isImport.matcher(code).results().map(MatchResult::group).toList());
        Path file = folder.resolve("Manual.java");
        Files.writeString(
                file,
                imports
                        + "final class Manual {\n"
                        + "public static void main(String[] arguments) throws Exception {\n"
                        + isImport.matcher(code).replaceAll("")
                        + "}\n}\n");
        return Jvm.runSource(file);
    }

    @Test
    void theBlocksOfTheManualRunOneAfterTheOther() throws Exception {
        List<String> blocks = blocksOf(PAGE);
        assertTrue(blocks.size() > 5);
        assertEquals("", run(blocks));
    }

    @Test
    void theBlockOfTheReadmeRuns() throws Exception {
        List<String> blocks = blocksOf(Samples.text(Samples.ROOT.resolve("README.md")));
        assertEquals(1, blocks.size());
        assertTrue(blocks.get(0).contains("// " + run(blocks) + "\n"));
    }

    @Test
    void aBlockThatIsWrongIsNoticed() {
        assertThrows(AssertionError.class, () -> run(List.of("assert 1 == 2;\n")));
        assertThrows(AssertionError.class, () -> run(List.of("int pence = \"1\";\n")));
    }
}
