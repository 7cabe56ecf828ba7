/** Costs and checks NHS personal health budgets, to the penny, and says why. */
module org.libphb {
    exports org.libphb;
}
