package se.utfall.notice;

/** Why a person closes a task: a closed list, since free text in the trail could hold anybody's data. */
public enum ClosingReason {
    DONE,
    COUNTERPART_ANSWERED,
    NO_ACTION_NEEDED,
    KNOWN_FAULT,
    FOLLOWED_ELSEWHERE
}
