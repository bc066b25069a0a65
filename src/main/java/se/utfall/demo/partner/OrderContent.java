package se.utfall.demo.partner;

import java.time.LocalDate;

/** What an order package must hold, by who it is for: a keeper of registers gets numbers, researchers everything but numbers. */
@FunctionalInterface
interface OrderContent {
    OrderContent NUMBERS = (name, plain, today) ->
            Reading.Order.of(name, plain, today).people().size();
    OrderContent STUDY =
            (name, plain, today) -> StudyReading.read(plain, today).persons().size();

    /** Checks all of it; how many persons it is about. */
    int persons(String name, PlainPackage plain, LocalDate today) throws RefusedException;
}
