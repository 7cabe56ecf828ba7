/** Uses libphb. */
module consumer {
    requires org.libphb;
}
