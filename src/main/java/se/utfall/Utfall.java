package se.utfall;

/** Starts the hub. */
public final class Utfall {
    private Utfall() {}

    public static void main(String[] args) {}
}
