package org.libphb;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The classes that the package shows, found where they were compiled. */
final class PublicTypes {
    private PublicTypes() {}

    static List<Class<?>> all() throws ClassNotFoundException {
        Path folder = Path.of("target", "classes", "org", "libphb");
        List<Class<?>> found = new ArrayList<>();
        for (Path file : Samples.files(folder, ".class")) {
            if (file.getParent().equals(folder)) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> type = Class.forName("org.libphb." + name);
                if (Modifier.isPublic(type.getModifiers())) {
                    found.add(type);
                }
            }
        }
        return found;
    }
}
