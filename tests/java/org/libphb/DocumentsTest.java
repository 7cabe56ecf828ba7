package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpora of documents that are wrong in one way each: the same files, sentences and places. */
class DocumentsTest {
    /** Stands before the byte that the error must name. */
    private static final String MARK = "⟦";

    private static final Map<String, Consumer<String>> READERS =
            Map.of("corpus", Budget::parse, "plans", Plan::parse, "policies", Policy::parse);

    static Stream<Arguments> cases() {
        return READERS.keySet().stream().sorted().flatMap(DocumentsTest::casesOf);
    }

    private static Stream<Arguments> casesOf(String name) {
        String text = Samples.text(Samples.ROOT.resolve("tests/documents").resolve(name + ".json"));
        return JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("cases").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(one -> Arguments.of(name, one.get("about").getAsString(), one));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void aDocumentIsWhatTheCorpusSays(String name, String about, JsonObject one) {
        String marked = one.get("text").getAsString();
        String text = marked.replace(MARK, "");
        if (one.get("status").getAsString().equals("OK")) {
            READERS.get(name).accept(text);
            return;
        }
        PhbException thrown =
                assertThrows(PhbException.class, () -> READERS.get(name).accept(text));
        assertEquals(one.get("status").getAsString(), thrown.name());
        assertEquals(one.get("message").getAsString(), thrown.reason());
        assertEquals(one.get("pointer").getAsString(), thrown.path());
        assertEquals(placeOf(marked), thrown.position().orElse(-1));
    }

    private static long placeOf(String marked) {
        int place = marked.indexOf(MARK);
        return place < 0 ? -1 : marked.substring(0, place).getBytes(StandardCharsets.UTF_8).length;
    }
}
