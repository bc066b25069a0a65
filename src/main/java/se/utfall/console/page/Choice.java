package se.utfall.console.page;

import java.util.List;

/** A reason to choose, by its name and in words. */
public record Choice(String name, String text) {
    /** The members of a closed list in the reader's language. */
    public static List<Choice> of(Texts texts, String prefix, List<? extends Enum<?>> members) {
        return members.stream()
                .map(m -> new Choice(m.name(), texts.code(prefix, m.name())))
                .toList();
    }
}
