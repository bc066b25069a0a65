package se.utfall.intake;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import se.utfall.register.Fact;
import se.utfall.register.FactType;
import se.utfall.register.Register;

/** What loading asks of the register: the seam where a test can let it fail. */
interface Facts {
    Register.Applied apply(Handle handle, List<? extends Fact> facts);

    Register.AbsentKeys absent(Handle handle, FactType type, Instant extractedAt, Set<String> named);

    int removeAbsent(Handle handle, FactType type, Instant extractedAt, Set<String> named);

    static Facts of(Register register) {
        return new Facts() {
            @Override
            public Register.Applied apply(Handle handle, List<? extends Fact> facts) {
                return register.apply(handle, facts);
            }

            @Override
            public Register.AbsentKeys absent(Handle handle, FactType type, Instant extractedAt, Set<String> named) {
                return register.absent(handle, type, extractedAt, named);
            }

            @Override
            public int removeAbsent(Handle handle, FactType type, Instant extractedAt, Set<String> named) {
                return register.removeAbsent(handle, type, extractedAt, named);
            }
        };
    }
}
