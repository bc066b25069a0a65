package se.utfall.dataset;

import se.utfall.dataset.worker.Ending;

/** The worker died before it was done; nothing it wrote counts. */
final class WorkerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Ending ending;

    WorkerFailedException(Ending ending) {
        super("the worker ended as " + ending);
        this.ending = ending;
    }

    Ending ending() {
        return ending;
    }
}
