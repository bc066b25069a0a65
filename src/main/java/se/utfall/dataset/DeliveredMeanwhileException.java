package se.utfall.dataset;

/** A delivery came while rows were read: what was read may be of two moments. */
final class DeliveredMeanwhileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
