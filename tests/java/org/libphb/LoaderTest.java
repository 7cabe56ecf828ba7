package org.libphb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the native library is looked for, and what is said when it will not do. */
class LoaderTest {
    private static final Path HERE = Jvm.HERE;
    private static final String GOOD = Phb.version() + " £27,447.06";

    @TempDir Path folder;

    private static String probe(String... options) throws IOException, InterruptedException {
        return Jvm.run(List.of(options), LoaderProbe.class);
    }

    /** A folder with one of the files that Meson made, under the name that is looked for. */
    private String with(String file) throws IOException {
        Files.copy(HERE.resolve(file), folder.resolve("libphbjni.so"));
        return "-Dphb.library.path=" + folder;
    }

    @Test
    void theLibraryInTheJarIsUnpackedAndNothingIsLeft() throws Exception {
        assertEquals(GOOD, probe("-Dphb.temp.path=" + folder));
        assertArrayEquals(new String[0], folder.toFile().list());
    }

    /** Java from 25 on reads folders of classes by channels, which an interrupted thread cannot. */
    @Test
    void anInterruptedThreadLoadsItToo() throws Exception {
        String said = Jvm.run(List.of(), LoaderProbe.class, "interrupted");
        assertEquals(GOOD + System.lineSeparator() + "interrupted", said);
    }

    @Test
    void aFolderThatIsNamedComesFirst() throws Exception {
        assertEquals(GOOD, probe("-Dphb.library.path=" + HERE, "-Dphb.temp.path=/nowhere"));
        assertEquals(
                "there is no libphbjni.so in the folder that phb.library.path names, " + folder,
                probe("-Dphb.library.path=" + folder, "-Djava.library.path=" + HERE));
    }

    @Test
    void theFoldersOfJavaComeSecond() throws Exception {
        assertEquals(
                GOOD,
                probe("-Djava.library.path=/nowhere:" + HERE, "-Dphb.temp.path=/nowhere"));
    }

    @Test
    void anotherVersionIsRefusedByNameAndVersion() throws Exception {
        String said = probe(with("libphbjni-other-version.so"));
        assertEquals(
                folder + "/libphbjni.so is of libphb 0.0.9, and these classes are of libphb "
                        + Phb.version(),
                said);
    }

    @Test
    void anotherLibraryIsRefused() throws Exception {
        assertEquals(
                folder + "/libphbjni.so is no library of libphb", probe(with("libphbjni-cjson.so")));
    }

    @Test
    void whatIsNoLibraryIsRefused() throws Exception {
        String said = probe(with("pom.xml"));
        assertTrue(said.contains("the native library cannot be loaded: "), said);
    }

    @Test
    void aFolderThatCannotBeUnpackedIntoIsNamed() throws Exception {
        assertEquals(
                "the native library cannot be unpacked into /nowhere; -Dphb.temp.path names"
                        + " another folder",
                probe("-Dphb.temp.path=/nowhere"));
    }

    @Test
    void aMachineWithoutALibraryIsNamed() throws Exception {
        assertEquals(
                "libphb has no native library for linux-sparc; build it there, and name its"
                        + " folder with -Dphb.library.path",
                probe("-Dos.arch=sparc"));
    }

    private static URLClassLoader anotherLoader() throws IOException {
        URL[] classes = {Jvm.CLASSES.toUri().toURL()};
        return new URLClassLoader(classes, null); // that of the tests has its own
    }

    private static Object versionBy(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> phb = loader.loadClass("org.libphb.Phb");
        assertNotSame(Phb.class, phb);
        phb.getMethod("ratesEdition").invoke(null);
        return phb.getMethod("version").invoke(null);
    }

    @Test
    void eachClassLoaderHasALibraryOfItsOwn() throws Exception {
        try (URLClassLoader one = anotherLoader();
                URLClassLoader two = anotherLoader()) {
            assertEquals(Phb.version(), versionBy(one));
            assertEquals(Phb.version(), versionBy(two));
        }
    }

    @Test
    void classLoadersShareAFolderThatIsNamed() throws Exception {
        System.setProperty("phb.library.path", HERE.toString());
        try (URLClassLoader one = anotherLoader();
                URLClassLoader two = anotherLoader()) {
            assertEquals(Phb.version(), versionBy(one));
            assertEquals(Phb.version(), versionBy(two));
        } finally {
            System.clearProperty("phb.library.path");
        }
    }

    @Test
    void aClassLoaderThatIsLetGoIsNotKept() throws Exception {
        WeakReference<ClassLoader> gone = useAndDrop();
        for (int times = 0; times < 100 && gone.get() != null; times++) {
            System.gc();
            Thread.sleep(20);
        }
        assertNull(gone.get());
    }

    private static WeakReference<ClassLoader> useAndDrop() throws Exception {
        try (URLClassLoader loader = anotherLoader()) {
            versionBy(loader);
            Class<?> budget = loader.loadClass("org.libphb.Budget");
            Object made =
                    budget.getMethod("parse", String.class)
                            .invoke(null, Samples.withLine("a"));
            budget.getMethod("cost").invoke(made);
            return new WeakReference<>(loader);
        }
    }
}
