package org.libphb;

/**
 * Run in a JVM of its own: prints the version of the library, or why there is none. An argument has
 * its thread interrupted before that.
 */
final class LoaderProbe {
    private LoaderProbe() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            Thread.currentThread().interrupt();
        }
        try {
            System.out.println(Phb.version() + " " + Samples.budget().cost().total());
        } catch (UnsatisfiedLinkError error) {
            System.out.println(error.getMessage());
        }
        if (Thread.interrupted()) {
            System.out.println("interrupted");
        }
    }
}
