package se.utfall.dataset;

import java.util.function.Consumer;
import se.utfall.register.BookedCost;
import se.utfall.register.RatedAnswer;
import se.utfall.register.Register;
import se.utfall.register.RegisterCounts;

/** What this room asks of the register: nothing with a number in it. */
interface RegisterDoor {
    void eachCost(Consumer<BookedCost> consumer);

    void eachRating(Consumer<RatedAnswer> consumer);

    RegisterCounts counts();

    static RegisterDoor of(Register register) {
        return new RegisterDoor() {
            @Override
            public void eachCost(Consumer<BookedCost> consumer) {
                register.eachCost(consumer);
            }

            @Override
            public void eachRating(Consumer<RatedAnswer> consumer) {
                register.eachRating(consumer);
            }

            @Override
            public RegisterCounts counts() {
                return register.counts();
            }
        };
    }
}
