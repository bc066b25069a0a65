package se.utfall.console;

/** Where the operator's page listens. Put a TLS proxy before it when {@code host} is not loopback. */
public record ConsoleSettings(String host, int port) {}
