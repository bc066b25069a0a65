package se.utfall.console.page;

import java.util.List;
import java.util.Map;

/**
 * Something a person can do here, for a reason from a list.
 *
 * @param action the path that the form is sent to
 * @param id unique on the page, for labels
 * @param summary what the closed form says
 * @param effect what will happen, a sentence; empty where the summary says all
 * @param hidden fields sent along
 */
public record Deed(
        String action,
        String id,
        String summary,
        String button,
        String effect,
        List<Choice> reasons,
        Map<String, String> hidden) {}
