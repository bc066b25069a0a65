package se.utfall.intake;

/** Ends the reading of a file that must be set aside whole; carries where, never what. */
final class FileRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final FileFault fault;
    private final int line;
    private final String column;
    private final long amount;

    private FileRefusedException(FileFault fault, int line, String column, long amount) {
        super(fault.name());
        this.fault = fault;
        this.line = line;
        this.column = column;
        this.amount = amount;
    }

    static FileRefusedException of(FileFault fault) {
        return new FileRefusedException(fault, 0, "", 0);
    }

    static FileRefusedException at(FileFault fault, int line) {
        return new FileRefusedException(fault, line, "", 0);
    }

    static FileRefusedException in(FileFault fault, int line, String column) {
        return new FileRefusedException(fault, line, column, 0);
    }

    static FileRefusedException counted(FileFault fault, long amount) {
        return new FileRefusedException(fault, 0, "", amount);
    }

    FileFault fault() {
        return fault;
    }

    /** The finding for the ledger. */
    Noted noted() {
        return new Noted(Noted.Kind.FILE, line, column, fault.name(), amount);
    }
}
