package se.utfall.console;

import se.utfall.store.ActingUser;

/** Who is logged in, and by which session. */
record Visitor(String session, ActingUser user) {
    boolean may(String role) {
        return user.roles().contains(role);
    }
}
