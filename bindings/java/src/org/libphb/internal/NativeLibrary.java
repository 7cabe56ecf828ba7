package org.libphb.internal;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

/**
 * Finds the native library, loads it and makes sure that it is of this version.
 *
 * <p>Whatever goes wrong is an {@link UnsatisfiedLinkError} with a sentence that says what to do: it is
 * thrown while a class is initialised, where Java would wrap anything else.
 */
final class NativeLibrary {
    /** Names the folder that holds the library. */
    private static final String FOLDER = "phb.library.path";

    /** Names the folder to unpack into, where programs may be run from. */
    private static final String UNPACK_INTO = "phb.temp.path";

    private static final String LIBRARY = "libphbjni.so";

    /** What is unpacked: the library and what it looks for beside it. */
    private static final List<String> FILES = List.of(LIBRARY, "libphbjni-cjson.so");

    private NativeLibrary() {}

    /** Where a file of the library comes from. */
    private interface Opener {
        InputStream open(String name) throws IOException;
    }

    /** A thread that is to end can read no file; it loads the library, which others will need, first. */
    static void load() {
        boolean isToEnd = Thread.interrupted();
        try {
            expectVersion(loadFirst());
        } finally {
            if (isToEnd) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Loads the first that is found, and says where it was. */
    private static String loadFirst() {
        String named = System.getProperty(FOLDER);
        if (named != null) {
            return loadFrom(Path.of(named));
        }
        for (String folder : System.getProperty("java.library.path", "").split(File.pathSeparator)) {
            if (!folder.isEmpty() && Files.isRegularFile(Path.of(folder, LIBRARY))) {
                return loadFrom(Path.of(folder));
            }
        }
        return loadFromJar();
    }

    private static String loadFrom(Path folder) {
        Path file = folder.toAbsolutePath().resolve(LIBRARY);
        if (!Files.isRegularFile(file)) {
            throw new UnsatisfiedLinkError("there is no " + LIBRARY + " in the folder that " + FOLDER
                    + " names, " + folder);
        }
        try {
            loadFile(file);
        } catch (UnsatisfiedLinkError error) {
            // Java lets one class loader have a file; whoever comes second has a copy.
            if (!String.valueOf(error.getMessage()).contains("another classloader")) {
                throw error;
            }
            loadCopy(name -> Files.newInputStream(folder.resolve(name)));
        }
        return file.toString();
    }

    private static String loadFromJar() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        String folder = "/org/libphb/native/" + system + "-" + machine + "/";
        if (NativeLibrary.class.getResource(folder + LIBRARY) == null) {
            throw new UnsatisfiedLinkError("libphb has no native library for " + system + "-" + machine
                    + "; build it there, and name its folder with -D" + FOLDER);
        }
        loadCopy(name -> NativeLibrary.class.getResourceAsStream(folder + name));
        return "the library in the jar";
    }

    /** Copies the files into a folder that nobody else can write to, loads them, removes them. */
    private static void loadCopy(Opener files) {
        Path parent = Path.of(System.getProperty(UNPACK_INTO, System.getProperty("java.io.tmpdir")));
        Path folder = null;
        try {
            folder = createPrivateFolder(parent);
            for (String name : FILES) {
                try (InputStream from = files.open(name);
                        OutputStream to = new FileOutputStream(folder.resolve(name).toFile())) {
                    from.transferTo(to);
                }
            }
            loadFile(folder.resolve(LIBRARY));
        } catch (IOException error) {
            throw cannot("the native library cannot be unpacked into " + parent + "; -D" + UNPACK_INTO
                    + " names another folder", error);
        } finally {
            remove(folder);
        }
    }

    /**
     * Makes a folder that is its owner's alone, under a name that nobody has. Java's own way to a
     * temporary folder wakes its security providers first, which takes as long as all the rest.
     */
    private static Path createPrivateFolder(Path parent) throws IOException {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        while (true) {
            Path folder = parent.resolve("phb-" + Long.toHexString(System.nanoTime()));
            try {
                return Files.createDirectory(folder, ownerOnly);
            } catch (FileAlreadyExistsException taken) {
                // by now it would have another name
            }
        }
    }

    private static void remove(Path folder) {
        if (folder == null) {
            return;
        }
        for (String name : FILES) {
            folder.resolve(name).toFile().delete();
        }
        folder.toFile().delete();
    }

    private static void loadFile(Path file) {
        try {
            System.load(file.toAbsolutePath().toString());
        } catch (UnsatisfiedLinkError error) {
            throw cannot("the native library cannot be loaded: " + error.getMessage()
                    + "; if programs may not be run from that folder, -D" + UNPACK_INTO
                    + " names another", error);
        } catch (IllegalCallerException error) {
            throw cannot("Java was told to let no native library in: allow it with"
                    + " --enable-native-access=org.libphb, on the class path with"
                    + " --enable-native-access=ALL-UNNAMED", error);
        }
    }

    private static UnsatisfiedLinkError cannot(String sentence, Throwable cause) {
        UnsatisfiedLinkError error = new UnsatisfiedLinkError(sentence);
        error.initCause(cause);
        return error;
    }

    /** Before anything else is asked of it: another version may mean other things by the same names. */
    private static void expectVersion(String where) {
        String wanted = ownVersion();
        String found;
        try {
            found = new String(PhbNative.version(), StandardCharsets.UTF_8);
        } catch (UnsatisfiedLinkError error) {
            throw cannot(where + " is no library of libphb", error);
        }
        if (!found.equals(wanted)) {
            throw new UnsatisfiedLinkError(where + " is of libphb " + found
                    + ", and these classes are of libphb " + wanted);
        }
    }

    private static String ownVersion() {
        try (InputStream file = NativeLibrary.class.getResourceAsStream("version.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException error) {
            throw cannot("the jar of libphb cannot be read", error);
        }
    }
}
