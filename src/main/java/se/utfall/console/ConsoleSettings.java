package se.utfall.console;

/**
 * Where the operator's page listens. Put a TLS proxy before it when {@code host} is not loopback: its cookies then demand TLS.
 *
 * @param port 0 takes a free one
 */
public record ConsoleSettings(String host, int port) {}
