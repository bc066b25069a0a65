package se.utfall.demo.partner;

import java.util.List;

/** An order's persons by running number, 1 to {@link #size}. */
interface People {
    int size();

    Person get(int lopnr);

    static People of(List<Person> persons) {
        return new People() {
            @Override
            public int size() {
                return persons.size();
            }

            @Override
            public Person get(int lopnr) {
                return persons.get(lopnr - 1);
            }
        };
    }
}
