package org.libphb;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Something for each type that a public method wants, or belongs to. */
final class Things {
    private static final BigDecimal TEN = new BigDecimal("10.00");

    private static final Map<Class<?>, Supplier<Object>> MADE =
            Map.ofEntries(
                    Map.entry(Budget.class, Samples::budget),
                    Map.entry(Costing.class, () -> Samples.budget().cost()),
                    Map.entry(Comparison.class, Things::comparison),
                    Map.entry(Plan.class, Samples::plan),
                    Map.entry(Report.class, () -> Samples.plan().check()),
                    Map.entry(Chain.class, () -> Samples.plan().chain()),
                    Map.entry(Schedule.class, () -> Samples.plan().scheduleRequest().build()),
                    Map.entry(Policy.class, Samples::policy),
                    Map.entry(Rates.class, () -> Rates.builtin().withOverlay(Samples.overlay("Miles"))),
                    Map.entry(RateQuery.class, () -> RateQuery.of("employer_ni.rate")),
                    Map.entry(CostOptions.class, CostOptions::defaults),
                    Map.entry(CheckOptions.class, CheckOptions::defaults),
                    Map.entry(ScheduleRequest.class, () -> Schedule.request(Samples.APRIL)),
                    Map.entry(Table.class, () -> Rates.builtin().table("employer_ni")),
                    Map.entry(BudgetBuilder.class, () -> Budget.builder(Samples.APRIL, Samples.APRIL)),
                    Map.entry(Hours.class, () -> Hours.of(TEN)),
                    Map.entry(Leave.class, () -> Leave.of(LeaveMethod.ACCRUAL)),
                    Map.entry(Pension.class, Pension::of),
                    Map.entry(Sickness.class, Sickness::of),
                    Map.entry(HolidayWork.class, () -> HolidayWork.of(60, TEN)),
                    Map.entry(Assistant.class, Things::assistant),
                    Map.entry(Provider.class, Provider::of),
                    Map.entry(PlainLine.class, Things::line),
                    Map.entry(Funder.class, () -> Funder.of("nhs", FunderKind.NHS)),
                    Map.entry(UsedAllowance.class, () -> UsedAllowance.of(2026, new Money(100))),
                    Map.entry(Allowance.class, Allowance::of),
                    Map.entry(Employer.class, Employer::of),
                    Map.entry(Contingency.class, Contingency::of),
                    Map.entry(Payments.class, Payments::of),
                    Map.entry(ThirdParty.class, ThirdParty::of),
                    Map.entry(Management.class, Management::of),
                    Map.entry(Wheelchair.class, () -> Wheelchair.of(WheelchairOption.NOTIONAL, new Money(1))),
                    Map.entry(Batch.class, () -> new NiBatch(1)),
                    Map.entry(CostBatch.class, () -> new CostBatch(1)),
                    Map.entry(ReviewBatch.class, () -> new ReviewBatch(1)),
                    Map.entry(ColumnIn.class, () -> NiBatch.FREQUENCY),
                    Map.entry(ColumnOut.class, () -> NiBatch.OUT_NI_PENCE),
                    Map.entry(long[].class, () -> new long[1]),
                    Map.entry(int[].class, () -> new int[1]),
                    Map.entry(LongBuffer.class, () -> LongBuffer.allocate(1)),
                    Map.entry(IntBuffer.class, () -> IntBuffer.allocate(1)),
                    Map.entry(ByteBuffer.class, () -> ByteBuffer.allocate(1)),
                    Map.entry(Object.class, () -> PayFrequency.WEEKLY),
                    Map.entry(Money.class, () -> new Money(1)),
                    Map.entry(LocalDate.class, () -> Samples.APRIL),
                    Map.entry(BigDecimal.class, () -> TEN),
                    Map.entry(SortedMap.class, () -> new TreeMap<>(Map.of(Samples.APRIL, TEN))),
                    Map.entry(Map.class, () -> Map.of("pa-1", new Money(1))),
                    Map.entry(Set.class, Set::of),
                    Map.entry(byte[].class, () -> new byte[] {0x7b, 0x7d}),
                    Map.entry(String.class, () -> "pay"),
                    Map.entry(String[].class, () -> new String[] {"pa-1"}),
                    Map.entry(Hours[].class, () -> new Hours[] {Hours.of(TEN)}),
                    Map.entry(UsedAllowance[].class, () -> new UsedAllowance[0]),
                    Map.entry(boolean.class, () -> true),
                    Map.entry(char.class, () -> 'A'),
                    Map.entry(int.class, () -> 0),
                    Map.entry(long.class, () -> 0L));

    private Things() {}

    static Object of(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        Supplier<Object> made = MADE.get(type);
        if (made == null) {
            throw new AssertionError("say in Things what stands for " + type);
        }
        return made.get();
    }

    /** Something for each parameter. */
    static Object[] of(Class<?>[] types) {
        return Arrays.stream(types).map(Things::of).toArray();
    }

    /** One of each class that holds an object of the library. */
    static List<Handle> handles() throws ClassNotFoundException {
        List<Handle> handles = new ArrayList<>();
        for (Class<?> type : PublicTypes.all()) {
            if (Handle.class.isAssignableFrom(type)) {
                handles.add((Handle) of(type));
            }
        }
        return handles;
    }

    private static Comparison comparison() {
        Costing costing = Samples.budget().cost();
        return costing.compare(costing);
    }

    private static Assistant assistant() {
        return Assistant.of(
                "pa-1",
                PayFrequency.WEEKLY,
                Leave.of(LeaveMethod.ACCRUAL),
                Deployment.NOTIONAL,
                Hours.of(TEN).hoursPerWeek(TEN));
    }

    private static PlainLine line() {
        return PlainLine.of("line-1", Category.OTHER, TEN, Per.ONCE, Deployment.NOTIONAL);
    }
}
