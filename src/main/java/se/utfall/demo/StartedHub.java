package se.utfall.demo;

import se.utfall.console.Users;
import se.utfall.flow.Rooms;

/** A hub that runs, as the demo drives it. */
public interface StartedHub extends AutoCloseable {
    Rooms rooms();

    Users users();

    /** Address of the operator's page. */
    String page();

    @Override
    void close();
}
