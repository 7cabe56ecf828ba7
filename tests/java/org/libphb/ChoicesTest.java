package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.libphb.internal.PhbNative;

/** The closed sets have the members of the C library, by the same numbers. */
class ChoicesTest {
    /** How the constants of a set begin in C, where that is not the name of the set. */
    private static final Map<String, String> PREFIXES =
            Map.ofEntries(
                    Map.entry("ContingencyHeld", "CONTINGENCY"),
                    Map.entry("ContingencyPaid", "CONTINGENCY"),
                    Map.entry("EmployerKind", "EMPLOYER"),
                    Map.entry("FunderKind", "FUNDER"),
                    Map.entry("HoursType", "HOURS"),
                    Map.entry("LeaveMethod", "LEAVE"),
                    Map.entry("PayFrequency", "PAY"),
                    Map.entry("PaymentFrequency", "PAYMENT"),
                    Map.entry("PensionBasis", "PENSION"),
                    Map.entry("PensionMembership", "PENSION"),
                    Map.entry("PlanStatus", "PLAN"),
                    Map.entry("Renewable", "RENEWAL"),
                    Map.entry("ReviewKind", "REVIEW"),
                    Map.entry("WeeksInYear", "WEEKS"),
                    Map.entry("WheelchairOption", "WHEELCHAIR"));

    /** A name that Java cannot have. */
    private static final Map<String, String> NAMES = Map.of("WEEKS_FIFTY_TWO", "WEEKS_52");

    private static List<Class<?>> sets() throws ClassNotFoundException {
        return PublicTypes.all().stream()
                .filter(type -> type.isEnum() && type != Checked.class) // bits below, and no set
                .toList();
    }

    private static String prefixOf(Class<?> set) {
        String name = set.getSimpleName();
        return PREFIXES.getOrDefault(
                name, name.replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase());
    }

    /** Two sets may begin with the same word in C: theirs are looked at together. */
    static List<List<Class<?>>> setsOfAPrefix() throws ClassNotFoundException {
        return List.copyOf(
                sets().stream().collect(Collectors.groupingBy(ChoicesTest::prefixOf)).values());
    }

    @ParameterizedTest
    @MethodSource("setsOfAPrefix")
    void setsHaveTheMembersOfTheLibrary(List<Class<?>> sets)
            throws ReflectiveOperationException {
        String prefix = prefixOf(sets.get(0)) + "_";
        Map<String, Integer> below = new TreeMap<>();
        for (Method method : PhbNative.class.getMethods()) {
            String name = method.getName().replaceFirst("_get$", "");
            if (name.startsWith(prefix) && !name.equals(method.getName())) {
                below.put(name, (int) method.invoke(null));
            }
        }
        Map<String, Integer> here = new TreeMap<>();
        for (Class<?> set : sets) {
            for (Object member : set.getEnumConstants()) {
                String name = prefix + ((Choice) member).name();
                here.put(NAMES.getOrDefault(name, name), ((Choice) member).code());
            }
        }
        assertEquals(below, here);
    }

    @Test
    void aMemberIsFoundByItsWordAndByItsNumber() throws ClassNotFoundException {
        for (Class<?> set : sets()) {
            for (Object member : set.getEnumConstants()) {
                assertEquals(member, found(set.asSubclass(Enum.class), (Choice) member));
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object found(Class<? extends Enum> set, Choice member) {
        assertEquals(member, Values.choice((Class) set, member.code()));
        return Values.choice((Class) set, member.word());
    }

    @Test
    void whatAReviewHasLookedAtIsBits() {
        Map<String, Integer> below = new TreeMap<>();
        Pattern bit = Pattern.compile("#define PHB_CHECKED_(\\w+) UINT32_C\\((\\d+)\\)");
        Matcher found = bit.matcher(Samples.text(Samples.ROOT.resolve("include/phb/schedule.h")));
        while (found.find()) {
            below.put(found.group(1), Integer.parseInt(found.group(2)));
        }
        Map<String, Integer> here = new TreeMap<>();
        here.put("ALL", Values.bits(Set.of(Checked.values()), "checked"));
        for (Checked each : Checked.values()) {
            here.put(each.name(), Values.bits(Set.of(each), "checked"));
        }
        assertEquals(below, here);
    }

    @Test
    void aWordIsThatOfTheDocuments() {
        assertEquals("four_weekly", PayFrequency.FOUR_WEEKLY.word());
        assertEquals("52", WeeksInYear.FIFTY_TWO.word());
        assertEquals(
                List.of("plan_review", "outcome_review", "audit"),
                Arrays.stream(ReviewKind.values()).map(Choice::word).toList());
    }
}
