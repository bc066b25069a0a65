package se.utfall.demo;

import java.nio.file.Path;

/** Starts a hub by its configuration file. */
@FunctionalInterface
public interface HubStart {
    StartedHub start(Path config);
}
