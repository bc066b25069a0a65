package se.utfall.console;

import se.utfall.audit.AuditEvent;
import se.utfall.console.TaskRefusedException.Code;
import se.utfall.console.page.TaskPlace;
import se.utfall.flow.Rooms;
import se.utfall.notice.ClosingReason;
import se.utfall.notice.Reference;
import se.utfall.notice.Task;
import se.utfall.store.ActingUser;

/** Closes a task by a person's hand, with its trace in the same transaction; for page and command line alike. A task whose cause still holds is raised again. */
public final class TaskClosing {
    private final Rooms rooms;

    public TaskClosing(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Needs the role {@code operate}; throws {@link TaskRefusedException} for what cannot be closed so. */
    public Task close(String key, ClosingReason reason, Reference reference, ActingUser by) {
        if (!by.roles().contains("operate")) {
            throw new TaskRefusedException(Code.ROLE);
        }
        return rooms.database().inTransaction(handle -> {
            Task task = rooms.tasks().find(handle, key).orElseThrow(() -> new TaskRefusedException(Code.UNKNOWN));
            check(task);
            rooms.tasks().close(handle, key, by, reason, reference);
            String detail = task.room() + "/" + task.code() + " " + reference.after(reason);
            rooms.audit().record(handle, new AuditEvent(by, "TASK_CLOSED", task.subject(), 0, detail));
            return task;
        });
    }

    private static void check(Task task) {
        switch (TaskPlace.of(task).closing()) {
            case BY_HAND -> {}
            case BY_FILE -> throw new TaskRefusedException(Code.FILE);
            case BY_ITSELF -> throw new TaskRefusedException(Code.HOLDS);
        }
    }
}
