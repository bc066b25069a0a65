package se.utfall.dataset;

import java.util.function.Consumer;
import se.utfall.register.BookedCost;
import se.utfall.register.RatedAnswer;
import se.utfall.register.Register;

/** What this room asks of the register: nothing with a number in it. */
interface RegisterDoor {
    void eachCost(Consumer<BookedCost> consumer);

    void eachRating(Consumer<RatedAnswer> consumer);

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
        };
    }
}
