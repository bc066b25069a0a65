package se.utfall.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rows say of a person now; dates are days since 1970.
 *
 * @param stated whether any enrolment says, or said before it was removed, if the person is protected
 * @param latestEnrolment the one the background is taken from
 */
record PersonState(
        boolean stated,
        boolean protectedPerson,
        boolean annulled,
        @Nullable Integer deceasedOn,
        @Nullable Integer emigratedOn,
        @Nullable Integer lastExit,
        @Nullable String latestEnrolment) {

    PersonState withLastExit(@Nullable Integer exit) {
        return new PersonState(stated, protectedPerson, annulled, deceasedOn, emigratedOn, exit, latestEnrolment);
    }

    /** Gathers a person's current rows, in any order. */
    static final class Gathering {
        private final List<Integer> emigrated = new ArrayList<>();
        private boolean stated;
        private boolean protectedPerson;
        private boolean annulled;
        private @Nullable Integer deceasedOn;
        private @Nullable Integer missingFrom;
        private @Nullable Integer lastExit;
        private @Nullable Integer lastStart;
        private long lastChange;
        private @Nullable String latestEnrolment;

        /** The latest is the one that starts last, then the one changed last, then the id that sorts last. */
        void enrolment(String id, int start, long changedAt) {
            if (latestEnrolment == null
                    || lastStart == null
                    || start > lastStart
                    || (start == lastStart
                            && (changedAt > lastChange
                                    || (changedAt == lastChange && id.compareTo(latestEnrolment) > 0)))) {
                latestEnrolment = id;
                lastStart = start;
                lastChange = changedAt;
            }
        }

        /** Of a current enrolment, or of a removed one's last version; anything but no protects. */
        void protection(int status) {
            stated = true;
            protectedPerson |= status != 0;
        }

        void exit(int day) {
            lastExit = later(lastExit, day);
        }

        /** AV, UV and OB end the follow-up at the day; AS and FI say that the number is nobody's. Others change nothing until people have judged. */
        void deregistration(String reason, int day) {
            switch (reason) {
                case "AV" -> deceasedOn = earlier(deceasedOn, day);
                case "OB" -> missingFrom = earlier(missingFrom, day);
                case "UV" -> emigrated.add(day);
                case "AS", "FI" -> annulled = true;
                default -> {}
            }
        }

        PersonState state() {
            return new PersonState(
                    stated, protectedPerson, annulled, deceasedOn, emigratedOn(), lastExit, latestEnrolment);
        }

        /** An emigration counts until a later enrolment starts. */
        private @Nullable Integer emigratedOn() {
            Integer first = missingFrom;
            for (int day : emigrated) {
                if (lastStart == null || lastStart <= day) {
                    first = earlier(first, day);
                }
            }
            return first;
        }

        private static Integer earlier(@Nullable Integer known, int day) {
            return known == null || day < known ? (Integer) day : known;
        }

        private static Integer later(@Nullable Integer known, int day) {
            return known == null || day > known ? (Integer) day : known;
        }
    }

    /** Adds an event for each thing that was not so before. */
    void since(PersonState before, int person, PersonEvents events) {
        became(before.protectedPerson, protectedPerson, PersonEvent.Kind.PROTECTED, person, events);
        became(before.annulled, annulled, PersonEvent.Kind.ANNULLED, person, events);
        became(Objects.nonNull(before.deceasedOn), deceasedOn != null, PersonEvent.Kind.DECEASED, person, events);
        became(Objects.nonNull(before.emigratedOn), emigratedOn != null, PersonEvent.Kind.EMIGRATED, person, events);
    }

    private static void became(boolean before, boolean now, PersonEvent.Kind kind, int person, PersonEvents events) {
        if (now && !before) {
            events.add(kind, person, person);
        }
    }
}
