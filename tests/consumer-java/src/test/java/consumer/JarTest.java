package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.libphb.Phb;

/** What is in the jar, and what is beside it. */
class JarTest {
    /** The jar that Maven found. */
    static Path jar() throws URISyntaxException {
        return Path.of(Phb.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String text(JarFile jar, String name) throws IOException {
        byte[] bytes = jar.getInputStream(jar.getEntry(name)).readAllBytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void licencesGoWhereTheSoftwareGoes() throws Exception {
        try (JarFile jar = new JarFile(jar().toFile())) {
            assertTrue(text(jar, "META-INF/LICENSE").startsWith("MIT License"));
            String cjson = text(jar, "META-INF/LICENSE-cJSON");
            assertTrue(cjson.contains("Dave Gamble"), cjson);
            assertTrue(cjson.contains("Permission is hereby granted"), cjson);
            String libmd = text(jar, "META-INF/LICENSE-libmd");
            assertTrue(libmd.contains("Guillem Jover"), libmd);
            assertTrue(libmd.contains("Redistributions in binary form"), libmd);
        }
    }

    @Test
    void itSaysWhichVersionItIs() throws Exception {
        try (JarFile jar = new JarFile(jar().toFile())) {
            Attributes words = jar.getManifest().getMainAttributes();
            assertEquals("libphb", words.getValue("Implementation-Title"));
            assertEquals(Phb.version(), words.getValue("Implementation-Version"));
        }
    }

    @Test
    void itShowsOnePackage() throws Exception {
        ModuleDescriptor module =
                ModuleFinder.of(jar()).find("org.libphb").orElseThrow().descriptor();
        Set<String> shown =
                module.exports().stream()
                        .map(ModuleDescriptor.Exports::source)
                        .collect(Collectors.toSet());
        assertEquals(Set.of("org.libphb"), shown);
        assertTrue(module.opens().isEmpty());
    }

    @Test
    void sourcesAndDocumentationAreBesideIt() throws Exception {
        for (String kind : Set.of("sources", "javadoc")) {
            Path other = jar().resolveSibling("libphb-" + Phb.version() + "-" + kind + ".jar");
            assertTrue(Files.isRegularFile(other), other.toString());
        }
    }
}
