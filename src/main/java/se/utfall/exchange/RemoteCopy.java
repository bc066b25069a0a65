package se.utfall.exchange;

/** What a listing of the partner's folder says of a package of ours. */
public enum RemoteCopy {
    /** Not there: upload it. */
    ABSENT,
    /** There, and whole: it counts as sent. */
    WHOLE,
    /** Something else lies under its name: nothing may be overwritten, a task is raised. */
    FOREIGN
}
