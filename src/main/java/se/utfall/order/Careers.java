package se.utfall.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.utfall.outcome.PersonKey;
import se.utfall.register.EnrolmentPeriod;
import se.utfall.register.MeasurePeriod;

/** Enrolments and measures of a population, by running number, each in the order of their start: their place from 1 is their number towards the partner. */
final class Careers {
    private final Map<PersonKey, Integer> numbers = new HashMap<>();
    private final List<List<EnrolmentPeriod>> enrolments = new ArrayList<>();
    private final List<List<MeasurePeriod>> measures = new ArrayList<>();

    private Careers(List<Member> members) {
        for (Member member : members) {
            numbers.put(member.person(), enrolments.size());
            enrolments.add(new ArrayList<>());
            measures.add(new ArrayList<>());
        }
    }

    /** @param to the last day on which a spell may begin */
    static Careers of(List<Member> members, PersonSource persons, LocalDate to) {
        Careers careers = new Careers(members);
        persons.eachEnrolment(to, careers::add);
        persons.eachMeasure(to, careers::add);
        careers.enrolments.forEach(
                one -> one.sort(Comparator.comparing(EnrolmentPeriod::start).thenComparing(EnrolmentPeriod::id)));
        careers.measures.forEach(
                one -> one.sort(Comparator.comparing(MeasurePeriod::start).thenComparing(MeasurePeriod::id)));
        return careers;
    }

    private void add(EnrolmentPeriod enrolment) {
        Integer number = numbers.get(enrolment.person());
        if (number != null) {
            enrolments.get(number).add(enrolment);
        }
    }

    private void add(MeasurePeriod measure) {
        Integer number = numbers.get(measure.person());
        if (number != null) {
            measures.get(number).add(measure);
        }
    }

    int size() {
        return enrolments.size();
    }

    List<EnrolmentPeriod> enrolments(int runningNumber) {
        return enrolments.get(runningNumber - 1);
    }

    List<MeasurePeriod> measures(int runningNumber) {
        return measures.get(runningNumber - 1);
    }

    /** The enrolment's number within the person; 0 for one that is not told of. */
    int enrolmentNumber(int runningNumber, MeasurePeriod measure) {
        List<EnrolmentPeriod> all = enrolments(runningNumber);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(measure.enrolment())) {
                return i + 1;
            }
        }
        return 0;
    }
}
