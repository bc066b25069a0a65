package se.utfall.console.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.utfall.store.ActingUser;

/**
 * What surrounds every page: its language, who is logged in, and the token that forms must carry.
 *
 * @param user null before login
 * @param here the part of the page this is, null for none
 */
public record Frame(
        Texts texts,
        @Nullable ActingUser user,
        String csrf,
        @Nullable Section here) {
    /** The menu. */
    public List<Section> sections() {
        return user == null ? List.of() : Section.listOpenTo(user.roles());
    }

    public boolean may(String role) {
        return user != null && user.roles().contains(role);
    }

    /** Whether this person may look for files and packages. */
    public boolean searches() {
        return sections().contains(Section.FILES);
    }

    /** Where a change of language leads back to. */
    public String back() {
        return here == null ? Section.START.path() : here.path();
    }
}
