package org.libphb;

/** Run in a JVM of its own: prints the version of the library, or why there is none. */
final class LoaderProbe {
    private LoaderProbe() {}

    public static void main(String[] arguments) {
        try {
            System.out.println(Phb.version() + " " + Samples.budget().cost().total());
        } catch (UnsatisfiedLinkError error) {
            System.out.println(error.getMessage());
        }
    }
}
