package se.utfall.store;

import java.util.Set;

/** Who does it: a logged-in person's name and roles, as it stands in the audit trail. */
public record ActingUser(String name, Set<String> roles) {
    public static final ActingUser HUB = new ActingUser("hub", Set.of());

    public ActingUser {
        roles = Set.copyOf(roles);
    }
}
