/**
 * Costs and checks NHS personal health budgets, to the penny, and says why.
 *
 * <p>Three properties of the system are for those who run it. {@code phb.library.path} names the folder
 * of the native library, where that in the jar will not do. {@code phb.temp.path} names a folder to
 * unpack it into, where programs may not be run from the usual one. {@code phb.memory.mib} is how many
 * mebibytes the objects that nobody closes may come to hold outside the heap, beyond those alive, before
 * a garbage collection is asked for: 256 unless it says otherwise, and never if it says 0.
 *
 * <p>From Java 24 on a JVM warns of native libraries unless it was started with {@code
 * --enable-native-access=org.libphb}, on the class path {@code --enable-native-access=ALL-UNNAMED}.
 */
module org.libphb {
    exports org.libphb;
}
